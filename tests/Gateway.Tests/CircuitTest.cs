using System.Diagnostics.Metrics;
using System.Net;
using System.Net.Http.Json;
using static Assessment.Gateway.Tests.GatewayServer;

namespace Assessment.Gateway.Tests;

/// <summary>What a service that hangs does to those who ask it, and what it does not do to the others.</summary>
public sealed class CircuitTest : IAsyncLifetime
{
    private const int Enough = 4;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);

    private readonly GatewayServer _gateway = new()
    {
        Settings = new Dictionary<string, string>
        {
            ["ReverseProxy:Clusters:hotline:HttpRequest:ActivityTimeout"] = "00:00:01",
            ["Forwarding:Circuit:AtLeast"] = $"{Enough}",
            ["Forwarding:Circuit:Pause"] = $"{Pause}",
        },
    };

    private HttpClient _browser = null!;

    public async Task InitializeAsync()
    {
        await _gateway.InitializeAsync();
        _browser = await _gateway.BrowserAsync();
    }

    public Task DisposeAsync() => _gateway.DisposeAsync();

    [Fact]
    public async Task LateAnswer_IsReportedInWords_AndNothingIsSentTwice()
    {
        _gateway.Service.Hangs = _ => true;

        var answer = await _browser.PostAsJsonAsync("/api/hotline/exclusions", new { });

        await RefusedAsync(answer, HttpStatusCode.GatewayTimeout, "service-too-slow");
        Assert.True(RetryAfter(answer) > TimeSpan.Zero);
        Assert.Equal(1, Arrivals("/api/hotline/exclusions"));
    }

    [Fact]
    public async Task ServiceThatHangs_IsLeftAloneForAPause_AndTheOthersAnswer()
    {
        await HangAsync();

        var refused = await _browser.GetAsync("/api/hotline/while-open");
        var other = await _browser.GetAsync("/api/scoring/while-open");

        await RefusedAsync(refused, HttpStatusCode.ServiceUnavailable, "service-unavailable");
        Assert.InRange(RetryAfter(refused), TimeSpan.FromSeconds(1), Pause);
        Assert.Equal(0, Arrivals("/api/hotline/while-open"));
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        Assert.Equal(2, Circuit("hotline"));
        Assert.Equal(0, Circuit("scoring"));
    }

    [Fact]
    public async Task ServiceThatIsBack_IsAskedAgainAfterThePause()
    {
        await HangAsync();

        _gateway.Service.Hangs = _ => false;

        await Eventually.HoldsAsync(
            "The service is asked again",
            async () =>
                (await _browser.GetAsync("/api/hotline/again")).StatusCode == HttpStatusCode.OK
        );
        Assert.Equal(0, Circuit("hotline"));
    }

    [Fact]
    public async Task ServiceThatIsGone_IsLeftAloneToo()
    {
        for (var i = 0; i < Enough; i++)
        {
            await RefusedAsync(
                await _browser.GetAsync("/api/payout/sheets"),
                HttpStatusCode.ServiceUnavailable,
                "service-unavailable"
            );
        }

        Assert.Equal(2, Circuit("payout"));
    }

    [Fact]
    public async Task RequestsThatTheirCallersGiveUp_DoNotCount()
    {
        _gateway.Service.Hangs = path => path.EndsWith("/given-up", StringComparison.Ordinal);
        for (var i = 1; i <= 2 * Enough; i++)
        {
            await GiveUpAsync("/api/hotline/given-up", arrivals: i);
        }

        var answer = await _browser.GetAsync("/api/hotline/after");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(0, Circuit("hotline"));
    }

    [Fact]
    public async Task TrialThatItsCallerGivesUp_DoesNotCloseTheCircuit()
    {
        await HangAsync();

        await Eventually.HoldsAsync(
            "A trial reaches the service",
            async () =>
            {
                using var impatient = new CancellationTokenSource(TimeSpan.FromSeconds(0.5));
                var trial = _browser.GetAsync("/api/hotline/trial", impatient.Token);
                await trial.ContinueWith(_ => { }, TaskScheduler.Default);
                return Arrivals("/api/hotline/trial") > 0;
            }
        );

        await Eventually.HoldsAsync(
            "The gateway notices that the caller has gone",
            () => Task.FromResult(Circuit("hotline") != 1)
        );
        Assert.Equal(2, Circuit("hotline"));
    }

    private async Task HangAsync()
    {
        _gateway.Service.Hangs = path => path.StartsWith("/api/hotline", StringComparison.Ordinal);
        var answers = await Task.WhenAll(
            Enumerable.Range(0, Enough).Select(_ => _browser.GetAsync("/api/hotline/hanging"))
        );
        Assert.All(
            answers,
            answer => Assert.Equal(HttpStatusCode.GatewayTimeout, answer.StatusCode)
        );
    }

    private async Task GiveUpAsync(string path, int arrivals)
    {
        using var caller = new CancellationTokenSource();
        var request = _browser.GetAsync(path, caller.Token);
        await Eventually.HoldsAsync(
            "The request reaches the service",
            () => Task.FromResult(Arrivals(path) == arrivals)
        );
        await caller.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => request);
    }

    private int Arrivals(string path) =>
        _gateway.Service.Arrivals.Count(arrival => arrival.Path == path);

    private static TimeSpan RetryAfter(HttpResponseMessage answer) =>
        answer.Headers.RetryAfter!.Delta!.Value;

    /// <summary>As the metric tells it: 0 closed, 1 being tried, 2 open.</summary>
    private int? Circuit(string service)
    {
        int? state = null;
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, at) =>
        {
            if (
                instrument.Name == "assessment.gateway.circuit"
                && instrument.Meter.Scope == _gateway.Services.GetService(typeof(IMeterFactory))
            )
            {
                at.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<int>(
            (_, value, tags, _) =>
            {
                foreach (var (key, tag) in tags)
                {
                    if (key == "cluster" && tag as string == service)
                    {
                        state = value;
                    }
                }
            }
        );
        listener.Start();
        listener.RecordObservableInstruments();
        return state;
    }
}
