using System.Security.Claims;
using Assessment.ServiceDefaults.DomainExceptions;
using Assessment.ServiceDefaults.SignIn;
using Microsoft.AspNetCore.Identity;

namespace Assessment.Gateway.Accounts;

public static class OwnAccount
{
    /// <summary>The account of whoever is signed in.</summary>
    public static async Task<Account> OfAsync(
        this UserManager<Account> accounts,
        ClaimsPrincipal caller
    ) => await accounts.FindByIdAsync(caller.Id()) ?? throw new NothingIsThere();

    /// <summary>For what fails only by a mistake in the platform, or because two changed the account at the same time.</summary>
    public static void MustSucceed(this IdentityResult result)
    {
        if (!result.Succeeded)
        {
            throw new InvalidOperationException(
                $"The account was not saved: {string.Join(", ", result.Errors.Select(error => error.Code))}."
            );
        }
    }
}
