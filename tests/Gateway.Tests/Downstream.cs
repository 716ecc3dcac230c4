using System.Collections.Concurrent;
using System.Security.Claims;
using Assessment.ServiceDefaults;
using Assessment.ServiceDefaults.SignIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Assessment.Gateway.Tests;

/// <summary>A service behind the gateway, with the sign-in that every service has; it keeps what reached it.</summary>
public sealed class Downstream : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Downstream(WebApplication app) => _app = app;

    public ConcurrentQueue<Arrival> Arrivals { get; } = new();

    public string Address => _app.Urls.Single();

    public IServiceProvider Services => _app.Services;

    /// <summary>Requests of these paths arrive and are never answered.</summary>
    public Func<string, bool> Hangs { get; set; } = _ => false;

    public static async Task<Downstream> StartAsync(
        string keyRing,
        Action<WebApplicationBuilder>? configure = null,
        CertificateFiles? certificate = null,
        IReadOnlyDictionary<string, string>? settings = null
    )
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?> { ["DataProtection:KeyRing"] = keyRing }
        );
        foreach (var (key, value) in settings ?? new Dictionary<string, string>())
        {
            builder.Configuration[key] = value;
        }

        builder.WebHost.UseUrls(certificate is null ? "http://127.0.0.1:0" : "https://127.0.0.1:0");
        if (certificate is not null)
        {
            builder.Configuration["Kestrel:Certificates:Default:Path"] = certificate.Path;
            builder.Configuration["Kestrel:Certificates:Default:KeyPath"] = certificate.KeyPath;
            builder.WebHost.UseKestrelHttpsConfiguration();
        }

        builder.AddServiceDefaults("downstream");
        configure?.Invoke(builder);
        var app = builder.Build();
        app.UseServiceDefaults("downstream");
        var downstream = new Downstream(app);
        app.Map(
                "/{**path}",
                async (HttpContext context) =>
                {
                    downstream.Arrivals.Enqueue(Arrival.Of(context));
                    if (downstream.Hangs(context.Request.Path))
                    {
                        await Task.Delay(Timeout.Infinite, context.RequestAborted);
                    }

                    return Results.Json(new { answer = "from the service" });
                }
            )
            .RequireSignIn();
        await app.StartAsync();
        return downstream;
    }

    public async Task<bool> HasKeysAsync()
    {
        var report = await Services
            .GetRequiredService<HealthCheckService>()
            .CheckHealthAsync(check => check.Name == "key-ring");
        return report.Status != HealthStatus.Unhealthy;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}

/// <summary>A request as the service saw it.</summary>
public sealed record Arrival(
    string Path,
    IReadOnlyDictionary<string, string> Headers,
    ClaimsPrincipal Caller
)
{
    public string[] Roles => [.. Caller.FindAll(CallerClaims.Role).Select(claim => claim.Value)];

    public string? Township => Caller.FindFirstValue(CallerClaims.Township);

    public static Arrival Of(HttpContext context) =>
        new(
            context.Request.Path,
            context.Request.Headers.ToDictionary(
                header => header.Key,
                header => header.Value.ToString(),
                StringComparer.OrdinalIgnoreCase
            ),
            context.User
        );
}
