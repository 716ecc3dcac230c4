using Assessment.Engine.Expressions;
using Assessment.Engine.Forms;
using Assessment.Engine.Language;

namespace Assessment.Engine.Reading;

/// <summary>Reads a form (测评表): bands of scores, and how many of one voter's forms may be in each.</summary>
internal static class FormReader
{
    internal static ScoringForm Read(YamlMap map, WrittenOnce ids, ReadingState state)
    {
        var id = map.Text("id");
        ids.Check(map, id);
        var names = new WrittenOnce(state, "档");
        var bands = new List<FormBand>();
        var shares = new List<Constant>();
        PointRange? above = null;
        foreach (var written in map.Maps("bands"))
        {
            var atMost = state.OptionalConstant(written, "atMost");
            var share = state.OptionalConstant(written, "share");
            var isRead = RangeReader.TryRead(written, state, out var range);
            var band = new FormBand(written.Text("name"), range, atMost?.Value, share?.Value);
            if (isRead && above is not null && range.Most >= above.Least)
            {
                state.Problems.Add(
                    written.Node,
                    "form-bands-overlap",
                    "各档应当从高到低，分值互不重叠"
                );
            }

            if (band.AtMost is < 0m or > 1m || band.Share is <= 0m or > 1m)
            {
                state.Problems.Add(
                    written.Node,
                    "share-impossible",
                    $"比例应当在 0% 到 100% 之间{Shares.Written((atMost ?? share)!)}"
                );
            }

            above = isRead ? range : above;
            names.Check(written, band.Name);
            bands.Add(band);
            if (share is not null)
            {
                shares.Add(share);
            }

            written.Close();
        }
        CheckShares(map, shares, state);
        var form = new ScoringForm(id, map.Text("title"), bands, state.Citation(map, id));
        map.Close();
        return form;
    }

    /// <summary>A band without a share is outside the split, such as 不合格.</summary>
    private static void CheckShares(YamlMap map, List<Constant> shares, ReadingState state)
    {
        if (shares.Count > 0 && Shares.NotWhole(shares) is { } sum)
        {
            state.Problems.Add(map.Take("bands")!, "shares-not-whole", $"各档比例之和{sum}");
        }
    }
}
