using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Assessment.Contracts;
using Assessment.FactSources;
using Assessment.Hotline.Rates;
using Assessment.Testing.Hosts;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Assessment.Hotline.Tests;

/// <summary>A township of its own with an open cycle, and what its administrator does in it.</summary>
public sealed class TownshipCycle(HotlineHost host, string name)
{
    public const string Header =
        "工单编号,来源,受理时间,办结时限,办结时间,诉求分类,标题,内容,地址,居民区,是否解决,满意度,剔除理由,剔除状态";

    public static IReadOnlyList<ListedArea> TwoAreas { get; } =
    [new("a1", "高境居民区", null, 500, 50), new("a2", "三花居民区", null, 600, 60)];

    public string Township { get; init; } = $"{name}-{Guid.NewGuid():N}";

    public Guid Cycle { get; } = Guid.CreateVersion7();

    public HttpClient Administrator => host.As(Township);

    public static async Task<TownshipCycle> OpenAsync(
        HotlineHost host,
        IReadOnlyList<ListedArea>? areas = null
    )
    {
        var opened = new TownshipCycle(host, "town");
        await host.DeliverAsync(opened.Message(areas ?? TwoAreas));
        return opened;
    }

    public CycleOpened Message(
        IReadOnlyList<ListedArea> areas,
        long version = 1,
        bool counts = true
    ) =>
        new(
            Township,
            Cycle,
            "gaojing-2024",
            "1",
            "居民区考核",
            2024,
            DateTimeOffset.UnixEpoch,
            version,
            areas,
            CollectionPlan.Empty with
            {
                Hotline = counts
                    ? new HotlineSpec(
                        new DateOnly(2024, 1, 1),
                        new DateOnly(2024, 12, 31),
                        ["12345", "信访", "舆情"],
                        "hotline",
                        "tickets"
                    )
                    : null,
            },
            []
        );

    /// <summary>One row; what is not named is a good ticket of the first area.</summary>
    public static string Row(
        string number,
        string area = "高境居民区",
        string source = "12345",
        string received = "2024-06-03 09:30",
        string due = "2024-06-10 09:30",
        string finished = "2024-06-05 10:00",
        string address = "",
        string solved = "是",
        string satisfaction = "满意",
        string reason = "",
        string state = ""
    ) =>
        string.Join(
            ',',
            number,
            source,
            received,
            due,
            finished,
            "物业管理",
            "楼道堆物",
            "请核实",
            address,
            area,
            solved,
            satisfaction,
            reason,
            state
        );

    public static byte[] File(params string[] rows) =>
        Encoding.UTF8.GetBytes(string.Join("\n", [Header, .. rows]));

    /// <summary>Decides on a ticket.</summary>
    /// <param name="what"><c>attribution</c> or <c>exclusion</c>.</param>
    /// <param name="ifMatch">The version that it is made from; of whatever is there where it is left out.</param>
    public async Task<HttpResponseMessage> DecideAsync(
        string number,
        string what,
        object decision,
        string? ifMatch = "*"
    )
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Post,
            $"/api/hotline/tickets/{number}/{what}"
        )
        {
            Content = JsonContent.Create(decision),
        };
        request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        return await Administrator.SendAsync(request);
    }

    public Task<JsonNode> ImportAsync(params string[] rows) => ImportAsync(File(rows));

    /// <summary>Uploads and waits for the report.</summary>
    public async Task<JsonNode> ImportAsync(byte[] content)
    {
        var id = (await UploadAsync(content))["id"]!.GetValue<string>();
        JsonNode? report = null;
        await Eventually.HoldsAsync(
            "import ended",
            async () =>
            {
                report = await Administrator.GetFromJsonAsync<JsonNode>(
                    $"/api/hotline/imports/{id}"
                );
                return report!["status"]!.GetValue<string>() is "completed" or "refused";
            }
        );
        return report!;
    }

    public async Task<JsonNode> UploadAsync(byte[] content)
    {
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent(content), "file", "tickets.csv" },
        };
        using var response = await Administrator.PostAsync(
            $"/api/hotline/imports/tickets?cycle={Cycle}",
            form
        );
        Assert.True(response.IsSuccessStatusCode, response.StatusCode.ToString());
        return (await response.Content.ReadFromJsonAsync<JsonNode>())!;
    }

    public async Task<JsonNode> RatesAsync(string area) =>
        (await Administrator.GetFromJsonAsync<JsonNode>($"/api/hotline/rates?cycle={Cycle}"))![
            "areas"
        ]!
            .AsArray()
            .Single(rates => rates!["area"]!.GetValue<string>() == area)!["rates"]!;

    public async Task<JsonNode> TicketsAsync(string query = "") =>
        (
            await Administrator.GetFromJsonAsync<JsonNode>(
                $"/api/hotline/tickets?cycle={Cycle}{query}"
            )
        )!;

    public Task<Dictionary<string, long>> VersionsAsync() =>
        host.ReadAsync(
            Township,
            db =>
                db.SubjectReports.Where(report => report.Cycle == Cycle)
                    .ToDictionaryAsync(report => report.Subject, report => report.Version)
        );

    /// <summary>What Scoring holds of every area, once all that was reported has arrived.</summary>
    public async Task<Dictionary<string, Dictionary<string, ReportedFact>>> FactsAsync()
    {
        var versions = await VersionsAsync();
        await Eventually.HoldsAsync(
            "facts received",
            () => Task.FromResult(versions.All(area => Newest(area.Key)?.Version >= area.Value))
        );
        return versions.Keys.ToDictionary(
            area => area,
            area => Newest(area)!.Facts.ToDictionary(fact => fact.Item)
        );
    }

    private FactsReported? Newest(string area) =>
        host.Received<FactsReported>(Township)
            .Where(report =>
                report.Cycle == Cycle && report.Subject == area && report.Source == RateSource.Name
            )
            .MaxBy(report => report.Version);
}
