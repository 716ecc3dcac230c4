using MassTransit;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Assessment.Persistence.Messaging;

/// <summary>
/// A service is not ready before its queues are declared for the first time: what others publish before that would
/// reach nobody. Afterwards the queues stay, and a broker that is away is the outbox's concern, not a reason to stop.
/// </summary>
internal sealed class QueuesDeclared(IBusControl bus) : IHealthCheck
{
    private volatile bool _declared;

    public Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    )
    {
        _declared = _declared || bus.CheckHealth().Status == BusHealthStatus.Healthy;
        return Task.FromResult(
            _declared
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Unhealthy("The broker has not been reached yet.")
        );
    }
}
