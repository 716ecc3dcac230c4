namespace Assessment.Contracts;

/// <summary>An area (居民区) as the other services need to know it.</summary>
public sealed record ListedArea(
    string Id,
    string Name,
    string? Category,
    int Households,
    int PartyMembers
);

/// <summary>The township's whole list of areas. Of several, the one with the highest <see cref="Version"/> holds.</summary>
public sealed record AreasChanged(string Township, long Version, IReadOnlyList<ListedArea> Areas)
    : ITownshipMessage;
