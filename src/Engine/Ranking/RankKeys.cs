using Assessment.Engine.Evaluation;
using Assessment.Engine.Expressions;
using Assessment.Engine.Language;

namespace Assessment.Engine.Ranking;

/// <summary>What subjects are compared by: whether they rank below the rest, the total, each tie-break.</summary>
internal sealed class RankKeys
{
    private readonly RankRule _rule;
    private readonly SubjectTable _table;
    private readonly bool[]? _below;
    private readonly Cell[][] _tieBreaks;

    internal RankKeys(RankRule rule, SubjectTable table)
    {
        _rule = rule;
        _table = table;
        var count = table.Subjects.Count;
        if (rule.Below is { } below)
        {
            _below = new bool[count];
            for (var subject = 0; subject < count; subject++)
            {
                _below[subject] = below.Holds(table[subject]);
            }
        }
        _tieBreaks = new Cell[rule.TieBreaks.Count][];
        for (var i = 0; i < _tieBreaks.Length; i++)
        {
            _tieBreaks[i] = new Cell[count];
            for (var subject = 0; subject < count; subject++)
            {
                _tieBreaks[i][subject] = Of(rule.TieBreaks[i], table[subject]);
                AreIncomplete |= !_tieBreaks[i][subject].IsPresent;
            }
        }
    }

    /// <summary>Whether somebody has no value for some tie-break.</summary>
    internal bool AreIncomplete { get; }

    /// <summary>A tie-break's value as it is compared.</summary>
    internal static Cell Of(TieBreak tieBreak, SubjectView at)
    {
        var cell = tieBreak.Value.Evaluate(at);
        return cell.IsPresent ? Cell.Of(cell.Value.RoundHalfUp(tieBreak.Decimals)) : cell;
    }

    /// <summary>Less than 0 where <paramref name="a"/> is the worse.</summary>
    internal int Compare(int a, int b)
    {
        return Compare(a, b, _tieBreaks.Length);
    }

    /// <summary>
    /// Where a subject is compared by a tie-break for which it has no value: it then ranks behind those who have one.
    /// </summary>
    /// <param name="ranked">A group from the best to the worst.</param>
    internal IEnumerable<(int Subject, TieBreak TieBreak)> Undecided(int[] ranked)
    {
        for (var i = 0; i < _tieBreaks.Length; i++)
        {
            for (var at = 0; at < ranked.Length; at++)
            {
                // Subjects that are equal so far are adjacent.
                if (
                    !_tieBreaks[i][ranked[at]].IsPresent
                    && (IsAlike(at, at - 1, i) || IsAlike(at, at + 1, i))
                )
                {
                    yield return (ranked[at], _rule.TieBreaks[i]);
                }
            }
        }

        bool IsAlike(int at, int other, int before) =>
            other >= 0 && other < ranked.Length && Compare(ranked[at], ranked[other], before) == 0;
    }

    /// <param name="tieBreaks">How many of them are looked at.</param>
    private int Compare(int a, int b, int tieBreaks)
    {
        if (_below is not null && _below[a] != _below[b])
        {
            return _below[a] ? -1 : 1;
        }

        var byTotal = _table.Totals[a].Value.CompareTo(_table.Totals[b].Value);
        for (var i = 0; byTotal == 0 && i < tieBreaks; i++)
        {
            byTotal = Compare(_tieBreaks[i][a], _tieBreaks[i][b]);
        }

        return byTotal;
    }

    private static int Compare(Cell a, Cell b) =>
        a.IsPresent == b.IsPresent
            ? a.Value.CompareTo(b.Value)
            : a.IsPresent.CompareTo(b.IsPresent);
}
