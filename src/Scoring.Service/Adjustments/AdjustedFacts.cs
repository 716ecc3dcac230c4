using Assessment.Engine.Facts;
using Assessment.Scoring.Ledger;

namespace Assessment.Scoring.Adjustments;

/// <summary>Puts approved values in the place of what was observed. Pure.</summary>
public static class AdjustedFacts
{
    /// <param name="approved">In the order in which they were approved: of two for one indicator the later counts.</param>
    public static IReadOnlyList<Fact> Of(
        IReadOnlyList<Fact> observed,
        IReadOnlyList<Adjustment> approved
    )
    {
        if (approved.Count == 0)
        {
            return observed;
        }

        var adjusted = new Dictionary<LedgerKey, (AdjustedValue Value, Adjustment By)>();
        foreach (var adjustment in approved)
        {
            foreach (var value in adjustment.Values)
            {
                adjusted[value.Key] = (value, adjustment);
            }
        }

        var facts = new List<Fact>();
        foreach (var fact in observed)
        {
            facts.Add(
                adjusted.Remove(KeyOf(fact), out var one)
                    ? fact with
                    {
                        Value = one.Value.Value,
                        Evidence = [.. fact.Evidence, Words(one.By, $"{fact.Value}")],
                    }
                    : fact
            );
        }

        // An indicator that could not be observed at all.
        facts.AddRange(
            adjusted.Values.Select(one => new Fact(
                one.Value.Subject,
                one.Value.Item,
                one.Value.Value,
                one.Value.By,
                one.Value.Period
            )
            {
                Evidence = [Words(one.By, "没有数据")],
                ReportedBy = one.By.DecidedBy,
                ReportedAt = one.By.DecidedAt,
            })
        );
        return facts;
    }

    private static LedgerKey KeyOf(Fact fact) => new(fact.Subject, fact.Item, fact.By, fact.Period);

    private static string Words(Adjustment adjustment, string before) =>
        $"不可抗力调整（{adjustment.Clause}，原为 {before}）：{adjustment.Reason}；{adjustment.Meeting!.Date:yyyy-MM-dd} {adjustment.Meeting.Body}审定";
}
