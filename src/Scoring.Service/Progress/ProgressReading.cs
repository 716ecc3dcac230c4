using Assessment.Contracts;
using Assessment.Engine.Language;
using Assessment.Engine.Panels;
using Assessment.Scoring.Calculation;
using Assessment.Scoring.Cycles;
using Assessment.Scoring.Events;
using Assessment.Scoring.Ledger;
using Assessment.Scoring.Registers;
using Assessment.Scoring.Results;
using Assessment.Scoring.Schemes;
using Assessment.Scoring.Storage;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Scoring.Progress;

/// <summary>Finds out how far a cycle has come.</summary>
public sealed class ProgressReading(
    ScoringDb db,
    SchemeStore schemes,
    RegisterReading registers,
    FactLedger ledger,
    EventLedger events,
    Calculations calculations,
    FactSets factSets,
    ResultStore results
)
{
    public async Task<CycleProgress> OfAsync(Guid id, CancellationToken cancellationToken)
    {
        var cycle = await results.CycleAsync(id, cancellationToken);
        var scheme = await schemes.ReadAsync(cycle.Adoption, cancellationToken);
        var areas = (
            await registers.AreasAsync(new RegisterScope(id), cancellationToken)
        ).ConvertAll(area => area.Id);
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
        var plan = CyclePlan.Of(scheme, cycle.Year);
        return new CycleProgress(
            cycle.Id,
            cycle.Scheme,
            cycle.SchemeVersion,
            cycle.Title,
            cycle.Year,
            cycle.State,
            cycle.OpenedAt,
            cycle.FinalAt,
            await CalculationAsync(cycle, scheme, result, cancellationToken),
            [
                .. plan.Collectors.Select(collector =>
                    Collected(collector, plan, areas, held, [.. reported[collector.Name]])
                ),
                .. await PanelsAsync(cycle, scheme, plan, held, cancellationToken),
                .. await RegistersAsync(id, plan, areas, held, cancellationToken),
            ],
            [
                .. plan.Lines.SelectMany(line =>
                    line.Departments.Select(department => Score(line, department, areas, held))
                ),
            ],
            (await events.CountingAsync(id, cancellationToken)).Count,
            await calculations.PendingImports(id).CountAsync(cancellationToken),
            cycle.State.IsPinned() && result is not null
                ? cycle.FactsVersion - result.FactsVersion
                : 0,
            cycle.TakenOver(),
            cycle.CancelledAt,
            cycle.CancelledBecause,
            cycle.ArchivedAt,
            cycle.IsRehearsal
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
                result?.IsOutdated(cycle) ?? false,
                request.Status == CalculationStatus.Waiting
                    ? await calculations.WaitingForAsync(cycle, scheme, request, cancellationToken)
                    : [],
                request.Problems
            );
    }

    private static SourceProgress Collected(
        Collector collector,
        CollectionPlan plan,
        List<string> areas,
        HashSet<LedgerKey> held,
        HashSet<string> reported
    )
    {
        IReadOnlyList<ProgressLine> details =
            collector == Collector.Survey
                ?
                [
                    .. plan.Campaigns.Select(campaign =>
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
            collector.Name,
            collector.Title,
            areas.Count(reported.Contains),
            areas.Count,
            details
        );
    }

    /// <summary>A subject is done when there is a fact of each item that the panel counts.</summary>
    private async Task<IEnumerable<SourceProgress>> PanelsAsync(
        Cycle cycle,
        Scheme scheme,
        CollectionPlan plan,
        HashSet<LedgerKey> held,
        CancellationToken cancellationToken
    )
    {
        if (plan.Panels.Count == 0)
        {
            return [];
        }

        var register = await factSets.RegisterAsync(cycle, scheme, cancellationToken);
        var kinds = PanelRoll.KindsOf(scheme, register);
        var facts = held.Select(key => (key.Subject, key.Item)).ToHashSet();
        return
        [
            Together(
                "panel",
                "测评评议",
                [
                    .. plan.Panels.Select(panel =>
                        Line(
                            panel.Title,
                            [
                                .. kinds
                                    .Where(kind =>
                                        panel.Subjects.Contains(kind.Value, StringComparer.Ordinal)
                                    )
                                    .Select(kind => kind.Key)
                                    .Order(StringComparer.Ordinal),
                            ],
                            subject => panel.Items.All(item => facts.Contains((subject, item)))
                        )
                    ),
                ]
            ),
        ];
    }

    private async Task<IEnumerable<SourceProgress>> RegistersAsync(
        Guid cycle,
        CollectionPlan plan,
        List<string> areas,
        HashSet<LedgerKey> held,
        CancellationToken cancellationToken
    )
    {
        if (plan.Registers.Count == 0)
        {
            return [];
        }

        var staff = plan.Registers.Any(one => one.OfStaff)
            ? (await registers.StaffAsync(new RegisterScope(cycle), cancellationToken)).ConvertAll(
                person => person.Id
            )
            : [];
        return
        [
            Together(
                "register",
                "台账",
                [
                    .. plan.Registers.Select(register =>
                        Line(
                            register.Title,
                            register.OfStaff ? staff : areas,
                            subject => held.Contains(new(subject, register.Item, null, null))
                        )
                    ),
                ]
            ),
        ];
    }

    private static SourceProgress Together(
        string source,
        string title,
        IReadOnlyList<ProgressLine> details
    ) =>
        new(
            source,
            title,
            details.Sum(line => line.Done),
            details.Sum(line => line.Expected),
            details
        );

    private static ScoreProgress Score(
        LineSpec line,
        LineDepartment department,
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
            department.Name,
            department.Counts,
            line.Least,
            line.Most,
            line.Step,
            [.. line.Periods.Select(period => new ScorePeriod(period.Id, period.Title))],
            progress.Done,
            progress.Expected,
            progress.Missing
        );

        bool IsHeld(string area, string? period) =>
            held.Contains(new LedgerKey(area, line.Id, department.Name, period));
    }

    private static ProgressLine Line(string label, List<string> subjects, Func<string, bool> done)
    {
        var missing = subjects.Where(subject => !done(subject)).ToList();
        return new ProgressLine(label, subjects.Count - missing.Count, subjects.Count, missing);
    }
}
