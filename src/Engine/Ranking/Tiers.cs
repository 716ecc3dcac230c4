using Assessment.Engine.Evaluation;
using Assessment.Engine.Language;
using Assessment.Engine.Numbers;

namespace Assessment.Engine.Ranking;

/// <summary>档次: by position, from the best down, with bars, a total that is enough, and a lift.</summary>
internal static class Tiers
{
    internal static void Give(ScoreSheet sheet, SubjectTable table, RankGroup group)
    {
        var placed = 0;
        foreach (var tier in sheet.Tiers)
        {
            placed += Fill(tier, placed, table, group);
        }

        if (sheet.TierLift is { } lift)
        {
            Lift(lift, table, group);
        }
    }

    /// <summary>Gives a tier to those who are not placed yet.</summary>
    /// <param name="placed">How many are in better tiers.</param>
    private static int Fill(TierRule tier, int placed, SubjectTable table, RankGroup group)
    {
        var before = 0;
        var position = 0;
        var rank = 0;
        var given = 0;
        foreach (var subject in group.Ranked)
        {
            var standing = table.Placings[subject];
            if (standing.Tier is not null || tier.Unless?.MayHold(table[subject]) == true)
            {
                continue;
            }
            // Ties share the better position.
            if (before == 0 || standing.Rank != rank)
            {
                position = placed + before + 1;
            }

            rank = standing.Rank!.Value;
            before++;
            if (
                tier.ToRank is { } last
                && position > last.Number
                && !(tier.OrAbove is { } enough && table.Totals[subject].Value > enough.Number)
            )
            {
                continue;
            }
            table.Placings[subject] = standing with { Tier = tier.Name };
            given++;
        }
        return given;
    }

    private static void Lift(TierLift lift, SubjectTable table, RankGroup group)
    {
        Rational sum = default;
        var count = 0;
        foreach (var subject in group.Ranked)
        {
            if (!Is(table.Placings[subject].Tier, lift.OfMean))
            {
                continue;
            }

            sum += table.Totals[subject].Value;
            count++;
        }
        if (count == 0)
        {
            return;
        }

        var mean = sum / count;
        group.LiftMean = mean;
        foreach (var subject in group.Ranked)
        {
            var standing = table.Placings[subject];
            if (
                Is(standing.Tier, lift.From)
                && table.Totals[subject].Value >= lift.Share.Number * mean
            )
            {
                table.Placings[subject] = standing with { Tier = lift.To, LiftedFrom = lift.From };
            }
        }
    }

    private static bool Is(string? tier, string name) =>
        string.Equals(tier, name, StringComparison.Ordinal);
}
