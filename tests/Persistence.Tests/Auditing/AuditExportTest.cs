using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Assessment.Audit;
using Assessment.Persistence.Auditing;
using Assessment.Persistence.Tests.Ops;
using Assessment.ServiceDefaults.SignIn;
using Assessment.Testing.Sample;
using Xunit;

namespace Assessment.Persistence.Tests.Auditing;

/// <summary>The log as its readers get it: pages with filters, and an export that can be verified elsewhere.</summary>
public sealed class AuditExportTest : IAsyncLifetime
{
    private const int Entries = 5;
    private SampleService _service = null!;

    public async Task InitializeAsync()
    {
        _service = await SampleService.StartAsync();
        await _service.WriteAsync(Entries);
        await _service.WriteAsync(2, "b");
    }

    public async Task DisposeAsync() => await _service.DisposeAsync();

    [Fact]
    public async Task Export_HoldsTheTownshipsChain_ItselfRecorded_AndVerifies()
    {
        var export = await _service.ExportAsync();

        var report = await AuditedService.CheckAsync(export);
        Assert.True(report.IsInOrder);
        var header = Assert.Single(report.Chains).Header;
        Assert.Equal(
            ("sample", "a", Entries + 1L),
            (header.Service, header.Township, header.Count)
        );
        Assert.Contains(AuditActions.AuditExported, export.Split('\n')[Entries + 1]);
    }

    [Fact]
    public async Task Export_SaysWhoInWhichDuty()
    {
        await _service.ExportAsync();

        var last = (await _service.EntriesAsync())[^1];
        Assert.Equal((Roles.Leader, Roles.Leader), (last.Who, last.Duty));
    }

    [Fact]
    public async Task Pages_ComeNewestFirst_AndLeadOn()
    {
        using var leader = _service.As(Roles.Leader, AuditedService.Township);

        var first = (await leader.GetFromJsonAsync<JsonNode>("/api/sample/audit?take=2"))!;
        var next = (
            await leader.GetFromJsonAsync<JsonNode>(
                $"/api/sample/audit?take=3&before={first["next"]}"
            )
        )!;

        Assert.Equal([5L, 4], Sequences(first));
        Assert.Equal([3L, 2, 1], Sequences(next));
        Assert.Null(next["next"]);
        Assert.Equal(1, (int)next["entries"]![2]!["after"]!["value"]!);
    }

    [Theory]
    [InlineData("subject=note:3", 3L)]
    [InlineData("action=note.read")]
    [InlineData("who=nobody")]
    [InlineData("to=2000-01-01T00:00:00Z")]
    [InlineData("from=2000-01-01T00:00:00%2B08:00&subject=:4", 4L)]
    public async Task Filters_LeaveTheRestOut(string filter, params long[] expected)
    {
        using var leader = _service.As(Roles.Leader, AuditedService.Township);

        var page = (await leader.GetFromJsonAsync<JsonNode>($"/api/sample/audit?{filter}"))!;

        Assert.Equal(expected, Sequences(page));
    }

    [Fact]
    public async Task Scorer_DoesNotReadTheLog()
    {
        using var scorer = _service.As(Roles.DepartmentScorer, AuditedService.Township);

        using var answer = await scorer.GetAsync("/api/sample/audit");

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task Ops_SeesEveryChainAndNamesThePlace()
    {
        await _service.TouchAsync(
            """UPDATE audit_entries SET "Who" = 'x' WHERE "Township" = 'b' AND "Sequence" = 2"""
        );
        using var ops = _service.As(Roles.Ops);

        var chains = (await ops.GetFromJsonAsync<JsonArray>("/api/sample/ops/audit"))!;

        Assert.Equal(["a", "b"], chains.Select(chain => (string)chain!["township"]!));
        Assert.Null(chains[0]!["problem"]);
        Assert.Equal(2, (int)chains[1]!["problem"]!["sequence"]!);
    }

    /// <summary>Every byte of a small export, one after the other: whichever is another one, the check says so.</summary>
    [Fact]
    public async Task AnyChangedByteOfAnExport_IsFound()
    {
        var export = System.Text.Encoding.UTF8.GetBytes(await _service.ExportAsync());
        // The very last line break may be missing or be another one.
        for (var place = 0; place < export.Length - 1; place++)
        {
            var touched = export.ToArray();
            touched[place] ^= 1;
            var report = await AuditedService.CheckAsync(
                System.Text.Encoding.UTF8.GetString(touched)
            );
            Assert.False(report.IsInOrder, $"byte {place}");
        }
    }

    private static IEnumerable<long> Sequences(JsonNode page) =>
        page["entries"]!.AsArray().Select(entry => (long)entry!["sequence"]!);
}
