using System.Security.Claims;
using Assessment.Gateway.Accounts;
using Assessment.Gateway.Storage;
using Assessment.ServiceDefaults.SignIn;
using Assessment.ServiceDefaults.Time;
using Assessment.ServiceDefaults.Work;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Gateway.ApiKeys;

/// <summary>A program's account.</summary>
/// <param name="ExpiresAt">When the last of its keys ends; null where it has none.</param>
public sealed record ProgramAccount(string UserName, DateTimeOffset? ExpiresAt);

/// <summary>接口密钥的待办: programs that cannot sign in, or soon cannot any more.</summary>
public sealed class KeyWork(GatewayDb db, TimeProvider clock) : IWorkSource
{
    /// <summary>So long before the end of its last key a program is brought up.</summary>
    public static readonly TimeSpan Soon = TimeSpan.FromDays(14);

    public async Task<IReadOnlyList<WorkItem>> ForAsync(
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    )
    {
        if (!caller.IsInRole(Roles.TownshipAdministrator))
        {
            return [];
        }

        var now = clock.GetUtcNow();
        var programs = await db.KeptBy(AccountKeeper.Of(caller))
            .Where(account =>
                account.DisabledAt == null && account.Duties.Any(duty => duty.Role == Roles.Feed)
            )
            .OrderBy(account => account.UserName)
            .Select(account => new ProgramAccount(
                account.UserName!,
                db.ApiKeys.Where(key =>
                        key.Account == account.Id && key.RevokedAt == null && key.ExpiresAt > now
                    )
                    .Max(key => (DateTimeOffset?)key.ExpiresAt)
            ))
            .ToListAsync(cancellationToken);
        return [.. programs.Select(program => Of(program, now)).OfType<WorkItem>()];
    }

    /// <returns>Null where the program has a key for some time.</returns>
    public static WorkItem? Of(ProgramAccount program, DateTimeOffset now) =>
        program.ExpiresAt > now + Soon
            ? null
            : new WorkItem(
                "issueKey",
                Cycle: null,
                program.UserName,
                "签发接口密钥",
                program.ExpiresAt is null
                    ? $"数据接口账号 {program.UserName} 没有有效的密钥"
                    : $"数据接口账号 {program.UserName} 的密钥即将到期",
                Count: 1,
                program.ExpiresAt is { } end ? ChinaTime.DayOf(end) : null,
                AccountLinks.To([program.UserName])
            );
}
