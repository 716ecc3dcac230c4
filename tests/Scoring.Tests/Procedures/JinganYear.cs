using System.Text.Json.Nodes;

namespace Assessment.Scoring.Tests.Procedures;

/// <summary>A township by 静安's guidance, whose procedure has all kinds of steps before the decision, with the scheme's first case calculated.</summary>
internal sealed class JinganYear
{
    private const string Scheme = "jingan-guidance";

    private JinganYear(TownshipYear year) => Year = year;

    public TownshipYear Year { get; }

    /// <summary>The leading group's, reviewed by nobody.</summary>
    public static object NoProposals { get; } = new
    {
        confirm = true,
        proposals = Array.Empty<object>(),
    };

    public static async Task<JinganYear> CalculatedAsync(ScoringHost host) =>
        new(await TownshipYear.CalculatedAsync(host, Scheme));

    public Task<JsonNode> NowAsync() => Year.GetAsync($"{Year.Path}/procedure");

    public async Task<List<JsonNode>> StandingsAsync() =>
        [
            .. (await Year.GetAsync($"{Year.Path}/procedure/standings"))["standings"]!
                .AsArray()
                .Select(one => one!),
        ];

    /// <summary>Somebody of that kind who stands there.</summary>
    public async Task<JsonNode> OneAsync(string kind, string grade) =>
        (await StandingsAsync()).First(one =>
            (string?)one["kind"] == kind && (string?)one["grade"] == grade
        );

    /// <summary>The ids of the areas that propose for their own people.</summary>
    public async Task<List<string>> AreasAsync() =>
        [
            .. (await StandingsAsync())
                .Where(one => (string?)one["kind"] == "others")
                .Select(one => (string)one["area"]!)
                .Distinct(),
        ];

    public async Task HandInAsync(string area)
    {
        using var client = Year.AreaAccount(area);
        await new Calling(client).PostAsync(
            $"{Year.Path}/procedure/proposals",
            NoProposals,
            CancellationToken.None
        );
    }

    public async Task PubliciseAsync() =>
        await Year.PostAsync(
            "/procedure/publicity",
            new
            {
                confirm = true,
                first = (string)(await NowAsync())["earliestFirst"]!,
                contact = "社区党委",
            }
        );

    /// <summary>Until the day after the last publicity.</summary>
    public async Task PassPublicityAsync()
    {
        var now = await NowAsync();
        var last = DateOnly.Parse((string)now["publicities"]!.AsArray()[^1]!["last"]!);
        var today = DateOnly.Parse((string)now["today"]!);
        await Year.Host.Days.PassAsync(last.DayNumber - today.DayNumber + 1, default);
    }

    public static object Proposal(JsonNode of, string grade) => Proposals((of, grade));

    public static object Proposals(params (JsonNode Of, string Grade)[] proposals) =>
        new
        {
            confirm = true,
            proposals = proposals.Select(one => new
            {
                subject = (string)one.Of["subject"]!,
                grade = one.Grade,
                reason = "年度重难点工作",
            }),
        };

    public static object Decision(JsonNode now, params object[] changes) =>
        new
        {
            confirm = true,
            meeting = new
            {
                date = (string)now["today"]!,
                body = "街道党工委",
                present = "党工委全体委员",
            },
            changes,
            quotaReason = "经研究，情况特殊",
        };
}
