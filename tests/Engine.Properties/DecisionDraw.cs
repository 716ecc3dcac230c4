using Assessment.Engine.Decisions;
using Assessment.Engine.Results;

namespace Assessment.Engine.Properties;

/// <summary>Makes up decisions on subjects that have a proposal.</summary>
internal static class DecisionDraw
{
    private const string Reason = "年度重难点工作突出";

    /// <summary>On one subject of each kind and proposal, at random; each may be decided into any grade or tier.</summary>
    internal static IEnumerable<Decision> OneOfEachProposal(
        EvaluationResult proposed,
        Random random
    )
    {
        var decisions = All(proposed).ToArray();
        random.Shuffle(decisions);
        return decisions
            .DistinctBy(one => one.Subject)
            .DistinctBy(one => one.Proposal)
            .Select(one => new Decision(
                one.Subject,
                one.IsTier ? null : random.Pick(one.Names),
                one.IsTier ? random.Pick(one.Names) : null,
                Reason
            ));
    }

    /// <summary>What was proposed, for everybody: the grade, or else the tier.</summary>
    internal static IEnumerable<Decision> Confirming(EvaluationResult proposed) =>
        All(proposed)
            .DistinctBy(one => one.Subject)
            .Select(one => new Decision(
                one.Subject,
                one.IsTier ? null : one.Proposal.Name,
                one.IsTier ? one.Proposal.Name : null,
                Reason
            ));

    /// <summary>Something that can be decided of a subject.</summary>
    private sealed record Decidable(
        string Subject,
        (string Kind, string Name) Proposal,
        bool IsTier,
        IReadOnlyList<string> Names
    );

    private static IEnumerable<Decidable> All(EvaluationResult proposed)
    {
        var rules = proposed.Scheme.Rules;
        foreach (var area in proposed.Areas)
        {
            if (area.Grade is { } grade)
            {
                yield return new(area.Id, ("area", grade), false, proposed.Scheme.Grades);
            }

            if (area.Tier is { } tier)
            {
                yield return new(area.Id, ("tier", tier), true, proposed.Scheme.Tiers);
            }
        }
        foreach (var person in proposed.Staff)
        {
            var names = rules
                .StaffClasses.Single(sheet => sheet.Id == person.Class)
                .Grades.Select(grade => grade.Name)
                .ToList();
            // Without a rank a grade is no proposal but what is given to somebody who is aside.
            if (person is { Rank: not null, Grade: { } grade })
            {
                yield return new(person.Id, (person.Class, grade), false, names);
            }
        }
    }
}
