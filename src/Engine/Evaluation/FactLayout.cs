using System.Collections.Frozen;
using Assessment.Engine.Facts;
using Assessment.Engine.Language;

namespace Assessment.Engine.Evaluation;

/// <summary>Where the facts of one kind of subjects are kept: one slot for each that some rule reads.</summary>
/// <param name="Items">The items that facts may have.</param>
/// <param name="Slots">Slots of a subject.</param>
/// <param name="Groups">Lists of a subject, of facts that anybody may report.</param>
internal sealed record FactLayout(FrozenDictionary<string, FactItem> Items, int Slots, int Groups)
{
    internal static FactLayout Empty { get; } =
        new(FrozenDictionary<string, FactItem>.Empty, Slots: 0, Groups: 0);
}

/// <summary>An item that facts may have, and where they go.</summary>
/// <param name="Range">The range of the values; null where the scheme names none.</param>
/// <param name="Limits">What values are taken.</param>
/// <param name="OnlySource">Who reports where a fact does not say it; null where it must.</param>
/// <param name="Group">The list that gathers all sources; null where no rule asks for it.</param>
/// <param name="Places">The slots by source and period.</param>
internal sealed record FactItem(
    PointRange? Range,
    FactLimits Limits,
    string? OnlySource,
    int? Group,
    IReadOnlyList<FactPlace> Places
)
{
    /// <summary>
    /// The slot of a fact. Null where no rule reads it: a department that the line does not ask may have scored as
    /// well, which is kept in the ledger.
    /// </summary>
    internal int? SlotOf(Fact fact)
    {
        var by = fact.By ?? OnlySource;
        // Counted by hand: this is done for every fact of every evaluation.
        for (var i = 0; i < Places.Count; i++)
        {
            var place = Places[i];
            if (
                string.Equals(place.By, by, StringComparison.Ordinal)
                && string.Equals(place.Period, fact.Period, StringComparison.Ordinal)
            )
            {
                return place.Slot;
            }
        }
        return null;
    }
}

/// <summary>The slot of the facts of a source and period.</summary>
internal sealed record FactPlace(string? By, string? Period, int Slot);
