using Assessment.Engine.Expressions;

namespace Assessment.Engine.Evaluation;

/// <summary>末位: who is lowest in a line in a period.</summary>
internal static class LastPlaces
{
    internal static IEnumerable<Finding> Of(LastPlaceRule rule, SubjectTable table)
    {
        for (var line = 0; line < rule.Lines.Count; line++)
        {
            bool[]? before = null;
            for (var period = 0; period < rule.Periods.Count; period++)
            {
                var last = Last(rule.Slots[line][period], table);
                for (var subject = 0; subject < last.Length; subject++)
                {
                    if (last[subject] && (!rule.Twice || before?[subject] == true))
                        yield return Finding(rule, line, period, table[subject]);
                }
                before = last;
            }
        }
    }

    private static Finding Finding(LastPlaceRule rule, int line, int period, SubjectView at)
    {
        var scored = rule.Lines[line];
        var name = rule.Periods[period];
        var value = at.Fact(rule.Slots[line][period])!.Value;
        return new(
            rule.Code,
            at.Self.Id,
            $"{scored.Id}.{name}",
            $"{rule.Title}：{scored.Title}（{scored.Periods.GetValueOrDefault(name, name)}）{Shown.Number(value)} 分"
        );
    }

    /// <summary>Everybody who has the lowest score, unless all have the same.</summary>
    private static bool[] Last(int slot, SubjectTable table)
    {
        var last = new bool[table.Subjects.Count];
        decimal? lowest = null;
        decimal? highest = null;
        for (var subject = 0; subject < last.Length; subject++)
        {
            if (table.Fact(subject, slot)?.Value is not { } value)
                continue;
            lowest = lowest is { } low && low <= value ? low : value;
            highest = highest is { } high && high >= value ? high : value;
        }
        if (lowest == highest)
            return last;
        for (var subject = 0; subject < last.Length; subject++)
            last[subject] = table.Fact(subject, slot)?.Value == lowest;
        return last;
    }
}
