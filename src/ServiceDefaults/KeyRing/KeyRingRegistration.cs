using System.Globalization;
using Assessment.ServiceDefaults.DomainExceptions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Assessment.ServiceDefaults.KeyRing;

/// <summary>The key ring on days when its folder is lost, unreadable, or comes back.</summary>
public static class KeyRingRegistration
{
    private const int RetryAfterSeconds = 5;

    internal static void AddKeyRingWatch(this IServiceCollection services, string folder)
    {
        if (services.Any(service => service.ServiceType == typeof(KeyRingFolder)))
        {
            return;
        }

        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider =>
            ActivatorUtilities.CreateInstance<KeyRingFolder>(provider, folder)
        );
        services.AddSingleton<IKeyManager>(provider => new RefreshingKeyManager(
            ActivatorUtilities.CreateInstance<XmlKeyManager>(provider),
            provider.GetRequiredService<KeyRingFolder>()
        ));
        services.AddSingleton<KeyRingState>();
        services.AddHostedService<KeyRingWatch>();
        services.AddHealthChecks().AddCheck<KeyRingHealth>("key-ring", tags: ["ready"]);
    }

    /// <summary>
    /// Without keys no ticket can be read; that is the deployment's fault and not that of the caller, who must not be
    /// asked to sign in again.
    /// </summary>
    public static void UseKeyRing(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                var keys = context.RequestServices.GetRequiredService<KeyRingState>();
                if (keys.Fault is null || context.Request.Path.StartsWithSegments("/health"))
                {
                    return next(context);
                }

                keys.Look();
                return keys.Fault is null ? next(context) : RefuseAsync(context);
            }
        );

    private static async Task RefuseAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.RetryAfter = RetryAfterSeconds.ToString(
            CultureInfo.InvariantCulture
        );
        await context
            .RequestServices.GetRequiredService<IProblemDetailsService>()
            .WriteAsync(
                new ProblemDetailsContext
                {
                    HttpContext = context,
                    ProblemDetails = ProblemTypes.Of(
                        StatusCodes.Status503ServiceUnavailable,
                        "service-unavailable"
                    ),
                }
            );
    }
}
