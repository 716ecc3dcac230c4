using Assessment.Contracts;
using Assessment.Scoring.Cycles;
using Assessment.Scoring.Sheets;
using Assessment.Scoring.Storage;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Scoring.Ledger;

/// <summary>事实台账. Whoever writes to it has locked the cycle.</summary>
public sealed class FactLedger(ScoringDb db)
{
    /// <summary>The newest entry of each fact, withdrawals included.</summary>
    public IQueryable<LedgerEntry> Newest(Guid cycle) =>
        db
            .Ledger.AsNoTracking()
            .Where(entry =>
                entry.Cycle == cycle && !db.Ledger.Any(later => later.Supersedes == entry.Id)
            );

    /// <summary>The entries that hold.</summary>
    public IQueryable<LedgerEntry> Holding(Guid cycle) =>
        Newest(cycle).Where(entry => !entry.Withdrawn);

    /// <summary>
    /// The entries that count, oldest first: of a department's sheet those that were there when it was signed last, of
    /// everything else those that hold.
    /// </summary>
    public async Task<List<LedgerEntry>> CountingAsync(
        Guid cycle,
        CancellationToken cancellationToken
    )
    {
        var through = (
            await db
                .Sheets.AsNoTracking()
                .Where(sheet => sheet.Cycle == cycle && sheet.CountsThrough != null)
                .ToListAsync(cancellationToken)
        ).ToDictionary(sheet => sheet.Key, sheet => sheet.CountsThrough!.Value);
        var entries = await db
            .Ledger.AsNoTracking()
            .Where(entry => entry.Cycle == cycle)
            .OrderBy(entry => entry.Id)
            .ToListAsync(cancellationToken);
        var later = entries
            .Where(entry => entry.Supersedes is not null)
            .ToDictionary(entry => entry.Supersedes!.Value, entry => entry.Id);
        return entries.FindAll(entry =>
            !entry.Withdrawn
            && (
                SheetKey.Of(entry) is not { } sheet
                    ? !later.ContainsKey(entry.Id)
                    : through.TryGetValue(sheet, out var signed)
                        && entry.Id <= signed
                        && !(later.TryGetValue(entry.Id, out var next) && next <= signed)
            )
        );
    }

    /// <summary>The newest entry of each fact on a sheet, withdrawals included.</summary>
    public Task<Dictionary<LedgerKey, LedgerEntry>> OnSheetAsync(
        Guid cycle,
        SheetKey sheet,
        CancellationToken cancellationToken
    ) =>
        Newest(cycle)
            .Where(entry => entry.Sheet == sheet.Department && (entry.Period ?? "") == sheet.Period)
            .ToDictionaryAsync(entry => entry.Key, cancellationToken);

    /// <summary>How many entries a sheet has got since that one.</summary>
    public Task<int> AddedAsync(
        Guid cycle,
        SheetKey sheet,
        long since,
        CancellationToken cancellationToken
    ) =>
        db.Ledger.CountAsync(
            entry =>
                entry.Cycle == cycle
                && entry.Sheet == sheet.Department
                && (entry.Period ?? "") == sheet.Period
                && entry.Id > since,
            cancellationToken
        );

    /// <summary>The newest entry of each score that people entered, withdrawals included.</summary>
    /// <param name="subject">Whose; null for everybody's.</param>
    public Task<Dictionary<LedgerKey, LedgerEntry>> ScoresAsync(
        Guid cycle,
        string? subject,
        CancellationToken cancellationToken
    ) =>
        Newest(cycle)
            .Where(entry => entry.Source == Sources.Department)
            .Where(entry => subject == null || entry.Subject == subject)
            .ToDictionaryAsync(entry => entry.Key, cancellationToken);

    /// <summary>Takes in what a source knows of a subject, unless something newer of it has come before.</summary>
    /// <returns>How many entries were added.</returns>
    /// <exception cref="SourceMustReportItsOwnFacts">Another source collects one of them.</exception>
    public async Task<int> TakeAsync(
        Cycle cycle,
        CollectionPlan plan,
        FactsReported facts,
        CancellationToken cancellationToken
    )
    {
        foreach (var fact in facts.Facts)
        {
            if (plan.CollectorOf(fact.Item)?.Name != facts.Source)
            {
                throw new SourceMustReportItsOwnFacts(facts.Source, fact.Item);
            }
        }

        var report = await db.SourceReports.SingleOrDefaultAsync(
            known =>
                known.Cycle == facts.Cycle
                && known.Source == facts.Source
                && known.Subject == facts.Subject,
            cancellationToken
        );
        if (report is not null && report.Version >= facts.Version)
        {
            return 0;
        }

        if (report is null)
        {
            report = new SourceReport
            {
                Township = facts.Township,
                Cycle = facts.Cycle,
                Source = facts.Source,
                Subject = facts.Subject,
            };
            db.SourceReports.Add(report);
        }

        report.Version = facts.Version;
        report.ObservedAt = facts.ObservedAt;
        var holding = await Holding(facts.Cycle)
            .Where(entry => entry.Subject == facts.Subject && entry.Source == facts.Source)
            .ToListAsync(cancellationToken);
        return await AddAsync(
            cycle,
            LedgerChanges.Replacements(
                new Reporter(
                    facts.Cycle,
                    facts.Source,
                    Collector.TitleOf(facts.Source),
                    facts.ObservedAt,
                    facts.Version
                ),
                holding,
                facts.Facts.Select(fact => Observation.Of(facts.Subject, fact))
            ),
            cancellationToken
        );
    }

    /// <summary>Takes in what people have scored.</summary>
    /// <param name="newest">The newest entry of each score that there was.</param>
    /// <returns>The entries that were added.</returns>
    public async Task<IReadOnlyList<LedgerEntry>> TakeAsync(
        Cycle cycle,
        Reporter reporter,
        IReadOnlyDictionary<LedgerKey, LedgerEntry> newest,
        IReadOnlyCollection<Observation> scores,
        CancellationToken cancellationToken
    )
    {
        var added = LedgerChanges.Additions(reporter, newest, scores);
        await AddAsync(cycle, added, cancellationToken);
        return added;
    }

    /// <summary>Supersedes what an import brought, see <see cref="LedgerChanges.Restoration"/>.</summary>
    public Task RestoreAsync(
        Cycle cycle,
        List<LedgerEntry> restorations,
        CancellationToken cancellationToken
    ) => AddAsync(cycle, restorations, cancellationToken);

    /// <summary>A score that holds no longer does, and the reason stays on record.</summary>
    /// <returns>The entry that says so.</returns>
    public async Task<LedgerEntry> WithdrawAsync(
        Cycle cycle,
        Reporter reporter,
        LedgerEntry score,
        string reason,
        CancellationToken cancellationToken
    )
    {
        var withdrawal = LedgerChanges.Withdrawal(reporter, score, reason);
        await AddAsync(cycle, [withdrawal], cancellationToken);
        return withdrawal;
    }

    /// <summary>Adds entries. Those on a sheet change what counts only when it is signed.</summary>
    public async Task<int> AddAsync(
        Cycle cycle,
        List<LedgerEntry> entries,
        CancellationToken cancellationToken
    )
    {
        db.Ledger.AddRange(entries);
        cycle.FactsVersion += entries.Count(entry => entry.Sheet is null);
        await db.SaveChangesAsync(cancellationToken);
        return entries.Count;
    }
}
