using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Assessment.ServiceDefaults.Health;
using Assessment.ServiceDefaults.KeyRing;
using Assessment.ServiceDefaults.Refusals;
using Assessment.ServiceDefaults.Requests;
using Assessment.ServiceDefaults.SignIn;
using Assessment.ServiceDefaults.Telemetry;
using Assessment.ServiceDefaults.Townships;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Assessment.ServiceDefaults;

/// <summary>What every service has.</summary>
public static class ServiceDefaults
{
    /// <summary>Telemetry, health, refusals as problem details, sign-in by ticket, the township's scope, API description.</summary>
    /// <param name="service">The service's short name, for example <c>survey</c>.</param>
    public static void AddServiceDefaults(this WebApplicationBuilder builder, string service)
    {
        builder.AddSharedDefaults(service);
        builder.Services.AddTicketSignIn(builder.Configuration);
    }

    /// <summary>The same without the sign-in by ticket: for the gateway, which has a sign-in of its own.</summary>
    public static void AddSharedDefaults(this WebApplicationBuilder builder, string service)
    {
        // What is told at length for each request and statement is in the traces; the log is for what happened.
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning);
        builder.AddTelemetry(service);
        builder.Services.AddProblemTypes();
        builder.AddThisService(service);
        builder.AddHealthMemory();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddScoped<TownshipScope>();
        builder.Services.AddHostedService<PermissionsDeclared>();
        builder.Services.AddOpenApi();
        builder.Services.ConfigureHttpJsonOptions(options =>
        {
            // A number is a number, in requests and in the API description; not perhaps a string.
            options.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
            options.SerializerOptions.TypeInfoResolver = (
                options.SerializerOptions.TypeInfoResolver ?? new DefaultJsonTypeInfoResolver()
            ).WithAddedModifier(RequiredParts.Require);
            options.SerializerOptions.Converters.Add(
                new JsonStringEnumConverter(System.Text.Json.JsonNamingPolicy.CamelCase)
            );
        });
    }

    /// <summary>The order matters: refusals outside, then who asks, then in which township.</summary>
    public static void UseServiceDefaults(this WebApplication app, string service)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UseKeyRing();
        app.UseAuthentication();
        app.UseTownshipOfTicket();
        app.UseAuthorization();
        app.MapHealth();
        app.MapOpenApi($"/openapi/{service}.json").RequireSignIn();
    }
}
