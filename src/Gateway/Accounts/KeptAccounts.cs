using Assessment.Gateway.Storage;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Gateway.Accounts;

/// <summary>Which accounts a township's administrator may act on: the lesser ones of the township, and not the own.</summary>
internal static class KeptAccounts
{
    /// <param name="keeper">Of a township.</param>
    public static IQueryable<Account> KeptBy(this GatewayDb db, AccountKeeper keeper)
    {
        string[] given = [.. RoleScopes.GivenByTownship];
        return db
            .Users.AsNoTracking()
            .Where(account =>
                account.Township == keeper.Township
                && account.Id != keeper.Id
                && account.Duties.All(duty => given.Contains(duty.Role))
            );
    }
}
