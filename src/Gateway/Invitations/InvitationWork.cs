using System.Security.Claims;
using Assessment.Gateway.Accounts;
using Assessment.Gateway.Storage;
using Assessment.ServiceDefaults.SignIn;
using Assessment.ServiceDefaults.Time;
using Assessment.ServiceDefaults.Work;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Gateway.Invitations;

/// <summary>An account of which nobody has set the password yet.</summary>
/// <param name="ExpiresAt">When its invitation ends; null where it has none any more.</param>
public sealed record UntakenAccount(string UserName, DateTimeOffset? ExpiresAt);

/// <summary>邀请的待办: invitations that nobody took up are made again; those that end soon call for a word to their person.</summary>
public sealed class InvitationWork(GatewayDb db, TimeProvider clock) : IWorkSource
{
    /// <summary>So long before its end an invitation is brought up.</summary>
    public static readonly TimeSpan Soon = TimeSpan.FromDays(3);

    public async Task<IReadOnlyList<WorkItem>> ForAsync(
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    )
    {
        if (!caller.IsInRole(Roles.TownshipAdministrator))
        {
            return [];
        }

        var untaken = await db.KeptBy(AccountKeeper.Of(caller))
            .Where(account =>
                account.PasswordHash == null
                && account.DisabledAt == null
                && !account.Duties.Any(duty => duty.Role == Roles.Feed)
            )
            .Select(account => new UntakenAccount(
                account.UserName!,
                db.Invitations.Where(invitation =>
                        invitation.Account == account.Id && invitation.EndedAt == null
                    )
                    .Max(invitation => (DateTimeOffset?)invitation.ExpiresAt)
            ))
            .ToListAsync(cancellationToken);
        return Of(untaken, clock.GetUtcNow());
    }

    public static IReadOnlyList<WorkItem> Of(
        IReadOnlyList<UntakenAccount> untaken,
        DateTimeOffset now
    )
    {
        var ended = untaken.Where(account => !(account.ExpiresAt > now)).ToList();
        var ending = untaken
            .Where(account => account.ExpiresAt > now && account.ExpiresAt <= now + Soon)
            .ToList();
        return
        [
            .. ended.Count > 0
                ? [Item("inviteAgain", "重新邀请", "邀请已过期的账号", ended, due: null)]
                : Array.Empty<WorkItem>(),
            .. ending.Count > 0
                ?
                [
                    Item(
                        "remindInvited",
                        "提醒本人设置密码",
                        "邀请即将到期的账号",
                        ending,
                        ChinaTime.DayOf(ending.Min(account => account.ExpiresAt)!.Value)
                    ),
                ]
                : Array.Empty<WorkItem>(),
        ];
    }

    private static WorkItem Item(
        string kind,
        string title,
        string about,
        List<UntakenAccount> accounts,
        DateOnly? due
    ) =>
        new(
            kind,
            Cycle: null,
            accounts is [var only] ? only.UserName : null,
            title,
            about,
            accounts.Count,
            due,
            AccountLinks.To([.. accounts.Select(account => account.UserName)])
        );
}
