using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Assessment.Contracts;
using Assessment.FactSources;
using Assessment.Testing.Hosts;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Assessment.Survey.Tests;

/// <summary>A township of its own with a cycle, and what its administrator does in it.</summary>
public sealed class TownshipCycle(SurveyHost host, IReadOnlyList<ListedArea>? areas = null)
{
    public const int Questions = 10;
    public const string First = "a1";
    public const string Second = "a2";

    public static string Header { get; } =
        "area,channel,wave,respondent,household,submitted_at,"
        + string.Join(',', Enumerable.Range(1, Questions).Select(number => $"q{number}"));

    private static readonly IReadOnlyList<ListedArea> TwoAreas =
    [
        new(First, "高境一居", null, 200, 50),
        new(Second, "<高境>二居", null, 100, 20),
    ];

    public string Township { get; } = $"t{Guid.NewGuid():N}";

    public Guid Cycle { get; } = Guid.CreateVersion7();

    public HttpClient Administrator { get; private set; } = null!;

    public static async Task<TownshipCycle> OpenAsync(
        SurveyHost host,
        IReadOnlyList<ListedArea>? areas = null
    )
    {
        var township = new TownshipCycle(host, areas);
        await township.OpenAsync();
        return township;
    }

    public void Administer() => Administrator = host.As(Township);

    public async Task OpenAsync()
    {
        Administer();
        await host.DeliverAsync(Opened());
    }

    /// <summary>What the scheme of 高境镇 orders: meeting, third party, and online in two waves.</summary>
    public CycleOpened Opened(long areasVersion = 1) =>
        new(
            Township,
            Cycle,
            "gaojing-2024",
            "1",
            "2024年高境镇居民区考核",
            2024,
            DateTimeOffset.UnixEpoch,
            areasVersion,
            areas ?? TwoAreas,
            CollectionPlan.Empty with
            {
                Campaigns =
                [
                    Ordered("meeting", null, "座谈会测评"),
                    Ordered("thirdParty", null, "第三方测评"),
                    Ordered("online", "H1", "上半年线上测评"),
                    Ordered("online", "H2", "下半年线上测评"),
                ],
            },
            [
                new QuestionnaireText(
                    "annex2",
                    string.Join(
                        '\n',
                        [
                            "questionnaire: annex2",
                            "title: 居民满意度测评调查问卷",
                            "sections:",
                            "  - title: 一、对“社区党建”的总体评价",
                            .. QuestionsOf(1, 4),
                            "  - title: 二、对“社区服务”的总体评价",
                            .. QuestionsOf(5, Questions),
                        ]
                    )
                ),
            ]
        );

    /// <summary>One row; what is not named is a good answer of the first area in the first online wave.</summary>
    public static string Row(
        string household,
        string area = First,
        string channel = "online",
        string wave = "H1",
        string respondent = "household",
        string submittedAt = "2024-06-03T09:30:00",
        string score = "8",
        string? last = null
    ) =>
        string.Join(
            ',',
            [
                area,
                channel,
                wave,
                respondent,
                household,
                submittedAt,
                .. Enumerable.Repeat(score, Questions - 1),
                last ?? score,
            ]
        );

    /// <summary>The page's fields, filled with the same points everywhere.</summary>
    public static Dictionary<string, string> Filled(string score) =>
        Enumerable.Range(1, Questions).ToDictionary(number => $"q-q{number}", _ => score);

    public static byte[] FileOf(params IEnumerable<string> rows) =>
        Encoding.UTF8.GetBytes(string.Join('\n', [Header, .. rows]));

    public Task<JsonNode> ImportAsync(params IEnumerable<string> rows) => ImportAsync(FileOf(rows));

    /// <summary>补录, with a reason.</summary>
    public Task<JsonNode> ImportLateAsync(params IEnumerable<string> rows) =>
        ImportAsync(FileOf(rows), "纸质答卷晚到");

    /// <summary>Uploads and waits for the report.</summary>
    public async Task<JsonNode> ImportAsync(byte[] content, string? reason = null)
    {
        var id = (await UploadAsync(content, reason))["id"]!.GetValue<string>();
        JsonNode? report = null;
        await Eventually.HoldsAsync(
            "import ended",
            async () =>
            {
                report = await Administrator.GetFromJsonAsync<JsonNode>(
                    $"/api/survey/imports/{id}"
                );
                return report!["status"]!.GetValue<string>() is "completed" or "refused";
            }
        );
        return report!;
    }

    public async Task<JsonNode> UploadAsync(byte[] content, string? reason = null)
    {
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent(content), "file", "responses.csv" },
        };
        if (reason is not null)
        {
            form.Add(new StringContent(reason), "reason");
        }

        using var response = await Administrator.PostAsync(
            $"/api/survey/imports/responses?cycle={Cycle}",
            form
        );
        Assert.True(response.IsSuccessStatusCode, response.StatusCode.ToString());
        return (await response.Content.ReadFromJsonAsync<JsonNode>())!;
    }

    public async Task<Guid> CampaignAsync(string channel = "online", string? wave = "H1")
    {
        var campaigns = await Administrator.GetFromJsonAsync<JsonArray>(
            $"/api/survey/campaigns?cycle={Cycle}"
        );
        return campaigns!.Single(campaign =>
            campaign!["channel"]!.GetValue<string>() == channel
            && campaign["wave"]?.GetValue<string>() == wave
        )!["id"]!.GetValue<Guid>();
    }

    public async Task<string> LinkAsync(Guid campaign, string household, string area = First)
    {
        using var response = await Administrator.PostAsJsonAsync(
            $"/api/survey/campaigns/{campaign}/links",
            new { area, households = new[] { household } }
        );
        Assert.True(response.IsSuccessStatusCode, response.StatusCode.ToString());
        return (await response.Content.ReadFromJsonAsync<JsonArray>())!.Single()![
            "url"
        ]!.GetValue<string>();
    }

    public async Task CloseAsync(Guid campaign)
    {
        using var response = await Administrator.PostAsJsonAsync(
            $"/api/survey/campaigns/{campaign}/close",
            new { confirm = true }
        );
        Assert.True(response.IsSuccessStatusCode, response.StatusCode.ToString());
    }

    /// <summary>Makes the cycle's result final.</summary>
    public Task EndAsync() =>
        host.DeliverAsync(new CycleClosed(Township, Cycle, DateTimeOffset.UnixEpoch, "leader.li"));

    public Task<Dictionary<string, long>> VersionsAsync() =>
        host.ReadAsync(
            Township,
            db =>
                db.SubjectReports.Where(report => report.Cycle == Cycle)
                    .ToDictionaryAsync(report => report.Subject, report => report.Version)
        );

    /// <summary>What Scoring holds of every area, once all that was reported has arrived.</summary>
    public async Task<Dictionary<string, List<ReportedFact>>> FactsAsync()
    {
        var versions = await VersionsAsync();
        await Eventually.HoldsAsync(
            "facts received",
            () =>
                Task.FromResult(versions.All(area => NewestOrNone(area.Key)?.Version >= area.Value))
        );
        return versions.Keys.ToDictionary(area => area, area => NewestOrNone(area)!.Facts.ToList());
    }

    /// <summary>The same without the campaigns' ids, to be compared with another township's.</summary>
    public async Task<string> FactsAsTextAsync() =>
        JsonSerializer.Serialize(
            (await FactsAsync())
                .OrderBy(area => area.Key)
                .Select(area => new
                {
                    area.Key,
                    Facts = area.Value.Select(fact => fact with { Evidence = [] }),
                })
        );

    public IReadOnlyList<SourceAnswered> Answers(Guid request) =>
        [.. host.Received<SourceAnswered>(Township).Where(answer => answer.Request == request)];

    private FactsReported? NewestOrNone(string area) =>
        host.Received<FactsReported>(Township)
            .Where(report => report.Cycle == Cycle && report.Subject == area)
            .MaxBy(report => report.Version);

    private static CampaignSpec Ordered(string channel, string? wave, string title) =>
        new(
            channel,
            wave,
            title,
            "satisfaction",
            "annex2",
            "satisfaction.households",
            "satisfaction.partyMembers"
        );

    private static List<string> QuestionsOf(int from, int to) =>
        [
            $"    points: {10 * (to - from + 1)}",
            "    questions:",
            .. Enumerable
                .Range(from, to - from + 1)
                .Select(number =>
                    $$"""      - {id: q{{number}}, text: 您对第 {{number}} 项工作是否满意？, max: 10}"""
                ),
        ];
}
