using System.Runtime.InteropServices;
using Assessment.Engine.Decisions;
using Assessment.Engine.Expressions;
using Assessment.Engine.Facts;
using Assessment.Engine.Language;
using Assessment.Engine.Numbers;
using Assessment.Engine.Ranking;

namespace Assessment.Engine.Evaluation;

/// <summary>An event with the rule it falls under and the points it gives.</summary>
/// <param name="Points">Points of once × count, less what is waived.</param>
internal sealed record ScoredEvent(
    AssessmentEvent Event,
    EventRule Rule,
    EventLevel? Level,
    Rational Points
);

/// <summary>Who is assessed: an area, or a member of staff in an area.</summary>
/// <param name="AreaIndex">Index of the person's area among the areas.</param>
internal sealed record Subject(Area Area, StaffMember? Person, int AreaIndex)
{
    internal string Id => Person?.Id ?? Area.Id;

    internal string Name => Person?.Name ?? Area.Name;
}

/// <summary>The subjects of one score sheet with their facts, their events and the named values calculated so far.</summary>
internal sealed class SubjectTable
{
    private readonly FactStore _store;
    private readonly int[] _rows;
    private readonly Cell[][] _columns;
    private readonly int[]?[] _ranks;
    private readonly Cell[]?[] _peerMeans;

    /// <param name="rows">The row of each subject's facts in the store.</param>
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
        Placings = new Placing[subjects.Count];
    }

    /// <summary>In ordinal order of their ids.</summary>
    internal IReadOnlyList<Subject> Subjects { get; }

    internal SubjectTable? AreaTable { get; }

    /// <summary>The rounded totals, without those whom the scheme gives none; filled before the standings.</summary>
    internal Cell[] Totals { get; }

    internal Placing[] Placings { get; }

    /// <summary>By subject; for a subject that is not in it, the proposal applies.</summary>
    internal Dictionary<int, TakenDecision> Decisions { get; } = [];

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

    /// <exception cref="OverflowException">A value is larger than results can hold.</exception>
    internal void Fill(int column, Expression expression)
    {
        var cells = new Cell[Subjects.Count];
        for (var subject = 0; subject < cells.Length; subject++)
        {
            cells[subject] = expression.Evaluate(this[subject]);
            if (cells[subject].Value.IsBeyondDecimal)
            {
                throw new OverflowException();
            }
        }
        _columns[column] = cells;
    }

    private Cell[] PeersMeans(Cell[] cells)
    {
        var sums = new Rational[AreaTable!.Subjects.Count];
        var counts = new int[sums.Length];
        for (var subject = 0; subject < cells.Length; subject++)
        {
            if (!cells[subject].IsPresent)
            {
                continue;
            }

            sums[Subjects[subject].AreaIndex] += cells[subject].Value;
            counts[Subjects[subject].AreaIndex]++;
        }
        var means = new Cell[sums.Length];
        for (var area = 0; area < means.Length; area++)
        {
            means[area] = counts[area] == 0 ? Cell.None : Cell.Of(sums[area] / counts[area]);
        }

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
    /// <summary>
    /// 0 in evaluation. In an explanation the decimals to which each number is rounded before it is written: evaluated
    /// with them, a calculation gives what a reader gets who recalculates the printed numbers.
    /// </summary>
    internal int Decimals { get; init; }

    /// <summary>Whether this is part of a calculation with a result, where each number comes first.</summary>
    internal bool IsPartOfEquation => Decimals > 0;

    /// <summary>Whether the area's grade and tier are seen as they were proposed, whatever was decided.</summary>
    internal bool SeesProposals { get; init; }

    internal Subject Self => Table.Subjects[Subject];

    internal Area Area => Self.Area;

    internal StaffMember? Person => Self.Person;

    /// <summary>What is known of a declared attribute; of a person's area what is of areas. Null where it is not known.</summary>
    internal AttributeValue? Declared(AttributeDeclaration attribute) =>
        (attribute.OfAreas ? Area.Attributes : Person?.Attributes)?.GetValueOrDefault(attribute.Id);

    internal Placing Placing => Table.Placings[Subject];

    /// <summary>Null where nothing was decided.</summary>
    internal TakenDecision? Decision => Table.Decisions.GetValueOrDefault(Subject);

    /// <summary>The grade that the calculation gave, whatever was decided.</summary>
    internal string? ProposedGrade => Decision is { } taken ? taken.Grade : Placing.Grade;

    /// <summary>The tier that the calculation gave, whatever was decided.</summary>
    internal string? ProposedTier => Decision is { } taken ? taken.Tier : Placing.Tier;

    internal Cell Total => Table.Totals[Subject];

    /// <summary>The subject's area in the table of the areas.</summary>
    internal SubjectView AreaView => new(Table.AreaTable!, Self.AreaIndex) { Decimals = Decimals };

    internal Placing AreaPlacing =>
        Table.AreaTable is not { } areas ? Placing
        : SeesProposals && AreaDecision is { } taken
            ? areas.Placings[Self.AreaIndex] with
            {
                Grade = taken.Grade,
                Tier = taken.Tier,
            }
        : areas.Placings[Self.AreaIndex];

    /// <summary>The decision on the person's area; null where nothing was decided.</summary>
    internal TakenDecision? AreaDecision =>
        Table.AreaTable?.Decisions.GetValueOrDefault(Self.AreaIndex);

    internal List<ScoredEvent> Events => Table.Events(Subject);

    internal Fact? Fact(int slot) => Table.Fact(Subject, slot);

    internal IReadOnlyList<Fact> Facts(int group) => Table.Facts(Subject, group);

    internal Cell Value(int column) => Table.Value(Subject, column);

    internal int RankBy(int column) => Table.RankBy(Subject, column);

    internal Cell PeersMean(int column) => Table.PeersMean(Subject, column);

    /// <summary>Another subject of the same table, seen in the same way.</summary>
    internal SubjectView Of(int subject) => this with { Subject = subject };

    internal Rational AsShown(Rational value) =>
        Decimals == 0 ? value : value.RoundHalfUp(Decimals);

    internal Cell AsShown(Cell cell) =>
        Decimals == 0 || !cell.IsPresent ? cell : Cell.Of(cell.Value.RoundHalfUp(Decimals));

    /// <summary>A cell as this view writes it.</summary>
    internal string Written(Cell cell) =>
        NumberFormat.Value(cell, Decimals == 0 ? NumberFormat.Decimals : Decimals);
}
