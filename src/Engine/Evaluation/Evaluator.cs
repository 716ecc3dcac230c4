using Assessment.Engine.Evaluation;
using Assessment.Engine.Ranking;

namespace Assessment.Engine;

/// <summary>(scheme, facts) → results: pure, in decimal arithmetic, the same on any machine in any year.</summary>
public static class Evaluator
{
    /// <exception cref="FactSetException">The facts do not fit the scheme or each other.</exception>
    public static EvaluationResult Evaluate(Scheme scheme, FactSet facts)
    {
        var sheet = scheme.Rules.Areas;
        var table = SubjectTableBuilder.Build(scheme, facts);
        Fill(sheet, table);
        var groups = Standings.Groups(sheet.Rank, table);
        var standings = Standings.Of(sheet, table, groups);
        var areas = new AreaResult[table.Areas.Count];
        for (var subject = 0; subject < areas.Length; subject++)
            areas[subject] = Result(sheet, table[subject], standings[subject]);
        var payouts = PayoutCalculator.Calculate(
            scheme,
            new([
                .. areas.Select(area => new AreaOutcome(
                    area.Id,
                    area.Name,
                    area.Total,
                    area.Rank,
                    area.Grade,
                    area.Tier
                )),
            ]),
            facts.Staff
        );
        return new(
            scheme,
            facts,
            table,
            groups,
            areas,
            payouts,
            [
                .. AreaFindings
                    .Of(sheet, table)
                    .Concat(payouts.Findings)
                    .OrderBy(finding => finding.Subject, StringComparer.Ordinal)
                    .ThenBy(finding => finding.Code, StringComparer.Ordinal)
                    .ThenBy(finding => finding.Detail, StringComparer.Ordinal),
            ]
        );
    }

    private static void Fill(ScoreSheet sheet, SubjectTable table)
    {
        foreach (var column in sheet.Order)
        {
            var value = sheet.Values[column];
            try
            {
                table.Fill(column, value.Expression);
            }
            catch (OverflowException)
            {
                throw new FactSetException([
                    new("number-too-large", value.Id, $"计算“{value.Title}”时数值过大"),
                ]);
            }
        }
    }

    private static AreaResult Result(ScoreSheet sheet, SubjectView at, Standing standing)
    {
        // Keeps the scheme's order, in which people know the items.
        var items = new OrderedDictionary<string, decimal?>(
            sheet.ReportedItems.Count,
            StringComparer.Ordinal
        );
        foreach (var item in sheet.ReportedItems)
            items.Add(item.Id, at.Value(item.Index).OrNull);
        return new(
            at.Area.Id,
            at.Area.Name,
            at.Area.Category,
            at.Value(sheet.Total.Index).OrNull,
            standing.Rank,
            standing.Grade,
            standing.Tier,
            Optional(sheet.Bonus),
            Optional(sheet.Deduction),
            Optional(sheet.Progress),
            items
        );

        decimal? Optional(NamedValue? value) => value is null ? null : at.Value(value.Index).OrNull;
    }
}
