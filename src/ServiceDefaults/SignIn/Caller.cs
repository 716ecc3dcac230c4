using System.Globalization;
using System.Security.Claims;

namespace Assessment.ServiceDefaults.SignIn;

/// <summary>Reads the signed-in caller from the ticket.</summary>
public static class Caller
{
    /// <summary>The account's id, for records of who did what.</summary>
    public static string Id(this ClaimsPrincipal caller) =>
        caller.FindFirstValue(CallerClaims.Subject)
        ?? throw new InvalidOperationException("The ticket names nobody.");

    /// <summary>The user name, for records of who did what.</summary>
    public static string UserName(this ClaimsPrincipal caller) =>
        caller.FindFirstValue(CallerClaims.Name) ?? caller.Id();

    /// <summary>The departments (科室) a scorer scores for.</summary>
    public static IReadOnlyList<string> Departments(this ClaimsPrincipal caller) =>
        [.. caller.FindAll(CallerClaims.Department).Select(claim => claim.Value)];

    /// <summary>
    /// The departments whose sheets a leader signs as the one in charge (分管领导); empty for a leader who signs what the
    /// township decides, and for whoever is no leader.
    /// </summary>
    public static IReadOnlyList<string> SignsFor(this ClaimsPrincipal caller) =>
        [.. caller.FindAll(CallerClaims.Signs).Select(claim => claim.Value)];

    /// <summary>The person's own id in the township's register of staff (工作人员); null without one.</summary>
    public static string? Staff(this ClaimsPrincipal caller) =>
        caller.FindFirstValue(CallerClaims.Staff);

    public static string? Area(this ClaimsPrincipal caller) =>
        caller.FindFirstValue(CallerClaims.Area);

    /// <summary>Ids of the campaigns (测评) a surveyor carries out.</summary>
    public static IReadOnlyList<string> Campaigns(this ClaimsPrincipal caller) =>
        [.. caller.FindAll(CallerClaims.Campaign).Select(claim => claim.Value)];

    /// <summary>When the second factor (第二因素) was last shown; null where none is enrolled.</summary>
    public static DateTimeOffset? SecondFactorAt(this ClaimsPrincipal caller) =>
        caller.FindFirstValue(CallerClaims.SecondFactorAt) is { } seconds
            ? DateTimeOffset.FromUnixTimeSeconds(
                long.Parse(seconds, NumberStyles.None, CultureInfo.InvariantCulture)
            )
            : null;

    public static bool IsInAnyRole(this ClaimsPrincipal caller, params ReadOnlySpan<string> roles)
    {
        foreach (var role in roles)
        {
            if (caller.IsInRole(role))
            {
                return true;
            }
        }

        return false;
    }
}
