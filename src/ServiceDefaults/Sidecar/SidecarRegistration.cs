using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Assessment.ServiceDefaults.Sidecar;

internal static class SidecarRegistration
{
    /// <summary>
    /// With a sidecar: its secrets come into the configuration, before anything else is made of it, and its health is
    /// looked at. Without one this does nothing.
    /// </summary>
    public static void AddSidecar(this WebApplicationBuilder builder, string service)
    {
        if (DaprSidecar.Of(builder.Configuration) is not { } sidecar)
        {
            return;
        }

        if (SecretStore.Of(builder.Configuration) is { } store)
        {
            // What is configured must be known before the host is built, so there is nothing yet that could be awaited in.
            builder.Configuration.AddInMemoryCollection(
                store
                    .ReadAsync(
                        sidecar,
                        SecretKeys.Of(service, builder.Configuration),
                        TimeProvider.System
                    )
                    .GetAwaiter()
                    .GetResult()
            );
        }

        builder.Services.AddSingleton(sidecar);
        builder.Services.AddDaprClient((_, client) => sidecar.ApplyTo(client));
        builder
            .Services.AddHealthChecks()
            .AddCheck<SidecarHealth>("sidecar", HealthStatus.Degraded, ["ready"]);
    }
}
