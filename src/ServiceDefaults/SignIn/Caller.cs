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

    public static string? Department(this ClaimsPrincipal caller) =>
        caller.FindFirstValue(CallerClaims.Department);

    public static string? Area(this ClaimsPrincipal caller) =>
        caller.FindFirstValue(CallerClaims.Area);
}
