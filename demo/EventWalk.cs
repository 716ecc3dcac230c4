using System.Text.Json.Nodes;

namespace Assessment.Demo;

/// <summary>
/// Leads the events that wait through their hands: the departments check what is theirs, the office approves. What the rules
/// presume is confirmed. Begun again, it goes on where it was.
/// </summary>
/// <param name="cycle">Its id.</param>
/// <param name="scorer">Somebody who scores for a department.</param>
public sealed class EventWalk(string cycle, ICaller office, Func<string, Task<ICaller>> scorer)
{
    private string Path => $"/api/scoring/cycles/{cycle}/events";

    /// <returns>How many were checked, and how many approved.</returns>
    public async Task<(int Checked, int Approved)> CheckAndApproveAsync(
        CancellationToken cancellationToken
    )
    {
        var keepers = (await office.GetAsync($"{Path}/form", cancellationToken))!["rules"]!
            .AsArray()
            .ToDictionary(rule => (string)rule!["id"]!, rule => (string?)rule!["keptBy"]);
        var checks = 0;
        foreach (
            var waiting in (await WaitingAsync("applied", cancellationToken))
                .Where(one => keepers[(string)one["rule"]!] is not null)
                .GroupBy(one => keepers[(string)one["rule"]!]!)
        )
        {
            checks += await TakeAsync(
                await scorer(waiting.Key),
                "check",
                waiting,
                cancellationToken
            );
        }

        var ready = (await WaitingAsync("checked", cancellationToken)).Concat(
            (await WaitingAsync("applied", cancellationToken)).Where(one =>
                keepers[(string)one["rule"]!] is null
            )
        );
        return (checks, await TakeAsync(office, "approve", ready, cancellationToken));
    }

    private async Task<List<JsonNode>> WaitingAsync(
        string stage,
        CancellationToken cancellationToken
    ) =>
        [
            .. (await office.GetAsync(Path, cancellationToken))!
                .AsArray()
                .Where(one => (string?)one!["stage"] == stage)
                .Select(one => one!),
        ];

    private async Task<int> TakeAsync(
        ICaller by,
        string step,
        IEnumerable<JsonNode> waiting,
        CancellationToken cancellationToken
    )
    {
        var events = waiting
            .Select(one => new
            {
                number = (string)one["id"]!,
                version = (long)one["version"]!,
                confirmed = true,
            })
            .ToList();
        if (events.Count == 0)
        {
            return 0;
        }

        try
        {
            await by.PostAsync($"{Path}/{step}", new { events }, cancellationToken);
        }
        catch (PlatformException refusal) when (refusal.Code == "events-must-all-be-fit")
        {
            // All or none: it was done, and the first answer was lost, unless one still stands where it stood.
            var versions = (await office.GetAsync(Path, cancellationToken))!
                .AsArray()
                .Select(one => (long)one!["version"]!)
                .ToHashSet();
            if (events.Exists(one => versions.Contains(one.version)))
            {
                throw;
            }
        }

        return events.Count;
    }
}
