using Assessment.ServiceDefaults.KeyRing;
using Assessment.ServiceDefaults.Townships;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Assessment.ServiceDefaults.SignIn;

/// <summary>Services accept nothing but the gateway's ticket.</summary>
public static class TicketSignIn
{
    /// <summary>
    /// The deployment's key ring: a folder that all processes share (<c>DataProtection:KeyRing</c>). Only the gateway
    /// makes keys; a service that found none of its own would otherwise begin a second ring.
    /// </summary>
    public static IDataProtectionBuilder AddKeyRing(
        this IServiceCollection services,
        IConfiguration configuration,
        bool makesKeys
    )
    {
        var folder =
            configuration["DataProtection:KeyRing"]
            ?? throw new InvalidOperationException("DataProtection:KeyRing is not configured.");
        services.AddSingleton<ServiceTickets>();
        services.AddKeyRingWatch(folder);
        var ring = services
            .AddDataProtection()
            // A ticket of another deployment (test, training) is worth nothing here, even where a ring was shared by mistake.
            .SetApplicationName(configuration["Deployment"] ?? "assessment")
            .PersistKeysToFileSystem(new DirectoryInfo(folder));
        return makesKeys ? ring : ring.DisableAutomaticKeyGeneration();
    }

    internal static void AddTicketSignIn(
        this IServiceCollection services,
        IConfiguration configuration
    )
    {
        services.AddKeyRing(configuration, makesKeys: false);
        services.AddAuthentication(ServiceTickets.Scheme).AddBearerToken(ServiceTickets.Scheme);
        services.AddTicketReader();
        services
            .AddOptions<BearerTokenOptions>(ServiceTickets.Scheme)
            .Configure<TicketReader>((options, tickets) => options.BearerTokenProtector = tickets);
        services
            .AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
    }

    internal static void UseTownshipOfTicket(this WebApplication app) =>
        app.Use(
            (context, next) =>
            {
                if (context.User.FindFirst(CallerClaims.Township) is { } claim)
                {
                    context.RequestServices.GetRequiredService<TownshipScope>().Enter(claim.Value);
                }

                return next(context);
            }
        );
}
