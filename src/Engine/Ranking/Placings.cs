using Assessment.Engine.Evaluation;
using Assessment.Engine.Language;

namespace Assessment.Engine.Ranking;

/// <summary>From the totals to ranks, bands, grades and tiers, in this order.</summary>
internal static class Placings
{
    /// <summary>Fills the table's totals and standings.</summary>
    /// <returns>The groups, with what was worked out for each.</returns>
    internal static IReadOnlyList<RankGroup> Place(ScoreSheet sheet, SubjectTable table)
    {
        for (var subject = 0; subject < table.Subjects.Count; subject++)
        {
            PutAside(sheet, table, subject);
        }

        var groups = Groups(sheet.Rank.Within, table);
        var keys = new RankKeys(sheet.Rank, table);
        foreach (var group in groups)
        {
            Rank(group, table, keys);
            Bands.Give(sheet, table, group);
            Grades.Give(sheet, table, group);
            Tiers.Give(sheet, table, group);
        }
        return groups;
    }

    private static void PutAside(ScoreSheet sheet, SubjectTable table, int subject)
    {
        var total = table.Value(subject, sheet.Total.Index);
        foreach (var aside in sheet.Asides)
        {
            if (!aside.When.Holds(table[subject]))
            {
                continue;
            }

            table.Totals[subject] = aside.KeepsTotal ? total : default;
            table.Placings[subject] = new(null, aside.Grade, null, null, aside, null);
            return;
        }
        table.Totals[subject] = total;
    }

    private static List<RankGroup> Groups(RankScope scope, SubjectTable table)
    {
        var groups = new List<List<int>>();
        var byCategory = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        var byArea = new List<int>?[table.AreaTable?.Subjects.Count ?? 0];
        for (var subject = 0; subject < table.Subjects.Count; subject++)
        {
            if (table.Placings[subject].Aside is not null)
            {
                continue;
            }

            GroupOf(table.Subjects[subject]).Add(subject);
        }
        return groups.ConvertAll(group => new RankGroup(group));

        List<int> GroupOf(Subject subject)
        {
            switch (scope)
            {
                case RankScope.Area:
                    return byArea[subject.AreaIndex] ??= New();
                case RankScope.Category:
                    var category = subject.Area.Category ?? "";
                    return byCategory.TryGetValue(category, out var known)
                        ? known
                        : byCategory[category] = New();
                default:
                    return groups.Count > 0 ? groups[0] : New();
            }
        }

        List<int> New()
        {
            var group = new List<int>();
            groups.Add(group);
            return group;
        }
    }

    private static void Rank(RankGroup group, SubjectTable table, RankKeys keys)
    {
        var ranked = new int[group.Count];
        var count = 0;
        foreach (var subject in group.Subjects)
        {
            if (table.Totals[subject].IsPresent)
            {
                ranked[count++] = subject;
            }
        }
        Array.Resize(ref ranked, count);
        group.Ranked = ranked;
        Ranks.Sort(ranked, keys.Compare);
        var rank = 0;
        for (var i = 0; i < ranked.Length; i++)
        {
            // Who is tied shares the better rank.
            if (i == 0 || keys.Compare(ranked[i], ranked[i - 1]) != 0)
            {
                rank = i + 1;
            }

            table.Placings[ranked[i]] = table.Placings[ranked[i]] with { Rank = rank };
        }
        if (keys.AreIncomplete)
        {
            group.Undecided = [.. keys.Undecided(ranked)];
        }
    }
}
