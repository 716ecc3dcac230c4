using Assessment.Gateway.Storage;
using Assessment.Persistence.Storage;

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

    /// <summary>The new role, or the end of a key.</summary>
    public string? Details { get; init; }
}

/// <summary>Adds to the log; it is kept with whatever else is saved next.</summary>
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
    }
}
