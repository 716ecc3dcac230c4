using Assessment.Engine.Decisions;
using Assessment.Engine.Evaluation;
using Assessment.Engine.Language;
using Assessment.Engine.Results;

namespace Assessment.Engine.Explanation;

/// <summary>
/// Whom a decision concerns: of each person what changes and by which clause, next to an evaluation without it. Neither
/// amounts nor grades are given: whoever may read an area's explanation may not see what its people have. That is in
/// each person's own explanation.
/// </summary>
/// <param name="result">The evaluation with the decision.</param>
internal sealed class DecisionEffects(EvaluationResult result, Decision decision)
{
    private const string Grade = "等次";
    private const string Flags = "标记";
    private const string Amount = "发放金额";

    /// <summary>Something that a person has. The value is for comparing and is not shown.</summary>
    /// <param name="Clause">The clause that gives it; null where nothing does.</param>
    private sealed record Having(string What, string Value, string? Clause);

    /// <summary>One node for each person of whom something changed, in ordinal order of the ids.</summary>
    internal IEnumerable<ExplanationNode> All()
    {
        var without = Evaluator.EvaluateSupposed(
            result.Scheme,
            result.Facts with
            {
                Decisions = [.. result.Facts.Decisions.Where(one => one != decision)],
            }
        );
        var before = Havings(without);
        var after = Havings(result);
        foreach (var person in result.Facts.Staff.OrderBy(one => one.Id, StringComparer.Ordinal))
        {
            var changed = before[person.Id]
                .Zip(after[person.Id], (was, became) => (Was: was, Became: became))
                .Where(pair => pair.Was.Value != pair.Became.Value)
                .Select(pair => pair.Became with { Clause = pair.Became.Clause ?? pair.Was.Clause })
                .ToList();
            if (changed.Count == 0)
            {
                continue;
            }

            yield return new(
                $"decision.{person.Id}",
                person.Name,
                string.Join("、", changed.Select(having => having.What)),
                "因这项决定而变化，变为多少见其本人的说明",
                string.Join("，", changed.Select(Text)),
                [],
                []
            );
        }
    }

    private static string Text(Having having) =>
        having.Clause is { } clause ? $"{having.What}按 {clause} 变化" : $"{having.What}变化";

    /// <summary>By person, always the same things in the same order.</summary>
    private static Dictionary<string, List<Having>> Havings(EvaluationResult result)
    {
        var havings = result.Facts.Staff.ToDictionary(
            person => person.Id,
            _ => new List<Having>(),
            StringComparer.Ordinal
        );
        foreach (var person in result.Staff)
        {
            var sheet = result.Scheme.Rules.StaffClasses.First(one => one.Id == person.Class);
            havings[person.Id].Add(new(Grade, person.Grade ?? "", GradeClause(sheet, person)));
            havings[person.Id]
                .Add(new(Flags, string.Join('、', person.Flags), FlagClause(sheet, person)));
        }
        foreach (var line in result.Payouts.Lines)
        {
            havings[line.Person]
                .Add(
                    new(
                        Amount,
                        line.Amount?.ToString() ?? "",
                        result.ExplainPayout(line.Person).Clause
                    )
                );
        }

        return havings;
    }

    private static string? GradeClause(ScoreSheet sheet, StaffResult person) =>
        sheet
            .Grades.FirstOrDefault(grade =>
                string.Equals(grade.Name, person.Grade, StringComparison.Ordinal)
            )
            ?.Citation.Clause;

    private static string? FlagClause(ScoreSheet sheet, StaffResult person) =>
        sheet
            .Flags.FirstOrDefault(flag => person.Flags.Contains(flag.Code, StringComparer.Ordinal))
            ?.Citation.Clause;
}
