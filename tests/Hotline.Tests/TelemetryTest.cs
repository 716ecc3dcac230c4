using System.Net.Http.Json;
using Assessment.Testing.Telemetry;
using Xunit;
using static Assessment.Hotline.Tests.TownshipCycle;

namespace Assessment.Hotline.Tests;

/// <summary>Hotline tells how it does, and nothing of what people complained about.</summary>
public sealed class TelemetryTest : IAsyncLifetime
{
    private TelemetrySink _sink = null!;
    private HotlineHost _host = null!;

    public async Task InitializeAsync()
    {
        _sink = await TelemetrySink.StartAsync();
        _host = new HotlineHost { Telemetry = _sink };
        await _host.InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        await _sink.DisposeAsync();
    }

    [Fact]
    public async Task AtEveryLogLevel_NoTextOrAddressOfATicketIsExported()
    {
        var township = await OpenAsync(_host);
        await township.ImportAsync(
            Row("N1", address: "四十七号五零一室"),
            Row("N2", area: "没有这个居民区")
        );
        await township.TicketsAsync("");
        using var decided = await township.DecideAsync(
            "N1",
            "exclusion",
            new
            {
                state = "申请",
                reason = "非法定职责",
                note = "说不出口的理由",
            }
        );
        Assert.True(decided.IsSuccessStatusCode);
        _host.ExportTelemetry();

        Assert.True(_sink.Says("traces", "/api/hotline/tickets"));
        Assert.True(_sink.Says("metrics", "http.server.request.duration"));
        Assert.True(_sink.Says("logs", "Assessment.Imports"));
        Assert.DoesNotContain(
            new[] { "四十七号五零一室", "楼道堆物", "请核实", "没有这个居民区", "说不出口的理由" },
            secret => _sink.Says(null, secret)
        );
    }
}
