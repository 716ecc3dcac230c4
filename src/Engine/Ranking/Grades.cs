using Assessment.Engine.Evaluation;
using Assessment.Engine.Language;

namespace Assessment.Engine.Ranking;

/// <summary>等次: from the best down, each to those who are left and fulfil its conditions.</summary>
internal static class Grades
{
    internal static void Give(ScoreSheet sheet, SubjectTable table, RankGroup group)
    {
        if (sheet.Grades.Count == 0)
        {
            return;
        }

        group.Places = Places(sheet, table, group);
        var grades = table.AreaTable is { Decisions.Count: > 0 }
            ? WalkAreaByArea(sheet, table, group)
            : Walk(sheet, group, subject => table[subject]);
        for (var i = 0; i < grades.Length; i++)
        {
            var subject = group.Ranked[i];
            table.Placings[subject] = table.Placings[subject] with { Grade = grades[i] };
        }
    }

    /// <summary>Whether the subject fulfils what the grade asks for besides a place.</summary>
    internal static bool IsCandidate(GradeRule grade, SubjectView at) =>
        (grade.AtLeast is null || at.Total.Value >= grade.AtLeast.Number)
        && grade.When?.Holds(at) != false
        && grade.Unless?.MayHold(at) != true;

    // The condition is about what the group has in common.
    internal static bool HasPlus(Quota quota, SubjectTable table, RankGroup group) =>
        quota.Plus is { } plus && group.Count > 0 && plus.When.Holds(table[group.Subjects[0]]);

    // Who has no total counts in n all the same.
    private static int?[] Places(ScoreSheet sheet, SubjectTable table, RankGroup group)
    {
        var places = new int?[sheet.Grades.Count];
        for (var i = 0; i < places.Length; i++)
        {
            if (sheet.Grades[i].Quota is { } quota)
            {
                places[i] = quota.Places(group.Count, HasPlus(quota, table, group));
            }
        }
        return places;
    }

    /// <summary>Once as if no area had been decided, and once for each that was, with its grade alone as decided.</summary>
    private static string?[] WalkAreaByArea(ScoreSheet sheet, SubjectTable table, RankGroup group)
    {
        var decided = group
            .Ranked.Where(subject => table[subject].AreaDecision is not null)
            .Select(subject => table.Subjects[subject].AreaIndex)
            .Distinct();
        var walks = new GradeWalks(
            Seen(area: null),
            decided.ToDictionary(area => area, area => Seen(area))
        );
        group.Walks = walks;
        return [.. group.Ranked.Select((subject, at) => walks.For(table[subject])[at])];

        string?[] Seen(int? area) =>
            Walk(
                sheet,
                group,
                subject =>
                    table[subject] with
                    {
                        SeesProposals = table.Subjects[subject].AreaIndex != area,
                    }
            );
    }

    /// <summary>The grade of each of those who are ranked; null where none takes the subject.</summary>
    private static string?[] Walk(ScoreSheet sheet, RankGroup group, Func<int, SubjectView> view)
    {
        var grades = new string?[group.Ranked.Length];
        var candidates = new List<int>(grades.Length);
        var ranks = new List<int>(grades.Length);
        for (var i = 0; i < sheet.Grades.Count; i++)
        {
            var grade = sheet.Grades[i];
            candidates.Clear();
            ranks.Clear();
            for (var at = 0; at < grades.Length; at++)
            {
                if (grades[at] is not null)
                {
                    continue;
                }

                var subject = view(group.Ranked[at]);
                if (!IsCandidate(grade, subject))
                {
                    continue;
                }

                candidates.Add(at);
                ranks.Add(subject.Placing.Rank!.Value);
            }
            var admitted = group.Places[i] is { } places
                ? QuotaWalk.CountAdmitted(ranks, places)
                : candidates.Count;
            for (var k = 0; k < admitted; k++)
            {
                grades[candidates[k]] = grade.Name;
            }
        }
        return grades;
    }
}
