using Assessment.Gateway.Accounts;
using Assessment.Gateway.Passwords;
using Assessment.Gateway.SignIn;
using Assessment.Gateway.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Gateway.Invitations;

/// <summary>邀请: made for new accounts and for whoever lost the password, taken up once.</summary>
public sealed class InvitationRegister(
    GatewayDb db,
    UserManager<Account> accounts,
    SessionRegister sessions,
    PasswordRules rules,
    AccountLog history,
    TimeProvider clock
)
{
    private static readonly TimeSpan Valid = TimeSpan.FromDays(7);

    /// <summary>Makes every older link of the account void, takes its password away and ends its sessions.</summary>
    /// <param name="by">Null where the platform itself invites: to the first account.</param>
    public async Task<InvitationLink> InviteAsync(
        Account account,
        string? by,
        CancellationToken cancellation
    )
    {
        await EndAsync(account, cancellation);
        var secret = SecretDigest.NewSecret();
        var now = clock.GetUtcNow();
        var invitation = new Invitation
        {
            Id = Guid.CreateVersion7(now),
            Account = account.Id,
            TokenDigest = SecretDigest.Of(secret),
            CreatedAt = now,
            ExpiresAt = now + Valid,
        };
        db.Invitations.Add(invitation);
        history.Add(account.Id, AccountEvent.Invited, by);
        account.PasswordHash = null;
        (await accounts.UpdateSecurityStampAsync(account)).MustSucceed();
        await sessions.EndAllAsync(account.Id, cancellation: cancellation);
        return new InvitationLink(account.UserName!, $"/invitation/{secret}", invitation.ExpiresAt);
    }

    public async Task EndAsync(Account account, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        await db
            .Invitations.Where(invitation =>
                invitation.Account == account.Id && invitation.EndedAt == null
            )
            .ExecuteUpdateAsync(
                change => change.SetProperty(invitation => invitation.EndedAt, now),
                cancellation
            );
    }

    /// <exception cref="InvitationIsNotValid">Used, void, too old or never made: all the same to whoever holds the link.</exception>
    public async Task<Account> AccountOfAsync(string token, CancellationToken cancellation)
    {
        var holder = await Holding(token)
            .Select(invitation => invitation.Account)
            .SingleOrDefaultAsync(cancellation);
        return
            holder is not null
            && await accounts.FindByIdAsync(holder) is { DisabledAt: null } account
            ? account
            : throw new InvitationIsNotValid();
    }

    /// <exception cref="InvitationIsNotValid"/>
    public async Task<Account> AcceptAsync(
        string token,
        string password,
        CancellationToken cancellation
    )
    {
        var account = await AccountOfAsync(token, cancellation);
        rules.MustAllow(password, account.UserName!);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var now = clock.GetUtcNow();
        var taken = await Holding(token)
            .ExecuteUpdateAsync(
                change => change.SetProperty(invitation => invitation.EndedAt, now),
                cancellation
            );
        if (taken == 0)
        {
            throw new InvitationIsNotValid();
        }

        history.Add(account.Id, AccountEvent.InvitationAccepted, account.Id);
        account.PasswordHash = accounts.PasswordHasher.HashPassword(account, password);
        (await accounts.UpdateSecurityStampAsync(account)).MustSucceed();
        await transaction.CommitAsync(cancellation);
        return account;
    }

    private IQueryable<Invitation> Holding(string token)
    {
        var digest = SecretDigest.Of(token);
        var now = clock.GetUtcNow();
        return db.Invitations.Where(invitation =>
            invitation.TokenDigest == digest
            && invitation.EndedAt == null
            && invitation.ExpiresAt > now
        );
    }
}
