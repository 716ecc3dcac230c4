using System.Text.Json.Serialization;
using Assessment.Contracts;
using Assessment.Engine.Facts;
using Assessment.Scoring.Registers;

namespace Assessment.Scoring.Areas;

/// <summary>居民区/社区/网格 in a register: the assessed organisation.</summary>
/// <param name="Category">分类, for example 老旧小区.</param>
public sealed record AreaRow(
    string Id,
    string Name,
    string? Category,
    int Households,
    int PartyMembers
)
{
    /// <summary>附加项; null where there are none.</summary>
    [JsonExtensionData]
    public DeclaredValues? Declared { get; init; }

    public Area ToFact() =>
        new(Id, Name, Households, PartyMembers, Category) { Attributes = Declared.ToFacts() };

    public ListedArea ToMessage() => new(Id, Name, Category, Households, PartyMembers);
}
