using Dapr.Client;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Assessment.ServiceDefaults.Sidecar;

/// <summary>Degraded and not unhealthy: without the sidecar no files come by its bindings, and everything else goes on.</summary>
internal sealed class SidecarHealth(DaprClient client, DaprSidecar sidecar) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    ) =>
        await client.CheckOutboundHealthAsync(cancellationToken)
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Degraded($"The sidecar at {sidecar} is not ready.");
}
