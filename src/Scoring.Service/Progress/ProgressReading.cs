using Assessment.Engine.Language;
using Assessment.Scoring.Areas;
using Assessment.Scoring.Calculation;
using Assessment.Scoring.Cycles;
using Assessment.Scoring.Events;
using Assessment.Scoring.Ledger;
using Assessment.Scoring.Results;
using Assessment.Scoring.Schemes;
using Assessment.Scoring.Storage;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Scoring.Progress;

/// <summary>Finds out how far a cycle has come.</summary>
public sealed class ProgressReading(
    ScoringDb db,
    SchemeStore schemes,
    Registers registers,
    FactLedger ledger,
    EventLedger events,
    Calculations calculations,
    ResultStore results
)
{
    public async Task<CycleProgress> OfAsync(Guid id, CancellationToken cancellationToken)
    {
        var cycle = await results.CycleAsync(id, cancellationToken);
        var scheme = await schemes.ReadAsync(cycle.Adoption, cancellationToken);
        var areas = (await registers.AreasAsync(cancellationToken)).ConvertAll(area => area.Id);
        var held = (
            await ledger
                .Holding(id)
                .Select(entry => new LedgerKey(entry.Subject, entry.Item, entry.By, entry.Period))
                .ToListAsync(cancellationToken)
        ).ToHashSet();
        var reported = (
            await db
                .SourceReports.AsNoTracking()
                .Where(report => report.Cycle == id)
                .Select(report => new { report.Source, report.Subject })
                .ToListAsync(cancellationToken)
        ).ToLookup(report => report.Source, report => report.Subject, StringComparer.Ordinal);
        var result = await results.FindNewestAsync(id, cancellationToken);
        return new CycleProgress(
            cycle.Id,
            cycle.Scheme,
            cycle.SchemeVersion,
            cycle.Title,
            cycle.Year,
            cycle.State,
            cycle.OpenedAt,
            cycle.PublishedAt,
            await CalculationAsync(cycle, scheme, result, cancellationToken),
            [
                .. Sources
                    .Of(scheme)
                    .Select(source => Source(source, scheme, areas, held, [.. reported[source]])),
            ],
            [
                .. scheme.Collection.Lines.SelectMany(line =>
                    line.Departments.Select(department => Score(line, department, areas, held))
                ),
            ],
            await events.Holding(id).CountAsync(cancellationToken),
            await calculations.PendingImports(id).CountAsync(cancellationToken),
            cycle.State == CycleState.Published && result is not null
                ? cycle.FactsVersion - result.FactsVersion
                : 0
        );
    }

    private async Task<CalculationProgress> CalculationAsync(
        Cycle cycle,
        Scheme scheme,
        AssessmentResult? result,
        CancellationToken cancellationToken
    )
    {
        var request = await db
            .Calculations.AsNoTracking()
            .Where(request => request.Cycle == cycle.Id)
            .OrderByDescending(request => request.AskedAt)
            .FirstOrDefaultAsync(cancellationToken);
        return request is null
            ? CalculationProgress.None
            : new CalculationProgress(
                request.Status.ToString().ToLowerInvariant(),
                request.AskedAt,
                request.EndedAt,
                result?.IsOutdated(cycle, await registers.VersionsAsync(cancellationToken))
                    ?? false,
                request.Status == CalculationStatus.Waiting
                    ? await calculations.WaitingForAsync(cycle, scheme, request, cancellationToken)
                    : [],
                request.Problems
            );
    }

    private static SourceProgress Source(
        string source,
        Scheme scheme,
        List<string> areas,
        HashSet<LedgerKey> held,
        HashSet<string> reported
    )
    {
        IReadOnlyList<ProgressLine> details =
            source == Sources.Survey
                ?
                [
                    .. scheme.Collection.Survey!.Campaigns.Select(campaign =>
                        Line(
                            campaign.Title,
                            areas,
                            area =>
                                held.Contains(
                                    new LedgerKey(
                                        area,
                                        campaign.Item,
                                        campaign.Channel,
                                        campaign.Wave
                                    )
                                )
                        )
                    ),
                ]
                // An area without a countable ticket has no rates, but it has been reported.
                : [Line("工单统计", areas, reported.Contains)];
        return new SourceProgress(
            source,
            Sources.TitleOf(source),
            areas.Count(reported.Contains),
            areas.Count,
            details
        );
    }

    private static ScoreProgress Score(
        ScoreLine line,
        string department,
        List<string> areas,
        HashSet<LedgerKey> held
    )
    {
        var progress = Line(
            line.Title,
            areas,
            area =>
                line.Sets.Count == 0
                    ? IsHeld(area, period: null)
                    : line.Sets.Any(set => set.All(period => IsHeld(area, period)))
        );
        return new ScoreProgress(
            line.Id,
            line.Title,
            department,
            line.Combination != LineCombination.Lead
                || line.Leads.Contains(department, StringComparer.Ordinal),
            line.Least,
            line.Most,
            line.Step,
            [.. line.Periods.Select(period => new ScorePeriod(period.Key, period.Value))],
            progress.Done,
            progress.Expected,
            progress.Missing
        );

        bool IsHeld(string area, string? period) =>
            held.Contains(new LedgerKey(area, line.Id, department, period));
    }

    private static ProgressLine Line(string label, List<string> areas, Func<string, bool> done)
    {
        var missing = areas.Where(area => !done(area)).ToList();
        return new ProgressLine(label, areas.Count - missing.Count, areas.Count, missing);
    }
}
