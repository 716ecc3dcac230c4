using Assessment.Contracts;
using Assessment.Engine.Evaluation;
using Assessment.Engine.Facts;
using Assessment.Engine.Language;
using Assessment.Engine.Numbers;
using Assessment.Engine.Results;
using Assessment.Scoring.Cycles;
using Assessment.Scoring.Ledger;
using Assessment.Scoring.Results;
using Assessment.Scoring.Schemes;
using Assessment.Scoring.Storage;
using Assessment.ServiceDefaults.Time;
using Microsoft.EntityFrameworkCore;
using Reporter = Assessment.Scoring.Ledger.Reporter;

namespace Assessment.Scoring.Registers;

/// <summary>What was carried over of last year's final result.</summary>
/// <param name="Year">Null where there is none.</param>
internal sealed record CarriedOver(int? Year, int Grades, int Facts);

/// <summary>
/// 上年结转: previous grades, and the facts that the scheme carries over, from last year's final result where there is one.
/// The office can correct them like others that it enters, with a reason.
/// </summary>
internal sealed class PreviousYear(
    ScoringDb db,
    SchemeStore schemes,
    ResultStore results,
    FactLedger ledger
)
{
    /// <param name="rows">The rows that the cycle has taken over.</param>
    public async Task<CarriedOver> CarryAsync(
        Cycle cycle,
        Scheme scheme,
        IReadOnlyCollection<RegisterRow> rows,
        CancellationToken cancellationToken
    )
    {
        var previous = await db
            .Cycles.AsNoTracking()
            .SingleOrDefaultAsync(
                one =>
                    one.Scheme == cycle.Scheme
                    && one.Year == cycle.Year - 1
                    && one.State == CycleState.Final
                    && !one.IsRehearsal,
                cancellationToken
            );
        if (
            previous?.FinalResult is not { } number
            || await results.FindAsync(previous.Id, number, cancellationToken) is not { } final
        )
        {
            return new CarriedOver(Year: null, Grades: 0, Facts: 0);
        }

        var grades = CarryGrades(previous, final.Lines(), rows, cycle);
        var facts = await CarryFactsAsync(
            cycle,
            previous,
            final,
            scheme,
            [
                .. rows.Where(row =>
                        row.Register == AllRegisters.Areas.Name
                        || row.Register == AllRegisters.Staff.Name
                    )
                    .Select(row => row.Key),
            ],
            cancellationToken
        );
        return new CarriedOver(previous.Year, grades, facts);
    }

    private int CarryGrades(
        Cycle previous,
        StoredLines final,
        IEnumerable<RegisterRow> rows,
        Cycle cycle
    )
    {
        var grades = final.Staff.ToDictionary(
            person => person.Id,
            person => person.Grade,
            StringComparer.Ordinal
        );
        var edit = new RegisterEdit(
            ChinaTime.DayOf(cycle.OpenedAt),
            Cause(previous),
            cycle.OpenedBy,
            cycle.OpenedAt
        );
        var carried = 0;
        foreach (
            var row in rows.Where(row =>
                row.Register == AllRegisters.Staff.Name
                && grades.GetValueOrDefault(row.Key) is not null
            )
        )
        {
            carried++;
            var person = AllRegisters.Staff.Stored(row.ContentJson) with
            {
                PreviousGrade = grades[row.Key],
            };
            if (row.CarryOver(AllRegisters.Staff.Content(person), edit) is { } change)
            {
                db.RegisterChanges.Add(change);
            }
        }

        return carried;
    }

    private async Task<int> CarryFactsAsync(
        Cycle cycle,
        Cycle previous,
        AssessmentResult final,
        Scheme scheme,
        IReadOnlyList<string> subjects,
        CancellationToken cancellationToken
    )
    {
        var kinds = scheme
            .FactKinds.Values.Where(kind => kind.ReportedBy?.CarriedFrom is not null)
            .ToList();
        if (kinds.Count == 0)
        {
            return 0;
        }

        // The same facts give the same exact values as then.
        var result = Evaluator.Evaluate(
            await schemes.ReadAsync(previous.Adoption, cancellationToken),
            final.Facts()
        );
        var observed = (
            from kind in kinds
            from subject in subjects
            let value = ValueOf(result, subject, kind.ReportedBy!.CarriedFrom!)
            where value is not null
            select Carried(subject, kind, value.Value, $"{Cause(previous)} {final.Digest}")
        ).ToList();
        var entries = await ledger.TakeAsync(
            cycle,
            new Reporter(cycle.Id, Sources.Department, "上年结转", cycle.OpenedAt),
            new Dictionary<LedgerKey, LedgerEntry>(),
            observed,
            cancellationToken
        );
        return entries.Count;
    }

    /// <summary>An item or a measure of the result; else the one fact of the subject.</summary>
    private static FactValue? ValueOf(EvaluationResult result, string subject, string from)
    {
        if (result.ValueOf(subject, from) is { } value)
        {
            return value;
        }

        var facts = result
            .Facts.Facts.Where(fact =>
                fact is { By: null, Period: null } && fact.Subject == subject && fact.Item == from
            )
            .ToList();
        return facts is [var only] ? only.Value : default(FactValue?);
    }

    /// <summary>A value with more decimals than can be stored is kept as the mean that it is.</summary>
    private static Observation Carried(
        string subject,
        FactKind kind,
        FactValue value,
        string evidence
    )
    {
        var number = value.Number.ToDecimal();
        return new Observation(
            new LedgerKey(subject, kind.Item, By: null, Period: null),
            Observation.Storable(number),
            Count: null,
            Eligible: null,
            [evidence],
            Reason: null
        )
        {
            Mean =
                (Rational)Observation.Storable(number) == value.Number
                    ? null
                    : new ReportedMean(
                        (decimal)value.Number.Numerator,
                        (decimal)value.Number.Denominator
                    ),
        };
    }

    private static string Cause(Cycle previous) => $"{previous.Year} 年度最终结果";
}
