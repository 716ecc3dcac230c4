using System.Diagnostics.Metrics;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using static Assessment.Gateway.Tests.GatewayServer;

namespace Assessment.Gateway.Tests;

/// <summary>A service's clock goes wrong: the gateway's tickets look expired, or come from the future.</summary>
public sealed class WrongClockTest : IAsyncLifetime
{
    private readonly ShiftedClock _clock = new();
    private readonly KeptLog _log = new();
    private readonly GatewayServer _gateway;

    public WrongClockTest() =>
        _gateway = new GatewayServer
        {
            ConfigureService = service =>
            {
                service.Services.AddSingleton<TimeProvider>(_clock);
                service.Logging.AddProvider(_log);
            },
        };

    public Task InitializeAsync() => _gateway.InitializeAsync();

    public Task DisposeAsync() => _gateway.DisposeAsync();

    [Theory]
    [InlineData(60, "this clock is ahead of the gateway's")]
    [InlineData(-60, "this clock is behind the gateway's")]
    [InlineData(-2, "this clock is behind the gateway's")]
    public async Task ClockIsWrong_TicketsAreRefused_AndTheServiceSaysWhy_UntilItIsSet(
        int minutes,
        string reason
    )
    {
        var browser = await _gateway.BrowserAsync();
        using var service = new HttpClient { BaseAddress = new Uri(_gateway.Service.Address) };
        using var offences = new Offences(_gateway.Service.Services);

        _clock.Offset = TimeSpan.FromMinutes(minutes);

        await RefusedAsync(
            await browser.GetAsync("/api/scoring/wrong-clock"),
            HttpStatusCode.Unauthorized,
            "sign-in-required"
        );
        Assert.Equal(1, offences.Count);
        Assert.Contains(_log.Lines, line => line.Contains(reason, StringComparison.Ordinal));
        Assert.Equal("Degraded", await service.GetStringAsync("/health/ready"));

        _clock.Offset = TimeSpan.Zero;

        Assert.Equal(
            HttpStatusCode.OK,
            (await browser.GetAsync("/api/scoring/clock-set")).StatusCode
        );
        Assert.Equal("Healthy", await service.GetStringAsync("/health/ready"));
    }

    [Theory]
    [InlineData(20)]
    [InlineData(-20)]
    public async Task ClocksDifferByALittle_NothingHappens(int seconds)
    {
        var browser = await _gateway.BrowserAsync();

        _clock.Offset = TimeSpan.FromSeconds(seconds);

        Assert.Equal(
            HttpStatusCode.OK,
            (await browser.GetAsync("/api/scoring/a-little")).StatusCode
        );
        using var service = new HttpClient { BaseAddress = new Uri(_gateway.Service.Address) };
        Assert.Equal("Healthy", await service.GetStringAsync("/health/ready"));
    }

    private sealed class ShiftedClock : TimeProvider
    {
        public TimeSpan Offset { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Offset;
    }

    /// <summary>As the metric tells them.</summary>
    private sealed class Offences : IDisposable
    {
        private readonly MeterListener _listener = new();
        private long _count;

        public Offences(IServiceProvider service)
        {
            var meters = service.GetRequiredService<IMeterFactory>();
            _listener.InstrumentPublished = (instrument, listener) =>
            {
                if (
                    instrument.Name == "assessment.ticket.clock"
                    && instrument.Meter.Scope == meters
                )
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            };
            _listener.SetMeasurementEventCallback<long>(
                (_, value, _, _) => Interlocked.Add(ref _count, value)
            );
            _listener.Start();
        }

        public long Count => Interlocked.Read(ref _count);

        public void Dispose() => _listener.Dispose();
    }
}
