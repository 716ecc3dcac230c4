using System.Security.Claims;
using Assessment.Persistence.Auditing;
using Assessment.ServiceDefaults;
using Assessment.ServiceDefaults.Health;
using Assessment.ServiceDefaults.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Assessment.Gateway.Ops;

/// <summary>运维: the whole platform at one address.</summary>
public static class PlatformOps
{
    public static void AddPlatformOps(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ServiceProbe>();
        builder.Services.AddHostedService<ReadinessWatch>();
    }

    public static void MapPlatformOps(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/ops", StateAsync)
            .WithName("GetPlatformState")
            .WithTags("运维")
            .WithSummary("平台的运行状态")
            .RequireRoles(Roles.Ops);
        app.MapGroup("/api/gateway/ops").WithTags("运维").RequireRoles(Roles.Ops).MapAuditCheck();
    }

    private static async Task<Ok<PlatformState>> StateAsync(
        ThisService gateway,
        HealthMemory health,
        ServiceProbe probe,
        TimeProvider time,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    )
    {
        var services = await Task.WhenAll(
            probe.Services.Select(service => probe.LookAsync(service, caller, cancellationToken))
        );
        return TypedResults.Ok(
            new PlatformState(
                gateway.Version,
                gateway.StartedAt,
                time.GetUtcNow(),
                health.Checks,
                services,
                PlatformTotals.Of(services)
            )
        );
    }
}
