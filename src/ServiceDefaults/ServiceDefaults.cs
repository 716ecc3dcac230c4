using Assessment.ServiceDefaults.Auditing;
using Assessment.ServiceDefaults.DomainExceptions;
using Assessment.ServiceDefaults.Health;
using Assessment.ServiceDefaults.KeyRing;
using Assessment.ServiceDefaults.Requests;
using Assessment.ServiceDefaults.Sidecar;
using Assessment.ServiceDefaults.SignIn;
using Assessment.ServiceDefaults.Telemetry;
using Assessment.ServiceDefaults.Townships;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Assessment.ServiceDefaults;

/// <summary>What every service has.</summary>
public static class ServiceDefaults
{
    /// <summary>Secrets of a sidecar, telemetry, health, refusals as problem details, sign-in by ticket, the township's scope, API description.</summary>
    /// <param name="service">The service's short name, for example <c>survey</c>.</param>
    public static void AddServiceDefaults(this WebApplicationBuilder builder, string service)
    {
        builder.AddSharedDefaults(service);
        builder.Services.AddTicketSignIn(builder.Configuration);
    }

    /// <summary>The same without the sign-in by ticket: for the gateway, which has a sign-in of its own.</summary>
    public static void AddSharedDefaults(this WebApplicationBuilder builder, string service)
    {
        builder.AddSettingsFile();
        builder.AddSidecar(service);
        builder.Services.KeepAddressesOutOfLogs();
        // The details of each statement are in the traces; the log is for what happened.
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning);
        builder.AddTelemetry(service);
        builder.Services.AddProblemTypes();
        builder.AddThisService(service);
        builder.AddHealthMemory();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddScoped<TownshipScope>();
        builder.Services.AddScoped<AuditAuthor>();
        builder.Services.AddHostedService<PermissionsDeclared>();
        builder.Services.AddHostedService<RecordsDeclared>();
        builder.Services.AddOpenApi();
        builder.Services.ConfigureHttpJsonOptions(options =>
            RequestJson.Configure(options.SerializerOptions)
        );
        // One handler answers whatever is malformed, in production as in development, and can name the place.
        builder.Services.Configure<RouteHandlerOptions>(options =>
            options.ThrowOnBadRequest = true
        );
    }

    /// <summary>The order matters: refusals outside, then who asks, then in which township.</summary>
    public static void UseServiceDefaults(this WebApplication app, string service)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UseReadableRequests();
        app.UseKeyRing();
        app.UseAuthentication();
        app.UseTownshipOfTicket();
        app.UseAuditAuthor();
        app.UseAuthorization();
        app.MapHealth();
        app.MapOpenApi($"/openapi/{service}.json").RequireSignIn();
    }
}
