using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Assessment.Testing.Telemetry;
using Xunit;

namespace Assessment.Payout.Tests;

/// <summary>Payout tells how it does, and never whose pay it is or how much.</summary>
public sealed class TelemetryTest : IAsyncLifetime
{
    private TelemetrySink _sink = null!;
    private PayoutHost _host = null!;

    public async Task InitializeAsync()
    {
        _sink = await TelemetrySink.StartAsync();
        _host = new PayoutHost { Telemetry = _sink };
        await _host.InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        await _sink.DisposeAsync();
    }

    [Fact]
    public async Task AtEveryLogLevel_NoNameBaseOrAmountIsExported()
    {
        var published = FinalCase.Of("1", "danan-2017");
        var people = published.Message().Staff;
        var bases = people.Select((_, i) => $"{918273.64m + i}").ToList();

        await _host.DeliverAsync(published.Message());
        await _host.ImportBasesAsync(
            published.Township,
            string.Join(
                '\n',
                people.Select((person, i) => $"{person.Id},{bases[i]}").Prepend("id,base")
            )
        );
        var sheet = await _host
            .As(published.Township)
            .GetFromJsonAsync<JsonNode>($"/api/payout/sheets/{published.Cycle}");
        _host.ExportTelemetry();

        var amounts = sheet!["lines"]!
            .AsArray()
            .Select(line => (decimal?)line!["amount"])
            .OfType<decimal>()
            .Where(amount => amount > 100_000)
            .Select(amount => amount.ToString(CultureInfo.InvariantCulture))
            .ToList();
        Assert.NotEmpty(amounts);
        Assert.True(_sink.Says("traces", "/api/payout/"));
        Assert.True(_sink.Says("metrics", "http.server.request.duration"));
        Assert.True(_sink.Says("logs", "Assessment.Imports"));
        Assert.DoesNotContain(
            people.Select(person => person.Name).Concat(bases).Concat(amounts),
            secret => _sink.Says(null, secret)
        );
    }
}
