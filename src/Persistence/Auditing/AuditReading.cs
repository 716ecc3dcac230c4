using System.Runtime.CompilerServices;
using Assessment.Audit;
using Assessment.Persistence.Storage;
using Assessment.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Persistence.Auditing;

/// <summary>Reads the audit log of one service, the same whether its context spans townships or not.</summary>
public sealed class AuditReading(DbContext db, ThisService service)
{
    public const int MostEntries = 200;
    private const int UsualEntries = 50;

    /// <summary>A page of a township's entries, newest first.</summary>
    public async Task<AuditPage> PageAsync(
        string township,
        AuditFilter filter,
        CancellationToken cancellationToken
    )
    {
        var take = Math.Clamp(filter.Take ?? UsualEntries, 1, MostEntries);
        var entries = await filter
            .Of(Entries(township))
            .OrderByDescending(entry => entry.Sequence)
            .Take(take + 1)
            .ToListAsync(cancellationToken);
        var shown = entries.Take(take).ToList();
        return new AuditPage(
            service.Name,
            shown.ConvertAll(AuditLineView.Of),
            entries.Count > take ? shown[^1].Sequence : null
        );
    }

    /// <summary>What an export of the township's chain says first.</summary>
    public async Task<AuditHeader> HeaderAsync(
        string township,
        CancellationToken cancellationToken
    ) =>
        await db.Set<AuditChain>()
            .AsNoTracking()
            .SingleOrDefaultAsync(chain => chain.Township == township, cancellationToken)
            is { } chain
            ? new(AuditHash.Form, service.Name, township, chain.Sequence, chain.Hash)
            : new(AuditHash.Form, service.Name, township, 0, AuditHash.OfNothing);

    /// <summary>The records that the header announces, one after the other; later ones are left out.</summary>
    public async IAsyncEnumerable<AuditRecord> RecordsAsync(
        AuditHeader header,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var entries = Entries(header.Township)
            .Where(entry => entry.Sequence <= header.Count)
            .OrderBy(entry => entry.Sequence)
            .AsAsyncEnumerable()
            .WithCancellation(cancellationToken);
        await foreach (var entry in entries)
        {
            yield return entry.ToRecord(service.Name);
        }
    }

    /// <summary>The township's records that belong to the cycle, in their order.</summary>
    public async Task<IReadOnlyList<AuditRecord>> OfCycleAsync(
        string township,
        Guid cycle,
        CancellationToken cancellationToken
    ) =>
        (
            await Entries(township)
                .Where(entry => entry.Cycle == cycle)
                .OrderBy(entry => entry.Sequence)
                .ToListAsync(cancellationToken)
        ).ConvertAll(entry => entry.ToRecord(service.Name));

    /// <summary>Verifies every township's chain of this service. A service's scope has to look across townships.</summary>
    public async Task<IReadOnlyList<ChainState>> VerifyAsync(CancellationToken cancellationToken)
    {
        // In this order: a chain that begins in the meantime is then not taken for one that has lost its end.
        var written = await OfAll<AuditEntry>()
            .Select(entry => entry.Township)
            .Distinct()
            .ToListAsync(cancellationToken);
        var chains = await OfAll<AuditChain>()
            .AsNoTracking()
            .ToDictionaryAsync(chain => chain.Township, cancellationToken);
        var states = new List<ChainState>();
        foreach (var township in written.Union(chains.Keys).Order(StringComparer.Ordinal))
        {
            states.Add(
                chains.TryGetValue(township, out var chain)
                    ? await VerifyAsync(chain, cancellationToken)
                    : new(
                        township,
                        0,
                        AuditHash.OfNothing,
                        new(service.Name, township, 0, ChainFault.Unannounced)
                    )
            );
        }

        return states;
    }

    /// <summary>Records an export of what this reads.</summary>
    internal async Task RecordAsync(
        AuditedChange change,
        string township,
        CancellationToken cancellationToken
    )
    {
        db.Record(change, township);
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task<ChainState> VerifyAsync(
        AuditChain chain,
        CancellationToken cancellationToken
    )
    {
        var check = new ChainCheck(service.Name, chain.Township);
        var entries = OfAll<AuditEntry>()
            .AsNoTracking()
            .Where(entry => entry.Township == chain.Township && entry.Sequence <= chain.Sequence)
            .OrderBy(entry => entry.Sequence)
            .AsAsyncEnumerable()
            .WithCancellation(cancellationToken);
        await foreach (var entry in entries)
        {
            check.Take(entry.ToRecord(service.Name));
        }

        return new(
            chain.Township,
            chain.Sequence,
            chain.Hash,
            check.End(chain.Sequence, chain.Hash)
        );
    }

    private IQueryable<AuditEntry> Entries(string township) =>
        db.Set<AuditEntry>().AsNoTracking().Where(entry => entry.Township == township);

    private IQueryable<TRow> OfAll<TRow>()
        where TRow : class, ServiceDefaults.Townships.ITownshipOwned =>
        db is ServiceDb filtered ? filtered.OfEveryTownship(db.Set<TRow>()) : db.Set<TRow>();
}

/// <summary>A township's chain in this service.</summary>
/// <param name="Township">Empty for what belongs to no township.</param>
/// <param name="Count">How many entries it has.</param>
/// <param name="Head">The hash of the last one.</param>
/// <param name="Problem">The first thing that is wrong; null where all is in order.</param>
public sealed record ChainState(string Township, long Count, string Head, ChainProblem? Problem);
