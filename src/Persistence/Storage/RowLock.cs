using System.Linq.Expressions;
using Assessment.ServiceDefaults.Townships;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Persistence.Storage;

/// <summary>A row that transactions lock to take their turn.</summary>
public interface ILockableRow
{
    /// <summary>Counts the transactions that have locked the row.</summary>
    long LockCount { get; }
}

/// <summary>
/// 行锁: holds a row until the transaction ends. Two transactions that would each overlook what the other writes, such
/// as two reports of which each could be the last one missing, lock the same row first and so run one after the other,
/// on every replica. An update is what both databases lock a row for in the same way.
/// </summary>
public static class RowLock
{
    /// <returns>How many rows are locked.</returns>
    /// <exception cref="InvalidOperationException">There is no transaction, so the lock would end at once.</exception>
    public static Task<int> LockAsync<TRow>(
        this ServiceDb db,
        Expression<Func<TRow, bool>> rows,
        CancellationToken cancellationToken
    )
        where TRow : class, ILockableRow
    {
        if (db.Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException(
                "A row is locked until its transaction ends, and there is none."
            );
        }

        return db.Set<TRow>()
            .Where(rows)
            .ExecuteUpdateAsync(
                set => set.SetProperty(row => row.LockCount, row => row.LockCount + 1),
                cancellationToken
            );
    }

    /// <summary>Locks the one row that each township has in the table; the first transaction adds it.</summary>
    /// <returns>The row, read after it was locked.</returns>
    /// <exception cref="InvalidOperationException">There is no transaction, so the lock would end at once.</exception>
    public static async Task<TRow> LockTownshipAsync<TRow>(
        this ServiceDb db,
        CancellationToken cancellationToken
    )
        where TRow : class, ILockableRow, ITownshipOwned, new()
    {
        if (await db.LockAsync<TRow>(_ => true, cancellationToken) == 0)
        {
            // Two first transactions at once: the key lets one of them in, and the other is tried again.
            db.Add(new TRow());
            await db.SaveChangesAsync(cancellationToken);
        }

        return await db.Set<TRow>().SingleAsync(cancellationToken);
    }
}
