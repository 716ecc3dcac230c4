using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Assessment.Testing.Procedures;

/// <summary>
/// Leads a cycle through its scheme's own procedure as people would: whatever step is due is taken by whose it is, with
/// everything confirmed as calculated.
/// </summary>
/// <param name="cycle">Address of the cycle in Scoring's API.</param>
/// <param name="office">The township's administrator.</param>
/// <param name="leader">Who signs for the township.</param>
/// <param name="area">The account of an area, by its id.</param>
/// <param name="days">Lets days pass; the argument is how many.</param>
public sealed class ProcedureDriver(
    string cycle,
    HttpClient office,
    HttpClient leader,
    Func<string, HttpClient> area,
    Func<int, Task> days
)
{
    private const int MostSteps = 30;

    private string Path => $"{cycle}/procedure";

    /// <summary>Takes every step up to one of that kind, which is left to be taken; all of them where none is named.</summary>
    public async Task<JsonNode> UntilAsync(string? kind = null)
    {
        for (var step = 0; step < MostSteps; step++)
        {
            var now = await GetAsync(Path);
            if ((int?)now["due"] is not { } due)
            {
                return now;
            }

            var next = now["steps"]![due]!;
            if ((string?)next["kind"] == kind)
            {
                return now;
            }

            await TakeAsync(now, next);
        }

        throw new InvalidOperationException($"{cycle} does not come to an end.");
    }

    /// <summary>Takes every step up to the final result, and that one, too.</summary>
    public async Task<JsonNode> UntilFinalAsync()
    {
        await UntilAsync("final");
        return await PostAsync(leader, "/final", new { confirm = true });
    }

    /// <summary>Freezes, with everything passed that is missing.</summary>
    public async Task<JsonNode> FreezeAsync() =>
        await PostAsync(
            office,
            "/freeze",
            new
            {
                confirm = true,
                passed = (await GetAsync($"{Path}/freeze"))["findings"]!
                    .AsArray()
                    .ToDictionary(one => (string)one!["code"]!, _ => "经核实，情况属实"),
            }
        );

    public Task<JsonNode> DecideAsync(JsonNode now, params object[] changes) =>
        PostAsync(
            leader,
            "/decision",
            new
            {
                confirm = true,
                meeting = new
                {
                    date = (string)now["today"]!,
                    body = "党（工）委会议",
                    present = "全体班子成员",
                },
                changes,
                quotaReason = "经研究，情况特殊",
            }
        );

    private Task TakeAsync(JsonNode now, JsonNode step) =>
        (string?)step["kind"] switch
        {
            "freeze" => FreezeAsync(),
            "propose" => ProposeAsync(step),
            "publicise" => PubliciseAsync(now, step),
            "decide" => DecideAsync(now),
            "final" => PostAsync(leader, "/final", new { confirm = true }),
            _ => PostAsync(office, "/step", new { remarks = "已办理" }),
        };

    private async Task ProposeAsync(JsonNode step)
    {
        var none = new { confirm = true, proposals = Array.Empty<object>() };
        if (!(bool)step["isPerArea"]!)
        {
            await PostAsync(office, "/proposals", none);
        }
        else
        {
            var kinds = step["of"]!.AsArray().Select(one => (string)one!).ToHashSet();
            foreach (
                var one in (await GetAsync($"{Path}/standings"))["standings"]!
                    .AsArray()
                    .Where(one => kinds.Contains((string)one!["kind"]!))
                    .Select(one => (string)one!["area"]!)
                    .Distinct()
            )
            {
                using var client = area(one);
                await PostAsync(client, "/proposals", none);
            }
        }

        if (step["reviewedBy"] is not null)
        {
            await PostAsync(office, "/proposals/accept", new { });
        }
    }

    private async Task PubliciseAsync(JsonNode now, JsonNode step)
    {
        if ((string?)step["progress"] == "underWay")
        {
            var last = DateOnly.Parse((string)now["publicities"]!.AsArray()[^1]!["last"]!);
            var today = DateOnly.Parse((string)now["today"]!);
            await days(last.DayNumber - today.DayNumber + 1);
            return;
        }

        using var answer = await office.PostAsJsonAsync(
            $"{Path}/publicity",
            new
            {
                confirm = true,
                first = (string)now["earliestFirst"]!,
                contact = "党建办，电话 021-00000000",
            }
        );
        var text = await answer.Content.ReadAsStringAsync();
        if ((string?)JsonNode.Parse(text)!["code"] == "nobody-has-to-be-publicised")
        {
            await PostAsync(office, "/step", new { remarks = "没有需要公示的对象" });
        }
        else if (!answer.IsSuccessStatusCode)
        {
            throw new InvalidOperationException($"publicity: {answer.StatusCode} {text}");
        }
    }

    private async Task<JsonNode> GetAsync(string path)
    {
        using var answer = await office.GetAsync(path);
        return await ReadAsync(path, answer);
    }

    private async Task<JsonNode> PostAsync(HttpClient by, string step, object body)
    {
        using var answer = await by.PostAsJsonAsync(Path + step, body);
        return await ReadAsync(step, answer);
    }

    private static async Task<JsonNode> ReadAsync(string what, HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode
            ? JsonNode.Parse(text)!
            : throw new InvalidOperationException($"{what}: {answer.StatusCode} {text}");
    }
}
