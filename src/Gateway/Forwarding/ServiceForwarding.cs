using System.Collections.Frozen;
using System.Net.Http.Headers;
using System.Security.Claims;
using Assessment.Gateway.SignIn;
using Assessment.ServiceDefaults.Auditing;
using Assessment.ServiceDefaults.SignIn;
using Yarp.ReverseProxy.Forwarder;
using Yarp.ReverseProxy.Transforms;

namespace Assessment.Gateway.Forwarding;

/// <summary>
/// 转发: a service learns who asks from the ticket minted here and from nothing that the client sent.
/// Of the client's headers only those that describe the content go along.
/// </summary>
public static class ServiceForwarding
{
    /// <summary>Pages that are the same for everybody, and know nobody.</summary>
    private static readonly FrozenSet<string> ResidentRoutes = new[]
    {
        "resident",
        "notices",
    }.ToFrozenSet();

    private static readonly string[] PassedHeaders =
    [
        "Accept",
        "Accept-Encoding",
        "Accept-Language",
        "Content-Disposition",
        "Content-Encoding",
        "Content-Language",
        "Content-Length",
        "Content-Type",
        "If-Match",
        "If-Modified-Since",
        "If-None-Match",
        "Range",
        "User-Agent",
    ];

    private static readonly FrozenSet<string> ServicesLearn = new[]
    {
        CallerClaims.Subject,
        CallerClaims.Name,
        CallerClaims.Role,
        CallerClaims.Township,
        CallerClaims.Staff,
        CallerClaims.Department,
        CallerClaims.Signs,
        CallerClaims.Campaign,
        CallerClaims.Area,
        CallerClaims.SecondFactorAt,
    }.ToFrozenSet();

    private static readonly Claim[] ResidentClaims =
    [
        new(CallerClaims.Subject, Roles.Resident),
        new(CallerClaims.Role, Roles.Resident),
    ];

    public static void AddForwarding(this WebApplicationBuilder builder)
    {
        builder.Services.Configure<CircuitSettings>(
            builder.Configuration.GetSection("Forwarding:Circuit")
        );
        builder.Services.AddSingleton<Circuits>();
        builder.Services.AddHostedService<CircuitMetric>();
        builder.Services.AddSingleton<IForwarderHttpClientFactory, TrustedServices>();
        builder.AddProxyInFront();
        builder
            .Services.AddReverseProxy()
            .LoadFromConfig(builder.Configuration.GetSection("ReverseProxy"))
            .AddTransforms(transforms =>
            {
                transforms.AddRequestHeadersAllowed(PassedHeaders);
                transforms.AddRequestTransform(request =>
                {
                    var claims = ClaimsFor(request.HttpContext.User, transforms.Route.RouteId);
                    var services = request.HttpContext.RequestServices;
                    var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
                    var ticket = services.GetRequiredService<ServiceTickets>().Mint(claims, now);
                    request.ProxyRequest.Headers.Authorization = new AuthenticationHeaderValue(
                        "Bearer",
                        ticket
                    );
                    return ValueTask.CompletedTask;
                });
            });
    }

    public static void MapForwarding(this WebApplication app) =>
        app.MapReverseProxy(proxy => proxy.UseServiceUnavailable().UseLoadBalancing())
            .ConfigureEndpoints(
                // The services say more exactly who may call what; here it is decided only whether without signing in.
                (endpoint, route) =>
                {
                    endpoint.RecordsNothing("the service that it is passed on to records");
                    if (route.AuthorizationPolicy == "anonymous")
                    {
                        endpoint.OpenToEveryone();
                    }
                    else
                    {
                        endpoint.RequireSignIn();
                    }
                }
            );

    public static bool IsResidentsPage(PathString path) =>
        path.StartsWithSegments("/s") || path.StartsWithSegments("/notices");

    /// <summary>An official who opens a resident's link, or a notice for everybody, is a resident there.</summary>
    private static IEnumerable<Claim> ClaimsFor(ClaimsPrincipal caller, string route) =>
        !ResidentRoutes.Contains(route) && caller.Identity is { IsAuthenticated: true }
            ? caller.Claims.Where(claim => ServicesLearn.Contains(claim.Type))
            : ResidentClaims;
}
