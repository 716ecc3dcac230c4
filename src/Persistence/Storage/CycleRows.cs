using System.Reflection;
using Assessment.Persistence.Auditing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Assessment.Persistence.Storage;

/// <summary>
/// Removes what belongs to a cycle, of a rehearsal alone: rows that are written once as well, but no word of the audit log.
/// What belongs to a cycle says so by its property <c>Cycle</c>; what belongs to it by another row is the service's to remove
/// first.
/// </summary>
public static class CycleRows
{
    private static readonly MethodInfo OfOneTable = typeof(CycleRows).GetMethod(
        nameof(RemoveAsync),
        BindingFlags.NonPublic | BindingFlags.Static
    )!;

    /// <summary>Within the caller's transaction and township.</summary>
    public static async Task RemoveCycleRowsAsync(
        this ServiceDb db,
        Guid cycle,
        CancellationToken cancellationToken
    )
    {
        foreach (var type in TypesOfCycle(db.Model))
        {
            await (Task)
                OfOneTable
                    .MakeGenericMethod(type.ClrType)
                    .Invoke(null, [db, cycle, cancellationToken])!;
        }
    }

    /// <summary>The entities that say which cycle they belong to.</summary>
    public static IEnumerable<IEntityType> TypesOfCycle(IModel model) =>
        model
            .GetEntityTypes()
            .Where(type =>
                type.ClrType != typeof(AuditEntry) && type.FindProperty("Cycle") is not null
            );

    private static Task<int> RemoveAsync<T>(
        ServiceDb db,
        Guid cycle,
        CancellationToken cancellationToken
    )
        where T : class =>
        db.Set<T>()
            .Where(row => EF.Property<Guid?>(row, "Cycle") == cycle)
            .ExecuteDeleteAsync(cancellationToken);
}
