using System.Text.Json;
using Assessment.Gateway.Storage;
using Assessment.Gateway.Storage.Configurations;
using Assessment.Persistence.Auditing;
using Assessment.Persistence.Storage;
using Assessment.ServiceDefaults.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Gateway.Accounts;

/// <summary>What happened to an account.</summary>
public enum AccountEvent
{
    Opened,
    Invited,
    InvitationAccepted,
    PasswordChanged,
    Changed,
    Disabled,
    Enabled,
    SecondFactorEnrolled,
    SecondFactorRemoved,
    KeyIssued,
    KeyRevoked,
    ProviderLinked,
    ProviderUnlinked,
}

/// <summary>账号变动记录: is added, never changed.</summary>
public sealed class AccountLogEntry : IWrittenOnce
{
    public Guid Id { get; init; }

    public DateTimeOffset At { get; init; }

    public required string Account { get; init; }

    /// <summary>Who did it; null where the platform itself did.</summary>
    public string? By { get; init; }

    public AccountEvent Event { get; init; }

    /// <summary>Room for as many roles as go together.</summary>
    public const int LongestDetails = 200;

    /// <summary>The roles from now on, separated by commas; or the end of a key.</summary>
    public string? Details { get; init; }
}

/// <summary>Adds to the log and to the audit log; both are kept with whatever else is saved next.</summary>
public sealed class AccountLog(GatewayDb db, TimeProvider clock)
{
    public void Add(string account, AccountEvent happened, string? by, string? details = null)
    {
        var now = clock.GetUtcNow();
        db.AccountLog.Add(
            new AccountLogEntry
            {
                Id = Guid.CreateVersion7(now),
                At = now,
                Account = account,
                By = by,
                Event = happened,
                Details = details,
            }
        );
        Audit(db.Users.Local.Single(known => known.Id == account), happened, by);
    }

    /// <summary>In the chain of the account's township; without the display name, which is a person's, and anything of keys.</summary>
    private void Audit(Account account, AccountEvent happened, string? by)
    {
        var isChange = happened is AccountEvent.Changed;
        db.Record(
            new AuditedChange(
                $"account.{JsonNamingPolicy.CamelCase.ConvertName(happened.ToString())}",
                $"account:{account.UserName}",
                Before: isChange ? DutiesOf(account, FormerDuties(account)) : null,
                After: isChange || happened is AccountEvent.Opened
                    ? DutiesOf(account, account.Duties)
                    : null
            )
            {
                By =
                    by == account.Id
                        ? new AuditSigner(
                            account.UserName!,
                            account.RolesOfDuties is [var role, ..] ? role : AuditAuthor.System
                        )
                        : null,
            },
            account.Township ?? ""
        );
    }

    private IEnumerable<Duty> FormerDuties(Account account) =>
        db
            .ChangeTracker.Entries<Duty>()
            .Where(entry =>
                entry.State != EntityState.Added
                && Equals(
                    entry.Property(AccountConfiguration.OwnerOfDuty).OriginalValue,
                    account.Id
                )
            )
            .Select(entry => (Duty)entry.OriginalValues.ToObject());

    private static object DutiesOf(Account account, IEnumerable<Duty> duties) =>
        new
        {
            account.Staff,
            Duties = duties
                .OrderBy(duty => duty.Role, StringComparer.Ordinal)
                .Select(duty => new
                {
                    duty.Role,
                    duty.Departments,
                    duty.Campaigns,
                    duty.Area,
                })
                .ToList(),
        };
}
