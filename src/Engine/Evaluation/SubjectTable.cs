using Assessment.Engine.Expressions;
using Assessment.Engine.Ranking;

namespace Assessment.Engine.Evaluation;

/// <summary>An event with the rule it falls under and the points it gives.</summary>
internal sealed record ScoredEvent(AssessmentEvent Event, EventRule Rule, decimal Points);

/// <summary>The subjects of an evaluation with their facts, their events and the named values reckoned so far.</summary>
internal sealed class SubjectTable
{
    private readonly Fact?[][] _facts;
    private readonly List<ScoredEvent>?[] _events;
    private readonly Cell[][] _columns;
    private readonly int[]?[] _ranks;

    internal SubjectTable(
        IReadOnlyList<Area> areas,
        int columns,
        Fact?[][] facts,
        List<ScoredEvent>?[] events
    )
    {
        Areas = areas;
        _facts = facts;
        _events = events;
        _columns = new Cell[columns][];
        _ranks = new int[columns][];
    }

    /// <summary>In ordinal order of their ids.</summary>
    internal IReadOnlyList<Area> Areas { get; }

    internal SubjectView this[int subject] => new(this, subject);

    internal Fact? Fact(int subject, int slot) => _facts[subject][slot];

    internal IReadOnlyList<ScoredEvent> Events(int subject) => _events[subject] ?? [];

    internal Cell Value(int subject, int column) => _columns[column][subject];

    /// <summary>Rank of a subject by a column among all that have a value in it.</summary>
    internal int RankBy(int subject, int column)
    {
        var ranks = _ranks[column] ??= Ranks.Descending(
            Areas.Count,
            (a, b) => Compare(_columns[column][a], _columns[column][b])
        );
        return ranks[subject];
    }

    internal void Fill(int column, Expression expression)
    {
        var cells = new Cell[Areas.Count];
        for (var subject = 0; subject < cells.Length; subject++)
            cells[subject] = expression.Evaluate(this[subject]);
        _columns[column] = cells;
    }

    // A subject without a value ranks below everybody who has one.
    private static int Compare(Cell a, Cell b) =>
        a.IsPresent == b.IsPresent
            ? a.Value.CompareTo(b.Value)
            : a.IsPresent.CompareTo(b.IsPresent);
}

/// <summary>One subject in the table.</summary>
internal readonly record struct SubjectView(SubjectTable Table, int Subject)
{
    internal Area Area => Table.Areas[Subject];

    internal IReadOnlyList<ScoredEvent> Events => Table.Events(Subject);

    internal Fact? Fact(int slot) => Table.Fact(Subject, slot);

    internal Cell Value(int column) => Table.Value(Subject, column);

    internal int RankBy(int column) => Table.RankBy(Subject, column);
}
