using Assessment.ServiceDefaults.SignIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace Assessment.ServiceDefaults.Health;

/// <summary>The only addresses of a service that answer without a ticket; they tell nothing but the state.</summary>
public static class HealthEndpoints
{
    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false })
            .OpenToEveryone();
        // The broker is not part of it: without it the outbox keeps what is to be sent, and the service goes on.
        app.MapHealthChecks(
                "/health/ready",
                new HealthCheckOptions
                {
                    Predicate = check =>
                        check.Tags.Contains("ready") && check.Name != "masstransit-bus",
                }
            )
            .OpenToEveryone();
    }
}
