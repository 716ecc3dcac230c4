using Assessment.Testing.Telemetry;
using Xunit;
using static Assessment.Survey.Tests.TownshipCycle;

namespace Assessment.Survey.Tests;

/// <summary>Survey tells how it does, and neither who was asked nor what anybody answered.</summary>
public sealed class TelemetryTest : IAsyncLifetime
{
    private TelemetrySink _sink = null!;
    private SurveyHost _host = null!;

    public async Task InitializeAsync()
    {
        _sink = await TelemetrySink.StartAsync();
        _host = new SurveyHost { Telemetry = _sink };
        await _host.InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        await _sink.DisposeAsync();
    }

    [Fact]
    public async Task AtEveryLogLevel_NoLinkHouseholdOrAnswerIsExported()
    {
        const string household = "二〇三弄七号";
        const string wrongAnswer = "说不出口的答案";
        var township = await OpenAsync(_host);
        await township.ImportAsync(Row("一〇一弄九号"), Row("一〇一弄八号", last: wrongAnswer));
        var link = await township.LinkAsync(await township.CampaignAsync(), household);
        var fields = Filled("9");
        using (var shown = await _host.Resident().GetAsync(link))
        {
            Assert.True(shown.IsSuccessStatusCode);
        }

        await SubmitAsync(link, Filled(wrongAnswer));
        await SubmitAsync(link, fields);
        _host.ExportTelemetry();

        Assert.True(_sink.Says("traces", "/s/{token}"));
        Assert.True(_sink.Says("metrics", "http.server.request.duration"));
        Assert.True(_sink.Says("logs", "Assessment.Imports"));
        Assert.DoesNotContain(
            fields
                .Keys.Append(link.Split('/')[^1])
                .Append(household)
                .Append("一〇一弄九号")
                .Append("一〇一弄八号")
                .Append(wrongAnswer),
            secret => _sink.Says(null, secret)
        );
    }

    private async Task SubmitAsync(string link, Dictionary<string, string> fields)
    {
        using var form = new FormUrlEncodedContent(fields);
        using var answer = await _host.Resident().PostAsync(link, form);
    }
}
