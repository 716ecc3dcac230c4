using System.Security.Claims;
using Assessment.ServiceDefaults.SignIn;

namespace Assessment.Gateway.Accounts;

/// <summary>账号管理人: the district, for every account, or a township's administrator, for the lesser ones of that township.</summary>
/// <param name="Township">Null for the district.</param>
public sealed record AccountKeeper(string? Township)
{
    public static AccountKeeper Of(ClaimsPrincipal caller)
    {
        if (caller.IsInRole(Roles.District))
        {
            return new AccountKeeper(Township: null);
        }

        return new AccountKeeper(
            caller.FindFirstValue(CallerClaims.Township)
                ?? throw new InvalidOperationException(
                    "A township administrator's session names no township."
                )
        );
    }

    public void MustKeep(string? township, string role)
    {
        if (Township is null)
        {
            return;
        }

        if (township != Township)
        {
            throw new AccountBelongsToAnotherTownship();
        }

        if (!RoleScopes.GivenByTownship.Contains(role))
        {
            throw new TownshipGivesOnlyItsOwnRoles();
        }
    }
}
