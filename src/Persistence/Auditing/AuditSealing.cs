using System.Data.Common;
using Assessment.ServiceDefaults;
using Assessment.ServiceDefaults.Auditing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage;

namespace Assessment.Persistence.Auditing;

/// <summary>
/// Seals the recorded entries at the very end of their transaction: locks the township's chain, gives each entry its
/// place and hash, and writes them. So a long transaction holds up nobody, and whatever it locks it has locked before
/// the chain. A save without a transaction gets one. One of these belongs to one context.
/// </summary>
internal sealed class AuditSealing(AuditAuthor author, ThisService service, TimeProvider time)
    : SaveChangesInterceptor,
        IDbTransactionInterceptor
{
    /// <summary>Entries of the running transaction.</summary>
    private readonly List<AuditEntry> _kept = [];

    /// <summary>Those among them that came with the running save.</summary>
    private List<AuditEntry> _saving = [];

    /// <summary>The transaction that this began for a save that had none.</summary>
    private IDbContextTransaction? _own;

    public override InterceptionResult<int> SavingChanges(
        DbContextEventData eventData,
        InterceptionResult<int> result
    ) =>
        Recorded(eventData.Context!).Count == 0
            ? result
            : throw new InvalidOperationException("What is audited is saved asynchronously.");

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    )
    {
        var db = eventData.Context!;
        _saving = TakeFrom(db);
        if (_saving.Count > 0 && db.Database.CurrentTransaction is null)
        {
            _own = await db.Database.BeginTransactionAsync(cancellationToken);
        }

        _kept.AddRange(_saving);
        return result;
    }

    public override async ValueTask<int> SavedChangesAsync(
        SaveChangesCompletedEventData eventData,
        int result,
        CancellationToken cancellationToken = default
    )
    {
        if (_own is not null)
        {
            await _own.CommitAsync(cancellationToken);
            await EndOwnAsync();
        }

        return result;
    }

    public override Task SaveChangesFailedAsync(
        DbContextErrorEventData eventData,
        CancellationToken cancellationToken = default
    ) => GiveBackAsync(eventData.Context!);

    public override Task SaveChangesCanceledAsync(
        DbContextEventData eventData,
        CancellationToken cancellationToken = default
    ) => GiveBackAsync(eventData.Context!);

    /// <summary>What an earlier transaction kept was rolled back with it.</summary>
    public DbTransaction TransactionStarted(
        DbConnection connection,
        TransactionEndEventData eventData,
        DbTransaction result
    )
    {
        _kept.Clear();
        return result;
    }

    public ValueTask<DbTransaction> TransactionStartedAsync(
        DbConnection connection,
        TransactionEndEventData eventData,
        DbTransaction result,
        CancellationToken cancellationToken = default
    ) => ValueTask.FromResult(TransactionStarted(connection, eventData, result));

    public InterceptionResult TransactionCommitting(
        DbTransaction transaction,
        TransactionEventData eventData,
        InterceptionResult result
    ) =>
        _kept.Count == 0 && Recorded(eventData.Context!).Count == 0
            ? result
            : throw new InvalidOperationException("What is audited is committed asynchronously.");

    public async ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction,
        TransactionEventData eventData,
        InterceptionResult result,
        CancellationToken cancellationToken = default
    )
    {
        var db = eventData.Context!;
        List<AuditEntry> entries = [.. _kept, .. TakeFrom(db)];
        _kept.Clear();
        // Always in the same order, so that nobody waits for somebody who waits for them.
        foreach (
            var chain in entries
                .GroupBy(entry => entry.Township)
                .OrderBy(chain => chain.Key, StringComparer.Ordinal)
        )
        {
            await SealAsync(db, chain.Key, [.. chain], cancellationToken);
        }

        return result;
    }

    private async Task SealAsync(
        DbContext db,
        string township,
        IReadOnlyList<AuditEntry> entries,
        CancellationToken cancellationToken
    )
    {
        var (sequence, hash) = await AuditTables.LockChainAsync(db, township, cancellationToken);
        var at = time.GetUtcNow();
        var signer = new AuditSigner(author.Who, author.Duty);
        foreach (var entry in entries)
        {
            entry.Seal(service.Name, ++sequence, at, signer, hash);
            hash = entry.Hash;
        }

        await AuditTables.AppendAsync(db, township, entries, cancellationToken);
    }

    private static List<AuditEntry> Recorded(DbContext db) =>
        db.Model.FindEntityType(typeof(AuditEntry)) is null
            ? []
            :
            [
                .. db
                    .ChangeTracker.Entries<AuditEntry>()
                    .Where(entry => entry.State == EntityState.Added)
                    .Select(entry => entry.Entity),
            ];

    /// <summary>They are written at the end, and not by the save.</summary>
    private static List<AuditEntry> TakeFrom(DbContext db)
    {
        var recorded = Recorded(db);
        recorded.ForEach(entry => db.Entry(entry).State = EntityState.Detached);
        return recorded;
    }

    /// <summary>A save that failed may be tried again, or given up; the entries share what becomes of the other rows.</summary>
    private async Task GiveBackAsync(DbContext db)
    {
        _kept.RemoveAll(_saving.Contains);
        db.AddRange(_saving);
        _saving = [];
        await EndOwnAsync();
    }

    private async Task EndOwnAsync()
    {
        if (_own is { } own)
        {
            _own = null;
            await own.DisposeAsync();
        }
    }
}
