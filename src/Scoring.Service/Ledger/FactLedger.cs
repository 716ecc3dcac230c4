using Assessment.Contracts;
using Assessment.Scoring.Cycles;
using Assessment.Scoring.Storage;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Scoring.Ledger;

/// <summary>事实台账. Whoever writes to it has the cycle's turn.</summary>
public sealed class FactLedger(ScoringDb db)
{
    /// <summary>The entries that hold.</summary>
    public IQueryable<LedgerEntry> Holding(Guid cycle) =>
        db
            .Ledger.AsNoTracking()
            .Where(entry =>
                entry.Cycle == cycle
                && !entry.Withdrawn
                && !db.Ledger.Any(later => later.Supersedes == entry.Id)
            );

    /// <summary>Takes in what a source knows of a subject, unless something newer of it has come before.</summary>
    /// <returns>How many entries were added.</returns>
    public async Task<int> TakeAsync(
        Cycle cycle,
        FactsReported facts,
        CancellationToken cancellationToken
    )
    {
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
            Report.Replacements(
                new Reporter(
                    facts.Cycle,
                    facts.Source,
                    Sources.TitleOf(facts.Source),
                    facts.ObservedAt,
                    facts.Version
                ),
                holding,
                facts.Facts.Select(fact => Observation.Of(facts.Subject, fact))
            ),
            cancellationToken
        );
    }

    /// <summary>Takes in what departments have scored.</summary>
    /// <returns>How many entries were added.</returns>
    public async Task<int> TakeAsync(
        Cycle cycle,
        Reporter reporter,
        IReadOnlyCollection<Observation> scores,
        CancellationToken cancellationToken
    )
    {
        var subjects = scores.Select(score => score.Key.Subject).Distinct().ToList();
        var holding = await Holding(cycle.Id)
            .Where(entry => entry.Source == Sources.Department && subjects.Contains(entry.Subject))
            .ToListAsync(cancellationToken);
        return await AddAsync(
            cycle,
            Report.Additions(reporter, holding, scores),
            cancellationToken
        );
    }

    private async Task<int> AddAsync(
        Cycle cycle,
        List<LedgerEntry> entries,
        CancellationToken cancellationToken
    )
    {
        db.Ledger.AddRange(entries);
        cycle.FactsVersion += entries.Count;
        await db.SaveChangesAsync(cancellationToken);
        return entries.Count;
    }
}
