using Assessment.Engine.Language;
using Assessment.Imports;
using Assessment.Scoring.Cycles;
using Assessment.Scoring.Storage;
using Assessment.ServiceDefaults.DomainExceptions;
using Assessment.ServiceDefaults.Edits;
using Assessment.ServiceDefaults.Time;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Scoring.Registers;

/// <summary>A row of the township's current register that a cycle does not have as it is there.</summary>
/// <param name="Values">What it says in the township's register.</param>
/// <param name="InCycle">What it says in the cycle; null where the cycle does not have it.</param>
public sealed record RegisterDifference(
    string Register,
    string Title,
    Guid Row,
    string Key,
    RowState State,
    DateOnly? EndedOn,
    IReadOnlyDictionary<string, string> Values,
    IReadOnlyDictionary<string, string>? InCycle
);

/// <summary>Which differences to take over, from when they hold, and why.</summary>
/// <param name="Rows">The township's rows; null for all that differ.</param>
public sealed record TakeOver(DateOnly? Date, string? Reason, IReadOnlyList<Guid>? Rows = null);

/// <summary>结转: brings rows of the township's current registers into a cycle's, all at its opening, single ones later.</summary>
internal sealed class TakingOver(
    ScoringDb db,
    RegisterReading reading,
    RegisterContexts contexts,
    PreviousYear previous,
    RowReferences references,
    TimeProvider time
)
{
    /// <summary>
    /// Copies the registers into the cycle that is being opened, and takes over what its scheme asks of last year's final
    /// result. The township's registers are locked, and the caller saves.
    /// </summary>
    public async Task<TakenOverAtOpening> AtOpeningAsync(
        Cycle cycle,
        Scheme scheme,
        CancellationToken cancellationToken
    )
    {
        var rows = await TownshipRows().AsNoTracking().ToListAsync(cancellationToken);
        var opening = new OpeningRows(cycle, new RegisterTerms([scheme]));
        opening.Take(rows);
        db.RegisterRows.AddRange(opening.Taken);
        cycle.RegisterVersion = 1;
        var carried = await previous.CarryAsync(cycle, scheme, opening.Taken, cancellationToken);
        return new TakenOverAtOpening(
            [
                .. AllRegisters.InOrder.Select(register => new TakenRegister(
                    register.Name,
                    register.Title,
                    opening.Taken.Count(row => row.Register == register.Name),
                    rows.Count(row => row.Register == register.Name && !row.Concerns(cycle.Year))
                )),
            ],
            carried.Year,
            carried.Grades,
            carried.Facts
        )
        {
            Detached = opening.Detached,
            Unfit = opening.Unfit,
        };
    }

    /// <summary>What the township's registers say otherwise than the cycle's since they were taken over.</summary>
    public async Task<IReadOnlyList<RegisterDifference>> DifferencesAsync(
        Cycle cycle,
        CancellationToken cancellationToken
    ) => DifferencesOf(await PairsAsync(cycle, cancellationToken));

    /// <summary>
    /// Takes differences over into the locked cycle. A row of the cycle or of the township may have been edited since they
    /// were shown; what nobody has seen is not taken over.
    /// </summary>
    /// <param name="ifMatch">The version of the differences that were shown.</param>
    /// <returns>How many rows were changed.</returns>
    /// <exception cref="RowsMustFitTheCycle">Some do not fit the cycle's registers or scheme; nothing is taken over.</exception>
    public async Task<int> TakeAsync(
        Cycle cycle,
        string? ifMatch,
        TakeOver asked,
        string by,
        CancellationToken cancellationToken
    )
    {
        var now = time.GetUtcNow();
        if (asked.Date is not { } date || string.IsNullOrWhiteSpace(asked.Reason))
        {
            throw new ChangeNeedsDateAndReason();
        }

        if (asked.Reason.Trim().Length > RegisterRow.ReasonLength)
        {
            throw new ReasonIsTooLong(RegisterRow.ReasonLength);
        }

        cycle.MustHold(date, ChinaTime.DayOf(now));
        var pairs = await PairsAsync(cycle, cancellationToken);
        var shown = DifferencesOf(pairs);
        EntityTags.MustMatch(ifMatch, EntityTags.OfContent(shown), shown);
        var edit = new RegisterEdit(date, asked.Reason.Trim(), by, now);
        var context = await contexts.OfAsync(cycle, cancellationToken);
        var chosen = asked.Rows?.ToHashSet();
        var changed = new HashSet<Register>();
        var problems = new List<Problem>();
        var number = 0;
        foreach (var pair in pairs)
        {
            if (chosen?.Contains(pair.Township.Id) == false)
            {
                continue;
            }

            if (pair is { Township.State: RowState.Withdrawn, InCycle: { } inCycle })
            {
                await references.RefuseAsync(inCycle, cancellationToken);
            }

            try
            {
                if (Take(cycle, pair, context, edit) is { } change)
                {
                    db.RegisterChanges.Add(change);
                    changed.Add(pair.Register);
                    number++;
                }
            }
            catch (RowRefused refused)
            {
                problems.Add(
                    new Problem(
                        refused.Code,
                        $"{pair.Register.Title} {pair.Township.Key}：{context.InWords(pair.Register, refused)}",
                        Line: null,
                        refused.Column
                    )
                );
            }
        }

        if (problems.Count > 0)
        {
            throw new RowsMustFitTheCycle(problems);
        }

        if (number > 0)
        {
            db.RecordTakeOver(cycle, edit, number);
            await db.SaveChangesAsync(cancellationToken);
            await LockedScope
                .Of(db, cycle)
                .CountChangeAsync(changed.Contains(AllRegisters.Areas), reading, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
        }

        return number;
    }

    private static List<RegisterDifference> DifferencesOf(List<RowPair> pairs) =>
        pairs.ConvertAll(pair => new RegisterDifference(
            pair.Register.Name,
            pair.Register.Title,
            pair.Township.Id,
            pair.Township.Key,
            pair.Township.State,
            pair.Township.EndedOn,
            RowValues.Of(pair.Content.Json),
            pair.InCycle is null ? null : RowValues.Of(pair.InCycle.ContentJson)
        ));

    private RegisterChange? Take(
        Cycle cycle,
        RowPair pair,
        RegisterContext context,
        RegisterEdit edit
    )
    {
        var content = pair.Register.Read(
            context.RowOf(pair.Register, RowValues.Of(pair.Content.Json)),
            context
        );
        var row = pair.InCycle;
        if (row is null)
        {
            row = pair.Township.CopyInto(cycle.Id, content, edit.At);
            db.RegisterRows.Add(row);
            return RegisterChange.Of(row, RegisterChangeKind.TakenOver, edit, before: null);
        }

        row.TookOver(pair.Township.Version);
        return row.Become(pair.Snapshot, content, edit);
    }

    private async Task<List<RowPair>> PairsAsync(Cycle cycle, CancellationToken cancellationToken)
    {
        var inCycle = (
            await db.RegisterRows.Where(row => row.Cycle == cycle.Id).ToListAsync(cancellationToken)
        ).ToDictionary(row => (row.Register, row.Key));
        var township = await TownshipRows().AsNoTracking().ToListAsync(cancellationToken);
        var declared = (await contexts.TermsAsync(cycle, cancellationToken)).Declared;
        return
        [
            .. from register in AllRegisters.InOrder
            let columns = declared.Of(register)
            from row in township
                .Where(row => row.Register == register.Name)
                .OrderBy(row => row.Key, StringComparer.Ordinal)
            let there = inCycle.GetValueOrDefault((row.Register, row.Key))
            let pair = new RowPair(register, row, register.Keep(row.ContentJson, columns), there)
            where there is null ? row.Concerns(cycle.Year) : pair.IsNewer
            select pair,
        ];
    }

    private IQueryable<RegisterRow> TownshipRows() =>
        db.RegisterRows.Where(row => row.Cycle == Guid.Empty);

    /// <param name="Content">Of the township's row, as far as the cycle's scheme has columns for it.</param>
    private sealed record RowPair(
        Register Register,
        RegisterRow Township,
        RegisterContent Content,
        RegisterRow? InCycle
    )
    {
        public RowSnapshot Snapshot => Township.Snapshot() with { Content = Content.Json };

        /// <summary>Whether the township's row was changed since the cycle took it over, to something else than the cycle has.</summary>
        public bool IsNewer =>
            Township.Version > (InCycle!.TakenVersion ?? 0) && Snapshot != InCycle.Snapshot();
    }
}

/// <summary>Rows of the township's registers do not fit the cycle; the problems name them.</summary>
public sealed class RowsMustFitTheCycle(IReadOnlyList<Problem> problems)
    : DomainException(StatusCodes.Status422UnprocessableEntity, problems.Count)
{
    public override IReadOnlyList<Problem> Problems => problems;
}
