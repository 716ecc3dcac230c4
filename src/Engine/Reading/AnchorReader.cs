using Assessment.Engine.Language;

namespace Assessment.Engine.Reading;

/// <summary>Reads what those who give points see: the smallest step, and the behaviour that each range means.</summary>
internal static class AnchorReader
{
    internal static decimal? ReadStep(YamlMap map, ReadingState state)
    {
        if (state.OptionalConstant(map, "step") is not { } step)
        {
            return null;
        }

        if (step.Value > 0m)
        {
            return step.Value;
        }

        state.Problems.Add(map.Take("step")!, "step-not-positive", "“step”应当大于 0");
        return null;
    }

    /// <param name="range">The range that the anchors have to cover.</param>
    internal static IReadOnlyList<Anchor> Read(YamlMap map, PointRange? range, ReadingState state)
    {
        var anchors = new List<Anchor>();
        var allRead = true;
        foreach (var written in map.OptionalMaps("anchors"))
        {
            var text = written.Text("text");
            if (!RangeReader.TryRead(written, state, out var covered))
            {
                allRead = false;
                written.Close();
                continue;
            }
            if (anchors.Count > 0 && covered.Most >= anchors[^1].Range.Least)
            {
                state.Problems.Add(
                    written.Node,
                    "anchors-overlap",
                    "行为锚定各级应当从高到低，互不重叠"
                );
            }

            anchors.Add(new(covered, text));
            written.Close();
        }
        if (
            anchors.Count > 0
            && allRead
            && range is not null
            && (anchors[0].Range.Most != range.Most || anchors[^1].Range.Least != range.Least)
        )
        {
            state.Problems.Add(
                map.Take("anchors")!,
                "anchors-do-not-cover",
                $"行为锚定应当从 {range.Most:0.####} 分到 {range.Least:0.####} 分，覆盖整个范围"
            );
        }
        return anchors;
    }
}
