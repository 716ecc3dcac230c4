using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Assessment.Gateway.Ops;

/// <summary>
/// Asks every service every <c>Ops:Every</c> whether it is ready, as the metric <c>assessment.gateway.service.ready</c>:
/// 1 ready, 0 not. A service that is gone cannot say so itself.
/// </summary>
internal sealed class ReadinessWatch : BackgroundService
{
    private static readonly TimeSpan UsualEvery = TimeSpan.FromSeconds(15);

    private readonly ConcurrentDictionary<string, Readiness> _services = new(
        StringComparer.Ordinal
    );
    private readonly ServiceProbe _probe;
    private readonly TimeProvider _time;
    private readonly TimeSpan _every;

    public ReadinessWatch(
        ServiceProbe probe,
        IMeterFactory meters,
        IConfiguration configuration,
        TimeProvider time
    )
    {
        _probe = probe;
        _time = time;
        _every = configuration.GetValue("Ops:Every", UsualEvery);
        meters
            .Create("Assessment")
            .CreateObservableGauge(
                "assessment.gateway.service.ready",
                Measure,
                description: "1 ready, 0 not"
            );
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_every, _time);
        try
        {
            do
            {
                await Parallel.ForEachAsync(
                    _probe.Services,
                    stoppingToken,
                    async (service, stop) =>
                        _services[service] = await _probe.ReadinessAsync(service, stop)
                );
            } while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The gateway stops.
        }
    }

    private IEnumerable<Measurement<int>> Measure() =>
        _services.Select(service => new Measurement<int>(
            service.Value == Readiness.Ready ? 1 : 0,
            new KeyValuePair<string, object?>("service", service.Key)
        ));
}
