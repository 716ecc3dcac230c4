using Assessment.Testing.Sidecar;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Xunit;

namespace Assessment.ServiceDefaults.Tests.Sidecar;

public sealed class SidecarHealthTest
{
    [Fact]
    public async Task SidecarThatIsNotReady_IsSaid_AndTakesNothingAway()
    {
        await using var sidecar = await RunningSidecar.StartAsync(
            HeldSecrets.Of("none", new Dictionary<string, string>())
        );
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(sidecar.Settings);
        builder.AddSharedDefaults("sample");
        await using var app = builder.Build();

        Assert.Equal(HealthStatus.Healthy, await StatusAsync(app));
        sidecar.IsReady = false;
        Assert.Equal(HealthStatus.Degraded, await StatusAsync(app));
        await sidecar.DisposeAsync();
        Assert.Equal(HealthStatus.Degraded, await StatusAsync(app));
    }

    private static async Task<HealthStatus> StatusAsync(WebApplication app) =>
        (
            await app
                .Services.GetRequiredService<HealthCheckService>()
                .CheckHealthAsync(check => check.Name == "sidecar")
        )
            .Entries["sidecar"]
            .Status;
}
