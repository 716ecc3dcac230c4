using System.Collections.Frozen;
using Assessment.Engine.Evaluation;
using Assessment.Engine.Facts;
using Assessment.Engine.Language;

namespace Assessment.Engine.Reading;

/// <summary>Gives each fact that a rule of one kind of subjects reads its place.</summary>
internal sealed class FactSlots
{
    private readonly Dictionary<FactKey, int> _slots = [];
    private readonly Dictionary<string, int> _groups = new(StringComparer.Ordinal);

    internal int SlotOf(FactKey key)
    {
        if (!_slots.TryGetValue(key, out var slot))
        {
            _slots[key] = slot = _slots.Count;
        }

        return slot;
    }

    /// <summary>The list of all sources of an item.</summary>
    internal int GroupOf(string item)
    {
        if (!_groups.TryGetValue(item, out var group))
        {
            _groups[item] = group = _groups.Count;
        }

        return group;
    }

    internal bool Reads(string item) =>
        _groups.ContainsKey(item)
        || _slots.Keys.Any(key => string.Equals(key.Item, item, StringComparison.Ordinal));

    /// <param name="items">The items that facts of these subjects may have, with their range, limits and only source.</param>
    internal FactLayout Layout(
        IEnumerable<(string Item, PointRange? Range, FactLimits Limits, string? OnlySource)> items
    ) =>
        new(
            items.ToFrozenDictionary(
                one => one.Item,
                one => new FactItem(
                    one.Range,
                    one.Limits,
                    one.OnlySource,
                    _groups.TryGetValue(one.Item, out var group) ? group : null,
                    [
                        .. _slots
                            .Where(slot =>
                                string.Equals(slot.Key.Item, one.Item, StringComparison.Ordinal)
                            )
                            .Select(slot => new FactPlace(
                                slot.Key.By,
                                slot.Key.Period,
                                slot.Value
                            )),
                    ]
                ),
                StringComparer.Ordinal
            ),
            _slots.Count,
            _groups.Count
        );
}
