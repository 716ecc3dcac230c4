using Assessment.Testing.Telemetry;
using Xunit;

namespace Assessment.Scoring.Tests;

/// <summary>Scoring tells how it does, and names nobody.</summary>
public sealed class TelemetryTest : IAsyncLifetime
{
    private TelemetrySink _sink = null!;
    private ScoringHost _host = null!;

    public async Task InitializeAsync()
    {
        _sink = await TelemetrySink.StartAsync();
        _host = new ScoringHost { Telemetry = _sink };
        await _host.InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        await _sink.DisposeAsync();
    }

    [Fact]
    public async Task AtEveryLogLevel_NoNameIsExported()
    {
        var year = await TownshipYear.ScoringAsync(_host);
        await year.ImportAsync(
            "events",
            "id,subject,rule,level,points,date,evidence\ne1,a1,honour,national,,2024-09-01,说不出口的事由\n"
        );
        await year.CalculateAsync();
        _host.ExportTelemetry();

        Assert.True(_sink.Says("traces", "/api/scoring/"));
        Assert.True(_sink.Says("metrics", "http.server.request.duration"));
        Assert.True(_sink.Says("logs", "Assessment.Imports"));
        Assert.DoesNotContain(
            new[] { "张三", "李四", "说不出口的事由" },
            secret => _sink.Says(null, secret)
        );
    }
}
