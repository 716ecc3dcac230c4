using Assessment.Gateway.SignIn;
using Assessment.Gateway.Storage;
using Assessment.Gateway.Townships;
using Assessment.ServiceDefaults.Refusals;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace Assessment.Gateway.Accounts;

/// <summary>账号名册: opens accounts and resets their passwords. A password leaves here once and is kept only as a hash.</summary>
public sealed partial class AccountRegister(
    UserManager<Account> accounts,
    GatewayDb db,
    IMemoryCache cache,
    ILogger<AccountRegister> log
)
{
    public async Task<OneTimePassword> OpenAsync(
        NewAccount wish,
        AccountKeeper by,
        CancellationToken cancellation
    )
    {
        var account = wish.Decide(by);
        if (
            account.Township is { } township
            && !await db.Townships.AnyAsync(t => t.Id == township, cancellation)
        )
        {
            throw new TownshipIsUnknown(township);
        }

        var password = GeneratedPassword.Create();
        await OpenAsync(account, password);
        return new OneTimePassword(account.UserName!, password);
    }

    /// <summary>Opens an account whose password somebody else chose.</summary>
    public async Task OpenAsync(Account account, string password)
    {
        var made = await accounts.CreateAsync(account, password);
        if (
            made.Errors.Any(error => error.Code == nameof(IdentityErrorDescriber.DuplicateUserName))
        )
        {
            throw new UserNameIsTaken(account.UserName!);
        }

        MustSucceed(made);
        LogOpened(account.Id, account.Role, account.Township);
    }

    public async Task<OneTimePassword> ResetPasswordAsync(string userName, AccountKeeper by)
    {
        var account = await accounts.FindByNameAsync(userName);
        if (account is null || (by.Township is not null && account.Township != by.Township))
        {
            throw new NothingIsThere();
        }

        by.MustKeep(account.Township, account.Role);
        var password = GeneratedPassword.Create();
        // The new security stamp that comes with it ends the account's sessions and tokens.
        account.PasswordHash = accounts.PasswordHasher.HashPassword(account, password);
        account.LockoutEnd = null;
        account.AccessFailedCount = 0;
        MustSucceed(await accounts.UpdateSecurityStampAsync(account));
        cache.Forget(account.Id);
        LogReset(account.Id);
        return new OneTimePassword(account.UserName!, password);
    }

    private static void MustSucceed(IdentityResult result)
    {
        if (!result.Succeeded)
        {
            throw new InvalidOperationException(
                $"The account was not saved: {string.Join(", ", result.Errors.Select(error => error.Code))}."
            );
        }
    }

    [LoggerMessage(
        LogLevel.Information,
        "Account {Account} opened with role {Role} in township {Township}"
    )]
    private partial void LogOpened(string account, string role, string? township);

    [LoggerMessage(LogLevel.Information, "Password of account {Account} reset")]
    private partial void LogReset(string account);
}

/// <summary>一次性显示的密码: shown to the person who opened or reset the account, once.</summary>
public sealed record OneTimePassword(string UserName, string Password);
