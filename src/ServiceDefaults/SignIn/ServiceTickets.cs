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

/// <summary>The claims of a ticket.</summary>
public static class CallerClaims
{
    /// <summary>The account's id.</summary>
    public const string Subject = "sub";

    /// <summary>The user name.</summary>
    public const string Name = "name";

    /// <summary>One of <see cref="Roles"/>; may occur several times.</summary>
    public const string Role = "role";

    /// <summary>The township's id; absent for district and ops accounts.</summary>
    public const string Township = "township";

    /// <summary>The department (科室) for which a department scorer scores.</summary>
    public const string Department = "department";

    /// <summary>The area (居民区) of an area's account.</summary>
    public const string Area = "area";
}

/// <summary>The roles that accounts have.</summary>
public static class Roles
{
    /// <summary>区委组织部</summary>
    public const string District = "district";

    /// <summary>街镇管理员</summary>
    public const string TownshipAdministrator = "townshipAdministrator";

    /// <summary>科室评分员</summary>
    public const string DepartmentScorer = "departmentScorer";

    /// <summary>居民区</summary>
    public const string Area = "area";

    /// <summary>财务</summary>
    public const string Finance = "finance";

    /// <summary>运维</summary>
    public const string Ops = "ops";

    /// <summary>居民, without an account, on the page behind a household's link.</summary>
    public const string Resident = "resident";

    /// <summary>The roles that an account can be given.</summary>
    public static IReadOnlyList<string> OfAccounts { get; } =
    [District, TownshipAdministrator, DepartmentScorer, Area, Finance, Ops];
}
