namespace Assessment.Engine.Reading;

/// <summary>Reads a form (测评表): bands of scores, and how many of one voter's forms may be in each.</summary>
internal static class FormReader
{
    internal static ScoringForm Read(YamlMap map, ReadingState state)
    {
        var id = map.Text("id");
        var bands = new List<FormBand>();
        foreach (var written in map.Maps("bands"))
        {
            var band = new FormBand(
                written.Text("name"),
                new(state.Constant(written, "from").Value, state.Constant(written, "to").Value),
                state.OptionalConstant(written, "atMost")?.Value,
                state.OptionalConstant(written, "share")?.Value
            );
            if (band.Range.Least > band.Range.Most)
                state.Problems.Add(written.Node, "range-empty", "范围的“from”不能大于“to”");
            else if (bands.Count > 0 && band.Range.Most >= bands[^1].Range.Least)
                state.Problems.Add(
                    written.Node,
                    "form-bands-overlap",
                    "各档应当从高到低，分值互不重叠"
                );
            if (band.AtMost is < 0m or > 1m || band.Share is <= 0m or > 1m)
                state.Problems.Add(written.Node, "share-impossible", "比例应当在 0% 到 100% 之间");
            bands.Add(band);
            written.Close();
        }
        var shared = bands.Count(band => band.Share is not null);
        if (shared > 0 && (shared < bands.Count || bands.Sum(band => band.Share) != 1m))
            state.Problems.Add(map.Node, "shares-not-whole", "各档都要写明“share”，合计 100%");
        var form = new ScoringForm(id, map.Text("title"), bands, state.Citation(map, id));
        map.Close();
        return form;
    }
}
