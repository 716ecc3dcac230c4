using System.Net;
using System.Text.Json.Nodes;

namespace Assessment.Demo;

/// <summary>
/// Leads a cycle through its scheme's own procedure as people would: whatever step is due is taken by whose it is, with
/// everything confirmed as calculated.
/// </summary>
/// <param name="cycle">Id of the cycle.</param>
/// <param name="office">The township's administrator.</param>
/// <param name="leader">Who signs for the township.</param>
/// <param name="area">The account of an area, by its id.</param>
/// <param name="pass">Lets so many days pass.</param>
/// <param name="tell">What is done, in a line.</param>
public sealed class ProcedureWalk(
    string cycle,
    ICaller office,
    ICaller leader,
    Func<string, ICaller> area,
    Func<int, CancellationToken, Task> pass,
    Action<string> tell
)
{
    private const int MostSteps = 60;

    private string Path => $"/api/scoring/cycles/{cycle}/procedure";

    /// <summary>Takes every step up to one of that kind, which is left to be taken; all of them where none is named.</summary>
    /// <returns>Where the cycle stands then.</returns>
    public async Task<JsonNode> UntilAsync(string? kind, CancellationToken cancellationToken)
    {
        for (var step = 0; step < MostSteps; step++)
        {
            var now = (await office.GetAsync(Path, cancellationToken))!;
            if ((int?)now["due"] is not { } due || (string?)now["steps"]![due]!["kind"] == kind)
            {
                return now;
            }

            try
            {
                await TakeAsync(now, now["steps"]![due]!, cancellationToken);
                tell($"{now["steps"]![due]!["title"]}");
            }
            catch (PlatformException refusal)
                when (refusal.Code
                        is "another-step-is-due"
                            or "cycle-is-frozen"
                            or "publicity-must-begin-later"
                )
            {
                // It was done and the first answer was lost, or a day has gone by since the cycle was read.
            }
        }

        throw new InvalidOperationException($"The procedure of {cycle} does not come to an end.");
    }

    /// <summary>Takes every step up to the final result, and that one, too.</summary>
    public async Task UntilFinalAsync(CancellationToken cancellationToken)
    {
        var now = await UntilAsync("final", cancellationToken);
        if (!(bool)now["isFinal"]!)
        {
            await TakeAsync(now, now["steps"]![(int)now["due"]!]!, cancellationToken);
            tell("签批生效");
        }
    }

    /// <summary>Freezes, with everything passed that is missing.</summary>
    public async Task FreezeAsync(CancellationToken cancellationToken)
    {
        var found = await office.GetAsync($"{Path}/freeze", cancellationToken);
        await office.PostAsync(
            $"{Path}/freeze",
            new
            {
                confirm = true,
                passed = found!["findings"]!
                    .AsArray()
                    .ToDictionary(one => (string)one!["code"]!, _ => "经核实，情况属实"),
            },
            cancellationToken
        );
    }

    /// <param name="now">Where the cycle stands.</param>
    /// <param name="changes">What is decided other than proposed.</param>
    public Task<JsonNode?> DecideAsync(
        JsonNode now,
        IReadOnlyList<object> changes,
        CancellationToken cancellationToken
    ) =>
        leader.PostAsync(
            $"{Path}/decision",
            new
            {
                confirm = true,
                meeting = new
                {
                    date = (string)now["today"]!,
                    body = (string?)now["steps"]![(int)now["due"]!]!["by"] ?? "党（工）委",
                    present = "全体班子成员",
                },
                changes,
                quotaReason = "经研究，情况特殊",
            },
            cancellationToken
        );

    private Task TakeAsync(JsonNode now, JsonNode step, CancellationToken cancellationToken) =>
        (string?)step["kind"] switch
        {
            "freeze" => FreezeAsync(cancellationToken),
            "propose" => ProposeAsync(step, cancellationToken),
            "publicise" => PubliciseAsync(now, step, cancellationToken),
            "decide" => DecideAsync(now, [], cancellationToken),
            "final" => SignAsync(cancellationToken),
            _ => office.PostAsync($"{Path}/step", new { remarks = "已办理" }, cancellationToken),
        };

    private async Task SignAsync(CancellationToken cancellationToken)
    {
        await leader.ShowSecondFactorAsync(cancellationToken);
        await leader.PostAsync($"{Path}/final", new { confirm = true }, cancellationToken);
    }

    private async Task ProposeAsync(JsonNode step, CancellationToken cancellationToken)
    {
        var none = new { confirm = true, proposals = Array.Empty<object>() };
        if (!(bool)step["isPerArea"]!)
        {
            await office.PostAsync($"{Path}/proposals", none, cancellationToken);
        }
        else
        {
            var kinds = step["of"]!.AsArray().Select(one => (string)one!).ToHashSet();
            var standings = await office.GetAsync($"{Path}/standings", cancellationToken);
            foreach (
                var one in standings!["standings"]!
                    .AsArray()
                    .Where(one => kinds.Contains((string)one!["kind"]!))
                    .Select(one => (string)one!["area"]!)
                    .Distinct()
            )
            {
                await area(one).PostAsync($"{Path}/proposals", none, cancellationToken);
            }
        }

        if (step["reviewedBy"] is not null)
        {
            await office.PostAsync($"{Path}/proposals/accept", new { }, cancellationToken);
        }
    }

    private async Task PubliciseAsync(
        JsonNode now,
        JsonNode step,
        CancellationToken cancellationToken
    )
    {
        if ((string?)step["progress"] == "underWay")
        {
            var last = DateOnly.Parse((string)now["publicities"]!.AsArray()[^1]!["last"]!);
            var today = DateOnly.Parse((string)now["today"]!);
            await pass(last.DayNumber - today.DayNumber + 1, cancellationToken);
            return;
        }

        try
        {
            await office.PostAsync(
                $"{Path}/publicity",
                new
                {
                    confirm = true,
                    first = (string)now["earliestFirst"]!,
                    contact = "党建办，电话 021-00000000",
                },
                cancellationToken
            );
        }
        catch (PlatformException refusal) when (refusal.Code == "nobody-has-to-be-publicised")
        {
            await office.PostAsync(
                $"{Path}/step",
                new { remarks = "没有需要公示的对象" },
                cancellationToken
            );
        }
        catch (PlatformException refusal) when (refusal.Status == HttpStatusCode.Conflict)
        {
            if (refusal.Code != "publicity-is-scheduled-already")
            {
                throw;
            }
        }
    }
}
