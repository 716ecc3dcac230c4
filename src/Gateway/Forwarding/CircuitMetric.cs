using System.Diagnostics.Metrics;
using Polly.CircuitBreaker;
using Yarp.ReverseProxy;

namespace Assessment.Gateway.Forwarding;

/// <summary>Shows each service's circuit: 0 closed (all is well), 1 being tried, 2 open (nothing is sent).</summary>
internal sealed class CircuitMetric(
    IMeterFactory meters,
    Circuits circuits,
    IProxyStateLookup services
) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        meters
            .Create("Assessment")
            .CreateObservableGauge(
                "assessment.gateway.circuit",
                Measure,
                description: "0 closed, 1 being tried, 2 open"
            );
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private IEnumerable<Measurement<int>> Measure() =>
        services
            .GetClusters()
            .Select(service => new Measurement<int>(
                circuits.StateOf(service.ClusterId) switch
                {
                    CircuitState.Closed => 0,
                    CircuitState.HalfOpen => 1,
                    _ => 2,
                },
                new KeyValuePair<string, object?>("cluster", service.ClusterId)
            ));
}
