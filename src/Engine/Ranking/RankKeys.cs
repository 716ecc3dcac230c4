using Assessment.Engine.Evaluation;
using Assessment.Engine.Expressions;

namespace Assessment.Engine.Ranking;

/// <summary>What subjects are compared by: whoever ranks below the others, the total, each tie-break in turn.</summary>
internal sealed class RankKeys
{
    private readonly SubjectTable _table;
    private readonly bool[]? _below;
    private readonly decimal[][] _tieBreaks;

    internal RankKeys(RankRule rule, SubjectTable table)
    {
        _table = table;
        var count = table.Subjects.Count;
        if (rule.Below is { } below)
        {
            _below = new bool[count];
            for (var subject = 0; subject < count; subject++)
                _below[subject] = below.Holds(table[subject]);
        }
        _tieBreaks = new decimal[rule.TieBreaks.Count][];
        for (var i = 0; i < _tieBreaks.Length; i++)
        {
            _tieBreaks[i] = new decimal[count];
            for (var subject = 0; subject < count; subject++)
                _tieBreaks[i][subject] = Of(rule.TieBreaks[i], table[subject]).Value;
        }
    }

    /// <summary>A tie-break's value as it is compared.</summary>
    internal static Cell Of(TieBreak tieBreak, SubjectView at)
    {
        var cell = tieBreak.Value.Evaluate(at);
        return cell.IsPresent ? Cell.Of(Rounding.HalfUp(cell.Value, tieBreak.Decimals)) : cell;
    }

    /// <summary>Less than 0 where <paramref name="a"/> is the worse.</summary>
    internal int Compare(int a, int b)
    {
        if (_below is not null && _below[a] != _below[b])
            return _below[a] ? -1 : 1;
        var byTotal = _table.Totals[a].Value.CompareTo(_table.Totals[b].Value);
        if (byTotal != 0)
            return byTotal;
        foreach (var values in _tieBreaks)
        {
            var byTieBreak = values[a].CompareTo(values[b]);
            if (byTieBreak != 0)
                return byTieBreak;
        }
        return 0;
    }
}
