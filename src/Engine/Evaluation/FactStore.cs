using Assessment.Engine.Facts;

namespace Assessment.Engine.Evaluation;

/// <summary>The facts and events of the subjects of one kind, where the rules look for them.</summary>
/// <param name="layout">Which facts have a place.</param>
/// <param name="subjects">How many subjects there are.</param>
internal sealed class FactStore(FactLayout layout, int subjects)
{
    private static readonly List<ScoredEvent> NoEvents = [];
    private readonly Fact?[] _facts = new Fact?[subjects * layout.Slots];
    private readonly List<Fact>?[] _groups = new List<Fact>?[subjects * layout.Groups];
    private readonly List<ScoredEvent>?[] _events = new List<ScoredEvent>?[subjects];

    /// <summary>A store without facts and events: what the payout calculates with.</summary>
    internal static FactStore Empty(int subjects) => new(FactLayout.Empty, subjects);

    internal Fact? Fact(int row, int slot) => _facts[(row * layout.Slots) + slot];

    internal IReadOnlyList<Fact> Facts(int row, int group) =>
        _groups[(row * layout.Groups) + group] is { } facts ? facts : [];

    internal List<ScoredEvent> Events(int row) => _events[row] ?? NoEvents;

    internal void Add(int row, ScoredEvent happened) => (_events[row] ??= []).Add(happened);

    /// <summary>False where the fact has been there before.</summary>
    internal bool TryAdd(int row, Fact fact, FactItem item)
    {
        if (item.Group is { } group && !TryAddToGroup(row, fact, group, item.OnlySource))
        {
            return false;
        }

        if (item.SlotOf(fact) is not { } slot)
        {
            return true;
        }

        ref var place = ref _facts[(row * layout.Slots) + slot];
        if (place is not null)
        {
            return false;
        }

        place = fact;
        return true;
    }

    private bool TryAddToGroup(int row, Fact fact, int group, string? onlySource)
    {
        if (fact.Period is not null)
        {
            return true;
        }

        var facts = _groups[(row * layout.Groups) + group] ??= [];
        // In the order of their sources, so that sums and explanations do not depend on the order of the file.
        var at = 0;
        for (; at < facts.Count; at++)
        {
            var order = string.CompareOrdinal(facts[at].By ?? onlySource, fact.By ?? onlySource);
            if (order == 0)
            {
                return false;
            }

            if (order > 0)
            {
                break;
            }
        }
        facts.Insert(at, fact);
        return true;
    }
}
