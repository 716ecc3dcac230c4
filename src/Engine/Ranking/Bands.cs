using Assessment.Engine.Evaluation;

namespace Assessment.Engine.Ranking;

/// <summary>强制分布: cut points are half up of the cumulative share × n; who ranks at or before the cut is in the band.</summary>
internal static class Bands
{
    internal static void Give(ScoreSheet sheet, SubjectTable table, RankGroup group)
    {
        if (sheet.Bands.Count == 0)
            return;
        foreach (var subject in group.Ranked)
        {
            var standing = table.Standings[subject];
            var band = Of(sheet, table[subject], standing.Rank!.Value, group.Count);
            table.Standings[subject] = standing with { Band = band.Name };
        }
    }

    /// <summary>The last rank of each band.</summary>
    internal static decimal Cut(ScoreSheet sheet, BandRule band, int n)
    {
        var share = 0m;
        foreach (var one in sheet.Bands)
        {
            share += one.Share.Value;
            if (ReferenceEquals(one, band))
                break;
        }
        return Rounding.HalfUp(share * n, 0);
    }

    private static BandRule Of(ScoreSheet sheet, SubjectView at, int rank, int n)
    {
        foreach (var band in sheet.Bands)
        {
            if (band.Always?.Holds(at) == true)
                return band;
        }
        var share = 0m;
        foreach (var band in sheet.Bands)
        {
            share += band.Share.Value;
            if (rank <= Rounding.HalfUp(share * n, 0))
                return band;
        }
        return sheet.Bands[^1];
    }
}
