using Assessment.Engine.Expressions;
using Assessment.Engine.Language;
using Assessment.Engine.Numbers;
using Assessment.Engine.Results;

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
                    {
                        yield return Finding(rule, line, period, table[subject]);
                    }
                }
                before = last;
            }
        }
    }

    /// <summary>The line and the period of a finding in words.</summary>
    internal static string Scored(LastPlaceRule rule, string detail)
    {
        for (var line = 0; line < rule.Lines.Count; line++)
        {
            foreach (var period in rule.Periods)
            {
                if (
                    string.Equals(
                        Detail(rule.Lines[line], period),
                        detail,
                        StringComparison.Ordinal
                    )
                )
                {
                    return Title(rule.Lines[line], period);
                }
            }
        }
        return detail;
    }

    private static string Detail(ScoreLine line, string period) => $"{line.Id}.{period}";

    private static string Title(ScoreLine line, string period) =>
        $"{line.Title}（{line.Periods.GetValueOrDefault(period, period)}）";

    private static Finding Finding(LastPlaceRule rule, int line, int period, SubjectView at)
    {
        var scored = rule.Lines[line];
        var name = rule.Periods[period];
        var value = at.Fact(rule.Slots[line][period])!.Value.Number;
        return new(
            rule.Code,
            at.Self.Id,
            Detail(scored, name),
            $"{rule.Title}：{Title(scored, name)}{NumberFormat.Number(value)} 分"
        );
    }

    /// <summary>Everybody who has the lowest score, unless all have the same.</summary>
    private static bool[] Last(int slot, SubjectTable table)
    {
        var last = new bool[table.Subjects.Count];
        Rational? lowest = null;
        Rational? highest = null;
        for (var subject = 0; subject < last.Length; subject++)
        {
            if (table.Fact(subject, slot)?.Value.Number is not { } value)
            {
                continue;
            }

            lowest = lowest is { } low && low <= value ? low : value;
            highest = highest is { } high && high >= value ? high : value;
        }
        if (lowest == highest)
        {
            return last;
        }

        for (var subject = 0; subject < last.Length; subject++)
        {
            last[subject] = table.Fact(subject, slot)?.Value.Number == lowest;
        }

        return last;
    }
}
