using Assessment.ServiceDefaults.Sidecar;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;

namespace Assessment.ServiceDefaults.SignIn;

/// <summary>
/// 权限: who may call an endpoint, as it is declared there. A process with an endpoint that declares nothing does not
/// start (<see cref="PermissionsDeclared"/>), and <c>docs/permissions.md</c> shows what the declarations come to.
/// </summary>
/// <param name="Who">Whom the endpoint is for.</param>
/// <param name="Roles">Of <see cref="AccessLevel.Roles"/>, which.</param>
/// <param name="InTownship">Whether the caller must belong to a township.</param>
public sealed record Permission(AccessLevel Who, IReadOnlyList<string> Roles, bool InTownship);

/// <summary>Whom an endpoint is for.</summary>
public enum AccessLevel
{
    /// <summary>Everyone, signed in or not.</summary>
    Everyone,

    /// <summary>Everyone who is signed in, for what concerns themselves.</summary>
    SignedIn,

    /// <summary>The named roles.</summary>
    Roles,

    /// <summary>The process' own sidecar, and no person.</summary>
    Sidecar,
}

/// <summary>The ways to declare a permission. Of several on one endpoint the last one holds for documents; all are enforced.</summary>
public static class Permissions
{
    /// <summary>Only these roles may call the endpoint.</summary>
    public static TBuilder RequireRoles<TBuilder>(this TBuilder endpoint, params string[] roles)
        where TBuilder : IEndpointConventionBuilder =>
        endpoint
            .RequireAuthorization(policy => policy.RequireRole(roles))
            .Declare(new Permission(AccessLevel.Roles, roles, InTownship: false));

    /// <summary>Only these roles, and only with a township in the ticket.</summary>
    public static TBuilder RequireTownshipRoles<TBuilder>(
        this TBuilder endpoint,
        params string[] roles
    )
        where TBuilder : IEndpointConventionBuilder =>
        endpoint
            .RequireAuthorization(policy =>
                policy.RequireRole(roles).RequireClaim(CallerClaims.Township)
            )
            .Declare(new Permission(AccessLevel.Roles, roles, InTownship: true));

    /// <summary>Whoever is signed in, for what concerns themselves.</summary>
    public static TBuilder RequireSignIn<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder =>
        endpoint
            .RequireAuthorization(policy => policy.RequireAuthenticatedUser())
            .Declare(new Permission(AccessLevel.SignedIn, [], InTownship: false));

    /// <summary>Only the sidecar (边车), by its token; what it brings says itself for which township it is.</summary>
    internal static TBuilder RequireSidecar<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder =>
        endpoint
            .RequireAuthorization(policy =>
                policy.AddAuthenticationSchemes(SidecarToken.SchemeName).RequireAuthenticatedUser()
            )
            .Declare(new Permission(AccessLevel.Sidecar, [], InTownship: false));

    /// <summary>Everyone, signed in or not: sign-in itself, health, files of the portal.</summary>
    public static TBuilder OpenToEveryone<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder =>
        endpoint
            .WithMetadata(new AllowAnonymousAttribute())
            .Declare(new Permission(AccessLevel.Everyone, [], InTownship: false));

    private static TBuilder Declare<TBuilder>(this TBuilder endpoint, Permission permission)
        where TBuilder : IEndpointConventionBuilder
    {
        endpoint.Add(builder => builder.Metadata.Add(permission));
        return endpoint;
    }
}
