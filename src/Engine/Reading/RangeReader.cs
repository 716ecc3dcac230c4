using Assessment.Engine.Language;

namespace Assessment.Engine.Reading;

/// <summary>Reads a range, <c>from</c> and <c>to</c>, both ends included.</summary>
internal static class RangeReader
{
    /// <returns>False where it is none; what is wrong with it has been said.</returns>
    internal static bool TryRead(YamlMap map, ReadingState state, out PointRange range)
    {
        var (least, most) = (state.Constant(map, "from"), state.Constant(map, "to"));
        range = new(least.Value, most.Value);
        if (least.Text.Length == 0 || most.Text.Length == 0)
        {
            return false;
        }

        if (range.Least <= range.Most)
        {
            return true;
        }

        state.Problems.Add(map.Node, "range-empty", "范围的“from”不能大于“to”");
        return false;
    }
}
