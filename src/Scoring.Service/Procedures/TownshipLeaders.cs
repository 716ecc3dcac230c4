using System.Security.Claims;
using Assessment.ServiceDefaults.SignIn;

namespace Assessment.Scoring.Procedures;

/// <summary>Who signs what the township decides, and not only the sheets of departments.</summary>
internal static class TownshipLeaders
{
    public static bool SignsForTheTownship(this ClaimsPrincipal caller) =>
        caller.IsInRole(Roles.Leader) && caller.SignsFor().Count == 0;

    /// <exception cref="LeaderMustSignForTheTownship">The leader is in charge of departments alone.</exception>
    public static void MustSignForTheTownship(this ClaimsPrincipal caller)
    {
        if (!caller.SignsForTheTownship())
        {
            throw new LeaderMustSignForTheTownship();
        }
    }
}
