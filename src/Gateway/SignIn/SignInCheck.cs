using Assessment.Gateway.Accounts;
using Assessment.Gateway.SecondFactor;
using Assessment.Gateway.SignInHistory;
using Microsoft.AspNetCore.Identity;

namespace Assessment.Gateway.SignIn;

/// <summary>核对登录: password and, where there is one, second factor; every outcome is written down.</summary>
public sealed class SignInCheck(
    UserManager<Account> accounts,
    Lockout lockout,
    SecondFactors secondFactors,
    SignInRecords records
)
{
    /// <exception cref="UserNameOrPasswordIsWrong"/>
    /// <exception cref="AccountIsLocked"/>
    /// <exception cref="AccountIsDisabled"/>
    /// <exception cref="SecondFactorIsNeeded"/>
    /// <exception cref="SecondFactorIsWrong"/>
    /// <returns>The account, and which second factor was shown.</returns>
    public async Task<(Account Account, ShownFactor Shown)> CheckAsync(
        Credentials credentials,
        SignInKind kind,
        HttpContext context
    )
    {
        var account = await accounts.FindByNameAsync(credentials.UserName);
        if (account?.PasswordHash is null)
        {
            // As much work as for an account with a password, so that the time taken does not tell.
            accounts.PasswordHasher.HashPassword(
                new Account { DisplayName = "" },
                credentials.Password
            );
            await (
                account is null
                    ? records.AddUnknownAsync(credentials.UserName, kind, context)
                    : records.AddAsync(account, SignInOutcome.WrongPassword, kind, context)
            );
            throw new UserNameOrPasswordIsWrong();
        }

        await MustNotBeLockedAsync(account, kind, context);
        if (!await accounts.CheckPasswordAsync(account, credentials.Password))
        {
            await CountFailureAsync(account, SignInOutcome.WrongPassword, kind, context);
            throw new UserNameOrPasswordIsWrong();
        }

        return (
            account,
            await CheckBehindFirstFactorAsync(account, credentials.SecondFactor, kind, context)
        );
    }

    /// <summary>What follows once a password, or an outside provider, has said who it is.</summary>
    /// <returns>Which second factor was shown.</returns>
    public async Task<ShownFactor> CheckBehindFirstFactorAsync(
        Account account,
        PresentedFactor shown,
        SignInKind kind,
        HttpContext context,
        bool isGivenOutside = false
    )
    {
        await MustNotBeLockedAsync(account, kind, context);
        if (account.DisabledAt is not null)
        {
            await records.AddAsync(account, SignInOutcome.Disabled, kind, context);
            throw new AccountIsDisabled();
        }

        var needed = account.TwoFactorEnabled && !isGivenOutside;
        if (needed && shown.IsNothing)
        {
            await records.AddAsync(account, SignInOutcome.SecondFactorNeeded, kind, context);
            throw new SecondFactorIsNeeded();
        }

        if (needed && !await secondFactors.IsRightAsync(account, shown))
        {
            await CountFailureAsync(account, SignInOutcome.WrongSecondFactor, kind, context);
            throw new SecondFactorIsWrong();
        }

        // Not before the second factor was right: a known password would otherwise give endless guesses at it.
        await ForgetFailuresAsync(account, context);
        await records.AddAsync(account, SignInOutcome.SignedIn, kind, context);
        return isGivenOutside ? ShownFactor.Outside
            : needed ? ShownFactor.Own
            : ShownFactor.None;
    }

    /// <summary>Whoever is signed in shows the second factor again; guesses at it count as those at a sign-in do.</summary>
    /// <exception cref="AccountIsLocked"/>
    /// <exception cref="SecondFactorIsNotEnrolled"/>
    /// <exception cref="SecondFactorCodeIsWrong"/>
    public async Task CheckAgainAsync(
        Account account,
        PresentedFactor shown,
        SignInKind kind,
        HttpContext context
    )
    {
        await MustNotBeLockedAsync(account, kind, context);
        if (!account.TwoFactorEnabled)
        {
            throw new SecondFactorIsNotEnrolled();
        }

        if (!await secondFactors.IsRightAsync(account, shown))
        {
            await CountFailureAsync(account, SignInOutcome.WrongSecondFactor, kind, context);
            throw new SecondFactorCodeIsWrong();
        }

        await ForgetFailuresAsync(account, context);
        await records.AddAsync(account, SignInOutcome.SecondFactorShown, kind, context);
    }

    private async Task ForgetFailuresAsync(Account account, HttpContext context)
    {
        if (account.AccessFailedCount > 0)
        {
            await lockout.LiftAsync(account, context.RequestAborted);
        }
    }

    private async Task MustNotBeLockedAsync(Account account, SignInKind kind, HttpContext context)
    {
        if (lockout.Holds(account))
        {
            await records.AddAsync(account, SignInOutcome.Locked, kind, context);
            throw new AccountIsLocked();
        }
    }

    private async Task CountFailureAsync(
        Account account,
        SignInOutcome outcome,
        SignInKind kind,
        HttpContext context
    )
    {
        await records.AddAsync(account, outcome, kind, context);
        if (await lockout.CountAsync(account, context.RequestAborted))
        {
            await records.AddAsync(account, SignInOutcome.LockedNow, kind, context);
        }
    }
}
