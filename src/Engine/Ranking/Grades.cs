using Assessment.Engine.Evaluation;

namespace Assessment.Engine.Ranking;

/// <summary>等次: from the best down, each to those who are left and fulfil its conditions.</summary>
internal static class Grades
{
    internal static void Give(ScoreSheet sheet, SubjectTable table, RankGroup group)
    {
        group.Places = new int?[sheet.Grades.Count];
        var candidates = new List<int>(group.Ranked.Length);
        var ranks = new List<int>(group.Ranked.Length);
        for (var i = 0; i < sheet.Grades.Count; i++)
        {
            var grade = sheet.Grades[i];
            candidates.Clear();
            ranks.Clear();
            foreach (var subject in group.Ranked)
            {
                if (table.Standings[subject].Grade is null && IsCandidate(grade, table[subject]))
                {
                    candidates.Add(subject);
                    ranks.Add(table.Standings[subject].Rank!.Value);
                }
            }
            var admitted = candidates.Count;
            if (grade.Quota is { } quota)
            {
                // Who has no total counts in n all the same.
                group.Places[i] = quota.Places(group.Count, HasPlus(quota, table, group));
                admitted = QuotaWalk.Admitted(ranks, group.Places[i]!.Value);
            }
            for (var k = 0; k < admitted; k++)
            {
                var subject = candidates[k];
                table.Standings[subject] = table.Standings[subject] with { Grade = grade.Name };
            }
        }
    }

    /// <summary>Whether the subject fulfils what the grade asks for beside a place.</summary>
    internal static bool IsCandidate(GradeRule grade, SubjectView at) =>
        (grade.AtLeast is null || at.Total.Value >= grade.AtLeast.Value)
        && grade.When?.Holds(at) != false
        && grade.Unless?.Holds(at) != true;

    // The condition is about what the group has in common.
    internal static bool HasPlus(Quota quota, SubjectTable table, RankGroup group) =>
        quota.Plus is { } plus && group.Count > 0 && plus.When.Holds(table[group.Subjects[0]]);
}
