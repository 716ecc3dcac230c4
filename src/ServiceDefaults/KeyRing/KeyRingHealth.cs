using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Assessment.ServiceDefaults.KeyRing;

/// <summary>
/// Not ready without a key ring, for nobody can be let in. Keys that are only left in memory still do their work, so that
/// the process is ready and says that something must be done before it ends.
/// </summary>
internal sealed class KeyRingHealth(KeyRingState keys) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    )
    {
        keys.Look();
        return Task.FromResult(
            keys switch
            {
                { Fault: { } fault } => HealthCheckResult.Unhealthy(fault),
                { Loss: { } loss } => HealthCheckResult.Degraded(loss),
                _ => HealthCheckResult.Healthy(),
            }
        );
    }
}
