using Assessment.Gateway.Accounts;
using Microsoft.AspNetCore.Identity;

namespace Assessment.Gateway.SignIn;

/// <summary>核对密码: counts failures and locks the account after too many.</summary>
public sealed partial class PasswordCheck(UserManager<Account> accounts, ILogger<PasswordCheck> log)
{
    /// <exception cref="UserNameOrPasswordIsWrong"/>
    /// <exception cref="AccountIsLocked"/>
    public async Task<Account> CheckAsync(string userName, string password)
    {
        var account = await accounts.FindByNameAsync(userName);
        if (account is null)
        {
            // As much work as for an account that exists, so that the time taken does not tell.
            accounts.PasswordHasher.HashPassword(
                new Account { DisplayName = "", Role = "" },
                password
            );
            LogUnknown();
            throw new UserNameOrPasswordIsWrong();
        }

        if (await accounts.IsLockedOutAsync(account))
        {
            LogLocked(account.Id);
            throw new AccountIsLocked();
        }

        if (!await accounts.CheckPasswordAsync(account, password))
        {
            await accounts.AccessFailedAsync(account);
            LogWrong(account.Id, account.AccessFailedCount);
            throw new UserNameOrPasswordIsWrong();
        }

        if (account.AccessFailedCount > 0)
        {
            await accounts.ResetAccessFailedCountAsync(account);
        }

        LogSignedIn(account.Id);
        return account;
    }

    [LoggerMessage(LogLevel.Information, "Sign-in refused: no such account")]
    private partial void LogUnknown();

    [LoggerMessage(LogLevel.Warning, "Sign-in refused: account {Account} is locked")]
    private partial void LogLocked(string account);

    [LoggerMessage(
        LogLevel.Information,
        "Sign-in refused: wrong password for account {Account}, {Failures} in a row"
    )]
    private partial void LogWrong(string account, int failures);

    [LoggerMessage(LogLevel.Information, "Account {Account} signed in")]
    private partial void LogSignedIn(string account);
}
