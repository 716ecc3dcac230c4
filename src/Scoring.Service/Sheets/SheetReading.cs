using Assessment.Engine.Language;
using Assessment.Scoring.Cycles;
using Assessment.Scoring.Ledger;
using Assessment.Scoring.Procedures;
using Assessment.Scoring.Registers;
using Assessment.Scoring.Results;
using Assessment.Scoring.Schemes;
using Assessment.Scoring.Storage;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Scoring.Sheets;

/// <summary>Reads sheets as their readers see them.</summary>
public sealed class SheetReading(
    ScoringDb db,
    SheetStore sheets,
    FactLedger ledger,
    SchemeStore schemes,
    RegisterReading registers,
    ResultStore results,
    ProcedureDay day
)
{
    /// <summary>One sheet, for somebody who may do that with it.</summary>
    /// <exception cref="SheetMustBeOfTheScheme">The scheme asks for no such sheet.</exception>
    /// <exception cref="SheetIsAnotherDepartments">The caller may not.</exception>
    public async Task<SheetView> OneAsync(
        Guid id,
        SheetKey key,
        SheetRights rights,
        Func<SheetRights, SheetKey, bool> may,
        CancellationToken cancellationToken
    )
    {
        var cycle = await results.CycleAsync(id, cancellationToken);
        var scheme = await schemes.ReadAsync(cycle.Adoption, cancellationToken);
        var spec = SheetPlan.Find(scheme, key);
        return may(rights, spec.Key)
            ? await ViewAsync(cycle, scheme, spec, rights, cancellationToken)
            : throw new SheetIsAnotherDepartments($"{spec.Key}");
    }

    /// <summary>The sheets that the caller may see, in the scheme's order.</summary>
    public async Task<IReadOnlyList<SheetSummary>> ListAsync(
        Cycle cycle,
        SheetRights rights,
        CancellationToken cancellationToken
    )
    {
        var scheme = await schemes.ReadAsync(cycle.Adoption, cancellationToken);
        return await SummariesAsync(
            cycle,
            scheme,
            rights,
            [.. SheetPlan.Of(scheme).Where(sheet => rights.MaySee(sheet.Key))],
            cancellationToken
        );
    }

    /// <summary>Of those sheets.</summary>
    public async Task<IReadOnlyList<SheetSummary>> SummariesAsync(
        Cycle cycle,
        Scheme scheme,
        SheetRights rights,
        IReadOnlyList<SheetSpec> specs,
        CancellationToken cancellationToken
    )
    {
        var begun = await sheets.OfAsync(cycle.Id, cancellationToken);
        var areas = (
            await registers.AreasAsync(new RegisterScope(cycle.Id), cancellationToken)
        ).ConvertAll(area => area.Id);
        var held = (
            await ledger
                .Holding(cycle.Id)
                .Where(entry => entry.Sheet != null)
                .Select(entry => new
                {
                    entry.Sheet,
                    Key = new LedgerKey(entry.Subject, entry.Item, entry.By, entry.Period),
                })
                .ToListAsync(cancellationToken)
        )
            .Select(entry =>
                (entry.Sheet!, entry.Key.Period ?? "", entry.Key.Item, entry.Key.Subject)
            )
            .ToHashSet();
        var written = held.Select(one => new SheetKey(one.Item1, one.Item2)).ToHashSet();
        var acts = await ActsAsync(cycle.Id, cancellationToken);
        var dues = await db
            .SheetDues.AsNoTracking()
            .Where(one => one.Cycle == cycle.Id)
            .ToDictionaryAsync(one => one.Period, one => one.Due, cancellationToken);
        var today = await day.TodayAsync(cancellationToken);
        var needed = SheetStore.NeedsSignature(cycle, scheme);
        var admits = AdmitsChanges(cycle);
        return [.. specs.Select(Summary)];

        SheetSummary Summary(SheetSpec spec)
        {
            var state = begun.GetValueOrDefault(spec.Key)?.State ?? SheetState.Draft;
            var missing = MissingCellsOf(spec, areas, held);
            var act = acts[spec.Key].LastOrDefault();
            DateOnly? due = dues.TryGetValue(spec.Key.Period, out var until) ? until : null;
            return new SheetSummary(
                spec.Key.Department,
                spec.Key.Period,
                spec.PeriodTitle,
                spec.IsOptional,
                state,
                due,
                due < today && !state.IsLocked(),
                spec.Items.Count(item => item.IsLine) * areas.Count,
                (spec.Items.Count(item => item.IsLine) * areas.Count)
                    - missing.Sum(one => one.Subjects.Count),
                missing,
                written.Contains(spec.Key),
                needed,
                scheme.Collection.Signature is not null,
                act?.By,
                act?.At,
                act?.Reason,
                admits && !state.IsLocked() && rights.MayEnter(spec.Key),
                admits && !state.IsLocked() && rights.May(SheetStep.Submit, spec.Key),
                admits && state == SheetState.Submitted && rights.May(SheetStep.Sign, spec.Key),
                admits && state.Counts() && rights.May(SheetStep.Reopen, spec.Key)
            );
        }
    }

    /// <summary>What is on a sheet.</summary>
    public async Task<SheetView> ViewAsync(
        Cycle cycle,
        Scheme scheme,
        SheetSpec spec,
        SheetRights rights,
        CancellationToken cancellationToken
    )
    {
        var summary = (await SummariesAsync(cycle, scheme, rights, [spec], cancellationToken))[0];
        var newest = await ledger.OnSheetAsync(cycle.Id, spec.Key, cancellationToken);
        var counted = (await ledger.CountingAsync(cycle.Id, cancellationToken))
            .Where(entry => SheetKey.Of(entry) == spec.Key)
            .ToDictionary(entry => (entry.Subject, entry.Item), entry => entry.Value);
        var acts = await ActsAsync(cycle.Id, cancellationToken);
        return new SheetView(
            summary,
            [.. spec.Items.Select(item => ItemOf(scheme, spec.Key.Department, item))],
            await SubjectsAsync(cycle.Id, spec, cancellationToken),
            [.. newest.Values.Select(entry => CellOf(entry, counted))],
            [
                .. acts[spec.Key]
                    .Reverse()
                    .Select(act => new SheetActView(
                        act.Step,
                        act.State,
                        act.By,
                        act.At,
                        act.Reason
                    )),
            ],
            await LeadAsync(cycle.Id, scheme, spec, cancellationToken)
        );
    }

    /// <summary>Who is scored on the sheet: areas, and staff where an item is theirs.</summary>
    public async Task<IReadOnlyList<SheetSubject>> SubjectsAsync(
        Guid cycle,
        SheetSpec spec,
        CancellationToken cancellationToken
    )
    {
        var scope = new RegisterScope(cycle);
        var areas = await registers.AreasAsync(scope, cancellationToken);
        var names = areas.ToDictionary(area => area.Id, area => area.Name, StringComparer.Ordinal);
        var staff = spec.Items.Any(item => item.OfStaff)
            ? await registers.StaffAsync(scope, cancellationToken)
            : [];
        return
        [
            .. areas
                .Where(_ => spec.Items.Any(item => item.OfAreas))
                .Select(area => new SheetSubject(area.Id, area.Name, SubjectKind.Areas, null)),
            .. staff.Select(person => new SheetSubject(
                person.Id,
                person.Name,
                SubjectKind.Staff,
                names.GetValueOrDefault(person.Area, person.Area)
            )),
        ];
    }

    public static SheetCell CellOf(
        LedgerEntry entry,
        IReadOnlyDictionary<(string Subject, string Item), decimal> counted
    ) =>
        new(
            entry.Subject,
            entry.Item,
            entry.Withdrawn ? null : Normalization.Of(entry.Value),
            entry.Reason,
            entry.Id,
            entry.ReportedBy,
            entry.ReportedAt,
            counted.TryGetValue((entry.Subject, entry.Item), out var value)
                ? Normalization.Of(value)
                : null,
            entry.Files
        );

    /// <summary>Of each line on the sheet, the areas that are not scored.</summary>
    internal static IReadOnlyList<MissingCells> MissingCellsOf(
        SheetSpec spec,
        IReadOnlyList<string> areas,
        IReadOnlySet<(string Department, string Period, string Item, string Subject)> held
    ) =>
        [
            .. spec
                .Items.Where(item => item.IsLine)
                .Select(item => new MissingCells(
                    item.Item,
                    item.Title,
                    [
                        .. areas.Where(area =>
                            !held.Contains((spec.Key.Department, spec.Key.Period, item.Item, area))
                        ),
                    ]
                ))
                .Where(one => one.Subjects.Count > 0),
        ];

    private static bool AdmitsChanges(Cycle cycle) =>
        cycle.State != CycleState.Cancelled && (!cycle.State.IsPinned() || cycle.AdmitsCorrections);

    private static SheetItem ItemOf(Scheme scheme, string department, FactKind kind)
    {
        var line = scheme.Collection.Lines.FirstOrDefault(line => line.Id == kind.Item);
        return new SheetItem(
            kind.Item,
            kind.Title,
            kind.Range,
            kind.Step,
            kind.OfAreas ? SubjectKind.Areas : SubjectKind.Staff,
            line?.Citation.Clause,
            line?.Citation.Quote,
            line is null || Decides(line, department),
            [.. (line?.Departments ?? []).Where(other => other != department)]
        );
    }

    private static bool Decides(ScoreLine line, string department) =>
        line.Combination != LineCombination.Lead
        || line.Leads.Contains(department, StringComparer.Ordinal);

    /// <summary>What the others have entered of the lines that the department leads.</summary>
    private async Task<IReadOnlyList<OthersScore>> LeadAsync(
        Guid cycle,
        Scheme scheme,
        SheetSpec spec,
        CancellationToken cancellationToken
    )
    {
        var led = scheme
            .Collection.Lines.Where(line =>
                line.Lead == spec.Key.Department
                || line.Leads.Contains(spec.Key.Department, StringComparer.Ordinal)
            )
            .ToDictionary(line => line.Id, StringComparer.Ordinal);
        if (led.Count == 0)
        {
            return [];
        }

        var ids = led.Keys.ToList();
        var entries = await ledger
            .Holding(cycle)
            .Where(entry =>
                ids.Contains(entry.Item)
                && entry.Sheet != spec.Key.Department
                && (entry.Period ?? "") == spec.Key.Period
            )
            .ToListAsync(cancellationToken);
        return
        [
            .. entries.Select(entry => new OthersScore(
                entry.Item,
                entry.By!,
                entry.Subject,
                Normalization.Of(entry.Value),
                Decides(led[entry.Item], entry.By!)
            )),
        ];
    }

    private async Task<ILookup<SheetKey, SheetAct>> ActsAsync(
        Guid cycle,
        CancellationToken cancellationToken
    ) =>
        (
            await db
                .SheetActs.AsNoTracking()
                .Where(act => act.Cycle == cycle)
                .OrderBy(act => act.Id)
                .ToListAsync(cancellationToken)
        ).ToLookup(act => new SheetKey(act.Department, act.Period));
}
