using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;

namespace Assessment.ServiceDefaults.SignIn;

/// <summary>
/// The ticket that the gateway mints for each request it forwards: who asks, in which township, with which roles.
/// It is encrypted and signed with the deployment's shared key ring and holds for one minute.
/// </summary>
public sealed class ServiceTickets(IDataProtectionProvider protection)
{
    /// <summary>Name of the authentication scheme under which services accept tickets.</summary>
    public const string Scheme = "ServiceTicket";

    /// <summary>Long enough for a slow upload to begin, short enough to be worthless when it leaks.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(1);

    private readonly TicketDataFormat _format = new(
        protection.CreateProtector("Assessment.ServiceTicket", "v1")
    );

    internal ISecureDataFormat<AuthenticationTicket> Format => _format;

    /// <returns>The text to send as <c>Authorization: Bearer …</c>.</returns>
    public string Mint(IEnumerable<Claim> claims, DateTimeOffset now)
    {
        var identity = new ClaimsIdentity(claims, Scheme, CallerClaims.Name, CallerClaims.Role);
        var properties = new AuthenticationProperties
        {
            IssuedUtc = now,
            ExpiresUtc = now + Lifetime,
        };
        return _format.Protect(
            new AuthenticationTicket(new ClaimsPrincipal(identity), properties, Scheme)
        );
    }
}
