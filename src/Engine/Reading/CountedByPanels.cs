using Assessment.Engine.Language;
using Assessment.Engine.Panels;
using YamlDotNet.RepresentationModel;

namespace Assessment.Engine.Reading;

/// <summary>Which facts the panels count, of which kinds of subjects, and what turnout makes them valid.</summary>
internal sealed class CountedByPanels
{
    private readonly Dictionary<
        (string Item, string Of),
        (string Panel, TurnoutRule? Turnout)
    > _facts = [];
    private readonly Dictionary<string, PanelCounting> _ways = new(StringComparer.Ordinal);
    private readonly List<(string Item, string Of, string Panel, YamlNode At)> _twice = [];
    private readonly List<WrittenSubjects> _subjects = [];
    private readonly List<(string Item, string Of, YamlNode At)> _read = [];

    internal void Count(
        string panel,
        PanelFact fact,
        IReadOnlyList<WrittenSubjects> subjects,
        YamlNode at
    )
    {
        _ways[fact.Item] = fact.Counting;
        _subjects.AddRange(subjects.Where(one => !_subjects.Contains(one)));
        foreach (var one in subjects)
        {
            if (!_facts.TryAdd((fact.Item, one.Of), (panel, one.Turnout)))
            {
                _twice.Add((fact.Item, one.Of, panel, at));
            }
        }
    }

    /// <summary>A calculation of subjects of this kind reads the fact.</summary>
    internal void Read(string item, string of, YamlNode at) => _read.Add((item, of, at));

    internal bool Counts(string item) => _ways.ContainsKey(item);

    /// <summary>Whether many opinions make one number, of which their count is the sample.</summary>
    internal bool IsOpinion(string item) =>
        _ways.TryGetValue(item, out var way)
        && way
            is PanelCounting.Mean
                or PanelCounting.WeightedMean
                or PanelCounting.TrimmedMean
                or PanelCounting.Median;

    /// <summary>Null where any turnout makes the fact valid.</summary>
    /// <param name="of">The kind of subject: <c>areas</c> or the id of a class of staff.</param>
    internal TurnoutRule? Turnout(string item, string of) =>
        _facts.TryGetValue((item, of), out var counted) ? counted.Turnout : null;

    /// <summary>
    /// A fact of a kind of subject comes from one panel, the kinds are those that are assessed, and whoever's calculation reads
    /// one is rated.
    /// </summary>
    /// <param name="kinds">The kinds of subjects that the scheme assesses.</param>
    internal void Check(SubjectNames kinds, ReadingState state)
    {
        foreach (var (item, of, panel, at) in _twice)
        {
            state.Problems.Add(
                at,
                "reporter-twice",
                $"“{item}”（{of}）已由“{_facts[(item, of)].Panel}”汇总，不能再由“{panel}”汇总"
            );
        }

        var before = state.Problems.Count;
        foreach (var one in _subjects.Where(one => one.Of.Length > 0))
        {
            kinds.Check(one.At, [one.Of]);
        }

        // Of a kind that is misspelt it would seem that nobody rates it.
        if (state.Problems.Count > before)
        {
            return;
        }

        foreach (
            var (item, of, at) in _read.Where(read =>
                Counts(read.Item) && !_facts.ContainsKey((read.Item, read.Of))
            )
        )
        {
            state.Problems.Add(
                at,
                "panel-subjects-missing",
                $"“{item}”由评议（panels）汇总，但没有一种评的是 {of}，这里永远没有数"
            );
        }
    }
}
