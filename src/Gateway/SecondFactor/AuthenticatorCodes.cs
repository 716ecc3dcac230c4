using Assessment.Gateway.Accounts;
using Assessment.Gateway.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Gateway.SecondFactor;

/// <summary>The framework's check of codes from an authenticator app, each accepted once.</summary>
public sealed class AuthenticatorCodes(GatewayDb db, TimeProvider clock)
    : AuthenticatorTokenProvider<Account>
{
    public override async Task<bool> ValidateAsync(
        string purpose,
        string token,
        UserManager<Account> manager,
        Account user
    ) =>
        await base.ValidateAsync(purpose, token, manager, user)
        && await manager.GetAuthenticatorKeyAsync(user) is { } key
        && TimeBasedCode.StepOf(key, token, clock.GetUtcNow()) is { } step
        && await TakeAsync(user, step);

    /// <summary>In the database itself, so that of two that come at the same time one is refused.</summary>
    private async Task<bool> TakeAsync(Account account, long step) =>
        await db
            .Users.Where(user => user.Id == account.Id && user.SecondFactorStep < step)
            .ExecuteUpdateAsync(change => change.SetProperty(user => user.SecondFactorStep, step))
        > 0;
}
