using Assessment.Engine.Language;
using Assessment.Imports;
using Assessment.Scoring.Ledger;
using Assessment.Scoring.Registers;
using Assessment.Scoring.Scores;
using Assessment.ServiceDefaults.DomainExceptions;

namespace Assessment.Scoring.Adjustments;

/// <summary>Whether the scheme has a place for adjusted values: what is collected can be adjusted as well as what is scored.</summary>
internal static class AdjustmentRules
{
    /// <returns>The values under the names by which the ledger keeps the indicators.</returns>
    /// <exception cref="AdjustedValuesMustFitTheScheme">There is none for one of them, it is out of range, or there are no values.</exception>
    public static IReadOnlyList<AdjustedValue> Fitting(
        IReadOnlyList<AdjustedValue> values,
        Scheme scheme,
        SubjectIds subjects
    )
    {
        var rules = new ScoreRules(scheme, subjects, new Dictionary<LedgerKey, LedgerEntry>());
        var kept = new List<AdjustedValue>();
        var problems = new List<Problem>();
        foreach (var value in values)
        {
            try
            {
                kept.Add(value with { By = rules.Place(RowOf(value)).By });
            }
            catch (RowRefused refused)
            {
                problems.Add(new Problem(refused.Code, refused.Message, Column: refused.Column));
            }
        }

        if (values.Count == 0)
        {
            problems.Add(new Problem(Cells.Missing, "请填写要调整的指标和数值。"));
        }

        if (kept.DistinctBy(value => value.Key).Count() < kept.Count)
        {
            problems.Add(new Problem("valueTwice", "同一指标写了不止一次。"));
        }

        return problems.Count > 0 ? throw new AdjustedValuesMustFitTheScheme(problems) : kept;
    }

    private static ScoreRow RowOf(AdjustedValue value) =>
        new(value.Subject, value.Item, value.By, value.Period, value.Value, Reason: null);
}
