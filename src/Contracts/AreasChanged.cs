namespace Assessment.Contracts;

/// <summary>An area (居民区) as the other services need to know it.</summary>
public sealed record ListedArea(
    string Id,
    string Name,
    string? Category,
    int Households,
    int PartyMembers
);

/// <summary>
/// The whole list of areas of one register: of a cycle, or the township's current one. Of several lists of the same
/// register, the one with the highest <see cref="Version"/> holds.
/// </summary>
/// <param name="Cycle">Null for the township's current register.</param>
public sealed record AreasChanged(
    string Township,
    Guid? Cycle,
    long Version,
    IReadOnlyList<ListedArea> Areas
) : ITownshipMessage;
