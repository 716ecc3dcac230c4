using Assessment.Gateway.Accounts;
using Assessment.Gateway.Storage;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Gateway.SignIn;

/// <summary>
/// 锁定: wrong passwords and wrong codes count alike. Counted in the database itself, so that guesses made at the same
/// time are counted one by one.
/// </summary>
public sealed class Lockout(GatewayDb db, TimeProvider clock)
{
    private const int Failures = 5;
    private static readonly TimeSpan Duration = TimeSpan.FromMinutes(15);

    public bool Holds(Account account) => account.LockoutEnd > clock.GetUtcNow();

    /// <returns>Whether this failure locked the account.</returns>
    public async Task<bool> CountAsync(Account account, CancellationToken cancellation)
    {
        await db
            .Users.Where(user => user.Id == account.Id)
            .ExecuteUpdateAsync(
                change =>
                    change.SetProperty(
                        user => user.AccessFailedCount,
                        user => user.AccessFailedCount + 1
                    ),
                cancellation
            );
        var until = clock.GetUtcNow() + Duration;
        var locked = await db
            .Users.Where(user => user.Id == account.Id && user.AccessFailedCount >= Failures)
            .ExecuteUpdateAsync(
                change =>
                    change
                        .SetProperty(user => user.AccessFailedCount, 0)
                        .SetProperty(user => user.LockoutEnd, until),
                cancellation
            );
        return locked > 0;
    }

    public Task LiftAsync(Account account, CancellationToken cancellation) =>
        db
            .Users.Where(user => user.Id == account.Id)
            .ExecuteUpdateAsync(
                change =>
                    change
                        .SetProperty(user => user.AccessFailedCount, 0)
                        .SetProperty(user => user.LockoutEnd, (DateTimeOffset?)null),
                cancellation
            );
}
