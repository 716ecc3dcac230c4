using System.Runtime.InteropServices;
using Assessment.Engine.Expressions;
using Assessment.Engine.Ranking;

namespace Assessment.Engine.Evaluation;

/// <summary>An event with the rule it falls under and the points it gives.</summary>
/// <param name="Points">Points of once × count, less what is waived.</param>
internal sealed record ScoredEvent(
    AssessmentEvent Event,
    EventRule Rule,
    EventLevel? Level,
    decimal Points
);

/// <summary>Who is assessed: an area, or a member of staff in an area.</summary>
/// <param name="AreaIndex">Where the person's area stands among the areas.</param>
internal sealed record Subject(Area Area, StaffMember? Person, int AreaIndex)
{
    internal string Id => Person?.Id ?? Area.Id;

    internal string Name => Person?.Name ?? Area.Name;
}

/// <summary>The subjects of one score sheet with their facts, their events and the named values reckoned so far.</summary>
internal sealed class SubjectTable
{
    private readonly FactStore _store;
    private readonly int[] _rows;
    private readonly Cell[][] _columns;
    private readonly int[]?[] _ranks;
    private readonly Cell[]?[] _peerMeans;

    /// <param name="rows">Where each subject's facts stand in the store.</param>
    /// <param name="areas">The table of the areas; null in that table itself.</param>
    internal SubjectTable(
        IReadOnlyList<Subject> subjects,
        int columns,
        FactStore store,
        int[] rows,
        SubjectTable? areas
    )
    {
        Subjects = subjects;
        AreaTable = areas;
        _store = store;
        _rows = rows;
        _columns = new Cell[columns][];
        _ranks = new int[columns][];
        _peerMeans = new Cell[columns][];
        Totals = new Cell[subjects.Count];
        Standings = new Standing[subjects.Count];
    }

    /// <summary>In ordinal order of their ids.</summary>
    internal IReadOnlyList<Subject> Subjects { get; }

    internal SubjectTable? AreaTable { get; }

    /// <summary>The rounded totals, without those whom the scheme gives none; filled before the standings.</summary>
    internal Cell[] Totals { get; }

    internal Standing[] Standings { get; }

    /// <summary>Who shares a fund with each subject; null outside the payout.</summary>
    internal IReadOnlyList<int>?[]? PoolMembers { get; init; }

    internal SubjectView this[int subject] => new(this, subject);

    internal Fact? Fact(int subject, int slot) => _store.Fact(_rows[subject], slot);

    internal IReadOnlyList<Fact> Facts(int subject, int group) =>
        _store.Facts(_rows[subject], group);

    internal List<ScoredEvent> Events(int subject) => _store.Events(_rows[subject]);

    internal Cell Value(int subject, int column) => _columns[column][subject];

    /// <summary>Rank of a subject by a column among all that have a value in it.</summary>
    internal int RankBy(int subject, int column)
    {
        var ranks = _ranks[column] ??= Ranks.Descending(
            Subjects.Count,
            (a, b) => Compare(_columns[column][a], _columns[column][b])
        );
        return ranks[subject];
    }

    /// <summary>Mean of a column over those of the subject's area who have a value in it.</summary>
    internal Cell PeersMean(int subject, int column)
    {
        var means = _peerMeans[column] ??= PeersMeans(_columns[column]);
        return means[Subjects[subject].AreaIndex];
    }

    internal void Fill(int column, Expression expression)
    {
        var cells = new Cell[Subjects.Count];
        for (var subject = 0; subject < cells.Length; subject++)
            cells[subject] = expression.Evaluate(this[subject]);
        _columns[column] = cells;
    }

    private Cell[] PeersMeans(Cell[] cells)
    {
        var sums = new decimal[AreaTable!.Subjects.Count];
        var counts = new int[sums.Length];
        for (var subject = 0; subject < cells.Length; subject++)
        {
            if (!cells[subject].IsPresent)
                continue;
            sums[Subjects[subject].AreaIndex] += cells[subject].Value;
            counts[Subjects[subject].AreaIndex]++;
        }
        var means = new Cell[sums.Length];
        for (var area = 0; area < means.Length; area++)
            means[area] = counts[area] == 0 ? Cell.None : Cell.Of(sums[area] / counts[area]);
        return means;
    }

    // A subject without a value ranks below everybody who has one.
    private static int Compare(Cell a, Cell b) =>
        a.IsPresent == b.IsPresent
            ? a.Value.CompareTo(b.Value)
            : a.IsPresent.CompareTo(b.IsPresent);
}

/// <summary>One subject in the table.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SubjectView(SubjectTable Table, int Subject)
{
    internal Subject Self => Table.Subjects[Subject];

    internal Area Area => Self.Area;

    internal StaffMember? Person => Self.Person;

    internal Standing Standing => Table.Standings[Subject];

    internal Cell Total => Table.Totals[Subject];

    /// <summary>The subject's area in the table of the areas.</summary>
    internal SubjectView AreaView => new(Table.AreaTable!, Self.AreaIndex);

    internal Standing AreaStanding =>
        Table.AreaTable is { } areas ? areas.Standings[Self.AreaIndex] : Standing;

    internal List<ScoredEvent> Events => Table.Events(Subject);

    internal Fact? Fact(int slot) => Table.Fact(Subject, slot);

    internal IReadOnlyList<Fact> Facts(int group) => Table.Facts(Subject, group);

    internal Cell Value(int column) => Table.Value(Subject, column);

    internal int RankBy(int column) => Table.RankBy(Subject, column);

    internal Cell PeersMean(int column) => Table.PeersMean(Subject, column);
}
