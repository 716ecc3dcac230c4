using Assessment.Engine.Decisions;
using Assessment.Engine.Evaluation;
using Assessment.Engine.Expressions;
using Assessment.Engine.Facts;
using Assessment.Engine.Language;
using Assessment.Engine.Payouts;
using Assessment.Engine.Ranking;
using Assessment.Engine.Results;

namespace Assessment.Engine.Evaluation;

/// <summary>(scheme, facts, decisions) → results: pure, in exact fractions, the same on any machine in any year.</summary>
public static class Evaluator
{
    /// <exception cref="FactSetException">
    /// The facts do not fit the scheme or each other, or a decision has no proposal to replace.
    /// </exception>
    public static EvaluationResult Evaluate(Scheme scheme, FactSet facts) =>
        Evaluate(scheme, facts, Refuse, areSupposed: false);

    /// <summary>
    /// Facts that nobody reported, such as those of a search: decisions that have no proposal under them are left out, and
    /// a value may lie between two steps, as where the search goes on from a mean.
    /// </summary>
    /// <exception cref="FactSetException">The facts do not fit the scheme or each other.</exception>
    internal static EvaluationResult EvaluateSupposed(Scheme scheme, FactSet facts) =>
        Evaluate(scheme, facts, _ => { }, areSupposed: true);

    private static void Refuse(IReadOnlyList<FactProblem> problems)
    {
        if (problems.Count > 0)
        {
            throw new FactSetException(problems);
        }
    }

    private static EvaluationResult Evaluate(
        Scheme scheme,
        FactSet facts,
        Action<IReadOnlyList<FactProblem>> lookAt,
        bool areSupposed
    )
    {
        var rules = scheme.Rules;
        var placed = FactPlacement.Place(scheme, facts, areSupposed);
        var decisions = new DecisionTaking(facts.Decisions);
        var areas = EvaluatedSheet.Of(rules.Areas, AreaTable(rules, placed));
        decisions.TakeInto(areas);
        var classes = StaffClasses(rules, placed, areas.Table);
        foreach (var one in classes)
        {
            decisions.TakeInto(one);
        }

        lookAt(decisions.Refused());
        var areaResults = ResultLines.Areas(areas);
        var staffResults = ResultLines.Staff(classes);
        var payouts = PayoutCalculator.Calculate(
            scheme,
            ResultLines.Outcome(areas.Table, staffResults),
            facts.Staff
        );
        return new(
            scheme,
            facts,
            areas,
            classes,
            areaResults,
            staffResults,
            payouts,
            SheetFindings.Of([areas, .. classes], payouts.Findings)
        );
    }

    private static SubjectTable AreaTable(SchemeRules rules, PlacedFacts placed) =>
        new(
            placed.Areas,
            rules.Areas?.Values.Count ?? 0,
            placed.AreaFacts,
            Rows(placed.Areas.Count),
            areas: null
        );

    private static List<EvaluatedSheet> StaffClasses(
        SchemeRules rules,
        PlacedFacts placed,
        SubjectTable areas
    )
    {
        var classes = new List<EvaluatedSheet>(rules.StaffClasses.Count);
        if (rules.StaffClasses.Count == 0)
        {
            return classes;
        }

        var members = rules.StaffClasses.Select(_ => new List<int>()).ToList();
        var people = new SubjectTable(
            placed.Staff,
            0,
            placed.StaffFacts,
            Rows(placed.Staff.Count),
            areas
        );
        for (var row = 0; row < placed.Staff.Count; row++)
        {
            var position = 0;
            while (
                position < members.Count && !rules.StaffClasses[position].Who!.Holds(people[row])
            )
            {
                position++;
            }

            if (position < members.Count)
            {
                members[position].Add(row);
            }
        }
        for (var i = 0; i < members.Count; i++)
        {
            var sheet = rules.StaffClasses[i];
            var rows = members[i].ToArray();
            var table = new SubjectTable(
                [.. rows.Select(row => placed.Staff[row])],
                sheet.Values.Count,
                placed.StaffFacts,
                rows,
                areas
            );
            classes.Add(EvaluatedSheet.Of(sheet, table));
        }
        return classes;
    }

    private static int[] Rows(int count)
    {
        var rows = new int[count];
        for (var i = 0; i < count; i++)
        {
            rows[i] = i;
        }

        return rows;
    }
}
