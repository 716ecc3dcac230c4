using Assessment.Engine.Evaluation;
using Assessment.Engine.Language;
using Assessment.Engine.Numbers;

namespace Assessment.Engine.Ranking;

/// <summary>强制分布: cut points are half up of the cumulative share × n; who ranks at or before the cut is in the band.</summary>
internal static class Bands
{
    internal static void Give(ScoreSheet sheet, SubjectTable table, RankGroup group)
    {
        if (sheet.Bands.Count == 0)
        {
            return;
        }

        foreach (var subject in group.Ranked)
        {
            var standing = table.Placings[subject];
            var band = Of(sheet, table[subject], standing.Rank!.Value, group.Count);
            table.Placings[subject] = standing with { Band = band.Name };
        }
    }

    /// <summary>The last rank of each band.</summary>
    internal static Rational Cut(ScoreSheet sheet, BandRule band, int n)
    {
        Rational share = default;
        foreach (var one in sheet.Bands)
        {
            share += one.Share.Number;
            if (ReferenceEquals(one, band))
            {
                break;
            }
        }
        return (share * n).RoundHalfUp(0);
    }

    private static BandRule Of(ScoreSheet sheet, SubjectView at, int rank, int n)
    {
        foreach (var band in sheet.Bands)
        {
            if (band.Always?.Holds(at) == true)
            {
                return band;
            }
        }
        Rational share = default;
        foreach (var band in sheet.Bands)
        {
            share += band.Share.Number;
            if (rank <= (share * n).RoundHalfUp(0))
            {
                return band;
            }
        }
        return sheet.Bands[^1];
    }
}
