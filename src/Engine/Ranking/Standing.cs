using Assessment.Engine.Evaluation;
using Assessment.Engine.Expressions;

namespace Assessment.Engine.Ranking;

/// <summary>名次、等次、档次 of one subject; null without a total.</summary>
internal readonly record struct Standing(int? Rank, string? Grade, string? Tier);

/// <summary>Subjects that are ranked among each other, with the places that their number gives.</summary>
internal sealed class RankGroup(IReadOnlyList<int> subjects)
{
    internal IReadOnlyList<int> Subjects { get; } = subjects;
}

/// <summary>Ranks, grades and tiers from the totals.</summary>
internal static class Standings
{
    internal static Standing[] Of(
        ScoreSheet sheet,
        SubjectTable table,
        IReadOnlyList<RankGroup> groups
    )
    {
        var standings = new Standing[table.Areas.Count];
        foreach (var group in groups)
            Place(sheet, table, group, standings);
        return standings;
    }

    /// <summary>排名范围: all areas together, or each category by itself.</summary>
    internal static IReadOnlyList<RankGroup> Groups(RankRule rule, SubjectTable table)
    {
        var all = Enumerable.Range(0, table.Areas.Count);
        return rule.WithinCategory
            ?
            [
                .. all.GroupBy(subject => table.Areas[subject].Category, StringComparer.Ordinal)
                    .Select(group => new RankGroup([.. group])),
            ]
            : [new([.. all])];
    }

    /// <summary>A tie-break's value as it is compared.</summary>
    internal static Cell TieBreakValue(TieBreak tieBreak, SubjectView at)
    {
        var cell = tieBreak.Value.Evaluate(at);
        return cell.IsPresent ? Cell.Of(Rounding.HalfUp(cell.Value, tieBreak.Decimals)) : cell;
    }

    private static void Place(
        ScoreSheet sheet,
        SubjectTable table,
        RankGroup group,
        Standing[] standings
    )
    {
        var total = sheet.Total.Index;
        var ranked = group
            .Subjects.Where(subject => table.Value(subject, total).IsPresent)
            .ToArray();
        var ranks = Ranks.Descending(
            ranked.Length,
            (a, b) => Compare(sheet, table[ranked[a]], table[ranked[b]])
        );
        for (var i = 0; i < ranked.Length; i++)
            standings[ranked[i]] = new(ranks[i], null, TierAt(sheet, ranks[i]));

        // Who has no total counts in n all the same.
        var open = ranked.ToHashSet();
        foreach (var grade in sheet.Grades)
        {
            var candidates = open.Where(subject =>
                    grade.AtLeast is null
                    || table.Value(subject, total).Value >= grade.AtLeast.Value
                )
                .ToList();
            IReadOnlyCollection<int> admitted = grade.Quota is null
                ? candidates
                :
                [
                    .. QuotaWalk.Admit(
                        candidates.Select(subject => (subject, standings[subject].Rank!.Value)),
                        grade.Quota.Places(group.Subjects.Count)
                    ),
                ];
            foreach (var subject in admitted)
            {
                standings[subject] = standings[subject] with { Grade = grade.Name };
                open.Remove(subject);
            }
        }
    }

    private static string? TierAt(ScoreSheet sheet, int rank)
    {
        foreach (var tier in sheet.Tiers)
        {
            if (rank <= tier.ToRank.Value)
                return tier.Name;
        }
        return null;
    }

    private static int Compare(ScoreSheet sheet, SubjectView a, SubjectView b)
    {
        var byTotal = a.Value(sheet.Total.Index).Value.CompareTo(b.Value(sheet.Total.Index).Value);
        if (byTotal != 0)
            return byTotal;
        foreach (var tieBreak in sheet.Rank.TieBreaks)
        {
            var byTieBreak = TieBreakValue(tieBreak, a)
                .Value.CompareTo(TieBreakValue(tieBreak, b).Value);
            if (byTieBreak != 0)
                return byTieBreak;
        }
        return 0;
    }
}
