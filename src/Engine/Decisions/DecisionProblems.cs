using Assessment.Engine.Facts;
using Assessment.Engine.Language;
using Assessment.Engine.Reading;

namespace Assessment.Engine.Decisions;

/// <summary>What is wrong with decisions as they are written, before anything is evaluated.</summary>
/// <param name="subjects">The ids of areas and staff; true for an area.</param>
internal sealed class DecisionProblems(
    SchemeRules rules,
    IReadOnlyDictionary<string, bool> subjects
)
{
    internal IEnumerable<FactProblem> Of(IReadOnlyList<Decision> decisions)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var decision in decisions)
        {
            if (!seen.Add(decision.Subject))
            {
                yield return Problem(
                    "decision-twice",
                    decision,
                    "有不止一项决定，一个对象只能有一项"
                );
            }

            if (string.IsNullOrWhiteSpace(decision.Reason))
            {
                yield return Problem("decision-without-reason", decision, "的决定没有写明理由");
            }

            if (Contents(decision) is { } problem)
            {
                yield return problem;
            }
        }
    }

    /// <summary>Of others than those for whom the scheme has grades or tiers nothing can be decided.</summary>
    private IEnumerable<string> Decidable() =>
        subjects
            .Where(subject =>
                subject.Value && rules.Areas?.Tiers.Count > 0 || Grades(subject.Value).Any()
            )
            .Select(subject => subject.Key);

    private FactProblem? Contents(Decision decision)
    {
        if (!subjects.TryGetValue(decision.Subject, out var isArea))
        {
            return Problem(
                "decision-subject-unknown",
                decision,
                $"的决定无从执行：名单里没有“{decision.Subject}”{NearestName.Hint(decision.Subject, Decidable())}"
            );
        }

        return decision switch
        {
            { Grade: null, Tier: null } => Problem(
                "decision-empty",
                decision,
                "的决定没有写明等次或档次"
            ),
            { Grade: not null, Tier: not null } => Problem(
                "decision-grade-and-tier",
                decision,
                "的决定同时写了等次和档次，只能写其中一项"
            ),
            { Grade: { } grade } => Grade(decision, grade, Grades(isArea)),
            { Tier: { } tier } => Tier(decision, tier, isArea),
        };
    }

    /// <summary>Null where the scheme has the grade.</summary>
    internal static FactProblem? Grade(
        Decision decision,
        string grade,
        IEnumerable<string> known
    ) => Unknown("decision-grade-unknown", "等次", decision, grade, [.. known]);

    private FactProblem? Tier(Decision decision, string tier, bool isArea) =>
        Unknown(
            "decision-tier-unknown",
            "档次",
            decision,
            tier,
            [.. (isArea ? rules.Areas?.Tiers ?? [] : []).Select(one => one.Name)]
        );

    private IEnumerable<string> Grades(bool isArea)
    {
        IEnumerable<ScoreSheet?> sheets = rules.StaffClasses;
        if (isArea)
        {
            sheets = [rules.Areas];
        }

        return sheets
            .OfType<ScoreSheet>()
            .SelectMany(sheet => sheet.Grades)
            .Select(grade => grade.Name)
            .Distinct(StringComparer.Ordinal);
    }

    private static FactProblem? Unknown(
        string code,
        string what,
        Decision decision,
        string decided,
        IReadOnlyList<string> known
    )
    {
        if (known.Contains(decided, StringComparer.Ordinal))
        {
            return null;
        }

        return Problem(
            code,
            decision,
            known.Count == 0
                ? $"不能决定{what}：方案没有给这类对象设{what}"
                : $"的决定写的{what}“{decided}”不在方案里{NearestName.Hint(decided, known)}"
        );
    }

    internal static FactProblem Problem(string code, Decision decision, string says) =>
        new(code, decision.Subject, $"对“{decision.Subject}”{says}");
}
