using System.Security.Claims;
using Assessment.ServiceDefaults.DomainExceptions;
using Assessment.ServiceDefaults.SignIn;

namespace Assessment.Gateway.Accounts;

/// <summary>账号管理人: the district, for every account, or a township's administrator, for the lesser ones of that township.</summary>
/// <param name="Id">The keeper's own account.</param>
/// <param name="Township">Null for the district.</param>
public sealed record AccountKeeper(string Id, string? Township)
{
    public static AccountKeeper Of(ClaimsPrincipal caller)
    {
        if (caller.IsInRole(Roles.District))
        {
            return new AccountKeeper(caller.Id(), Township: null);
        }

        return new AccountKeeper(
            caller.Id(),
            caller.FindFirstValue(CallerClaims.Township)
                ?? throw new InvalidOperationException(
                    "A township administrator's session names no township."
                )
        );
    }

    public bool Sees(Account account) => Township is null || account.Township == Township;

    /// <summary>For what is done to an account that is there.</summary>
    /// <exception cref="NothingIsThere">It belongs to another township.</exception>
    public void CheckPermission(Account account)
    {
        if (!Sees(account))
        {
            throw new NothingIsThere();
        }

        if (account.Id == Id)
        {
            throw new OwnAccountIsKeptByOthers();
        }

        foreach (var duty in account.Duties)
        {
            CheckPermission(account.Township, duty.Role);
        }
    }

    /// <summary>For a duty that an account has, or is to be given.</summary>
    public void CheckPermission(string? township, string role)
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
