using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Assessment.Persistence.Storage;

/// <summary>只增不改: a row that is added and later read; a change or deletion is a fault of the program.</summary>
public interface IWrittenOnce;

public static class WrittenOnce
{
    /// <exception cref="InvalidOperationException">A row that is written once was changed or deleted.</exception>
    public static void GuardWrittenOnce(this ChangeTracker tracker)
    {
        if (
            tracker
                .Entries<IWrittenOnce>()
                .FirstOrDefault(entry =>
                    entry.State is EntityState.Modified or EntityState.Deleted
                ) is
            { } changed
        )
        {
            throw new InvalidOperationException(
                $"A {changed.Metadata.ShortName()} is written once and never changed."
            );
        }
    }
}
