using Assessment.Engine.Evaluation;
using Assessment.Engine.Expressions;
using Assessment.Engine.Language;
using Assessment.Engine.Payouts;

namespace Assessment.Engine.Results;

/// <summary>Takes the results of the subjects out of the tables.</summary>
internal static class ResultLines
{
    internal static AreaResult[] Areas(EvaluatedSheet areas)
    {
        if (areas.Sheet is not { } sheet)
        {
            return [];
        }

        var names = Names(sheet);
        var results = new AreaResult[areas.Table.Subjects.Count];
        for (var subject = 0; subject < results.Length; subject++)
        {
            var at = areas.Table[subject];
            var standing = at.Placing;
            results[subject] = new(
                at.Area.Id,
                at.Area.Name,
                at.Area.Category,
                at.Total.DecimalOrNull,
                standing.Rank,
                standing.Grade,
                standing.Tier,
                Optional(sheet.Bonus, at),
                Optional(sheet.Deduction, at),
                Optional(sheet.Progress, at),
                Items(sheet, names, at)
            )
            {
                ProposedGrade = at.Decision?.ReplacedGrade,
                ProposedTier = at.Decision?.ReplacedTier,
            };
        }
        return results;
    }

    /// <summary>All classes together in the order of the ids.</summary>
    internal static StaffResult[] Staff(IReadOnlyList<EvaluatedSheet> classes)
    {
        var results = new StaffResult[classes.Sum(one => one.Table.Subjects.Count)];
        var count = 0;
        foreach (var evaluated in classes)
        {
            var sheet = evaluated.Sheet!;
            var names = Names(sheet);
            for (var subject = 0; subject < evaluated.Table.Subjects.Count; subject++)
            {
                results[count++] = Person(sheet, names, evaluated.Table[subject]);
            }
        }
        if (classes.Count > 1)
        {
            Array.Sort(results, (a, b) => string.CompareOrdinal(a.Id, b.Id));
        }

        return results;
    }

    /// <summary>The results as the payout gets them.</summary>
    internal static FinalOutcome Outcome(SubjectTable areas, IReadOnlyList<StaffResult> staff)
    {
        var outcomes = new AreaOutcome[areas.Subjects.Count];
        for (var subject = 0; subject < outcomes.Length; subject++)
        {
            var at = areas[subject];
            outcomes[subject] = new(
                at.Area.Id,
                at.Area.Name,
                at.Total.DecimalOrNull,
                at.Placing.Rank,
                at.Placing.Grade,
                at.Placing.Tier
            );
        }
        var people = new StaffOutcome[staff.Count];
        for (var i = 0; i < people.Length; i++)
        {
            people[i] = new(
                staff[i].Id,
                staff[i].Total,
                staff[i].Rank,
                staff[i].Grade,
                staff[i].Band
            );
        }

        return new(outcomes) { Staff = people };
    }

    private static StaffResult Person(ScoreSheet sheet, string[] names, SubjectView at)
    {
        var standing = at.Placing;
        return new(
            at.Self.Id,
            at.Total.DecimalOrNull,
            standing.Rank,
            standing.Grade,
            standing.Band,
            Flags(sheet, at),
            // Without a total there is no result of which the items could be parts.
            at.Total.IsPresent
                ? Items(sheet, names, at)
                : ItemValues.None
        )
        {
            Class = sheet.Id!,
            ProposedGrade = at.Decision?.ReplacedGrade,
        };
    }

    private static string[] Flags(ScoreSheet sheet, SubjectView at) =>
        sheet.Flags.Count == 0
            ? []
            : [.. sheet.Flags.Where(flag => flag.When.Holds(at)).Select(flag => flag.Code)];

    private static string[] Names(ScoreSheet sheet) =>
        [.. sheet.ReportedItems.Select(item => item.Id)];

    private static ItemValues Items(ScoreSheet sheet, string[] names, SubjectView at) =>
        new(names, sheet.ReportedItems, at);

    private static decimal? Optional(NamedValue? value, SubjectView at) =>
        value is null ? null : at.Value(value.Index).DecimalOrNull;
}
