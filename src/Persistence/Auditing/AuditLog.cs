using Assessment.Persistence.Storage;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Persistence.Auditing;

/// <summary>审计: records what is changed, in the transaction that changes it.</summary>
public static class AuditLog
{
    /// <summary>Tables of the audit log, in every context that has one.</summary>
    public static void AddAudit(this ModelBuilder model)
    {
        model.Entity<AuditEntry>(AuditEntry.Configure);
        model.Entity<AuditChain>(AuditChain.Configure);
    }

    /// <summary>Records in the chain of the scope's township; it is kept with whatever else is saved next, or not at all.</summary>
    /// <exception cref="InvalidOperationException">The scope works in no township.</exception>
    public static void Record(this ServiceDb db, AuditedChange change) =>
        db.Record(
            change,
            db.Township
                ?? throw new InvalidOperationException(
                    $"What is done in no township ({change.Action}) is in no township's audit log."
                )
        );

    /// <summary>The same in a context that spans townships.</summary>
    /// <param name="township">Whose chain; empty for what belongs to no township.</param>
    public static void Record(this DbContext db, AuditedChange change, string township) =>
        db.Add(AuditEntry.Of(change, township));
}
