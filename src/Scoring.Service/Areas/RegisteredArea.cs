using Assessment.Contracts;
using Assessment.Engine.Facts;
using Assessment.ServiceDefaults.Townships;

namespace Assessment.Scoring.Areas;

/// <summary>居民区/社区/网格 in the township's register: the assessed organisation.</summary>
public sealed class RegisteredArea : ITownshipOwned
{
    public const int IdLength = 64;

    public string Township { get; set; } = "";

    public string Id { get; init; } = "";

    public string Name { get; set; } = "";

    /// <summary>分类, for example 老旧小区.</summary>
    public string? Category { get; set; }

    public int Households { get; set; }

    public int PartyMembers { get; set; }

    /// <returns>Whether anything differed.</returns>
    public bool Take(AreaRow row)
    {
        var differs =
            (Name, Category, Households, PartyMembers)
            != (row.Name, row.Category, row.Households, row.PartyMembers);
        (Name, Category, Households, PartyMembers) = (
            row.Name,
            row.Category,
            row.Households,
            row.PartyMembers
        );
        return differs;
    }

    public Area ToFact() => new(Id, Name, Households, PartyMembers, Category);

    public ListedArea ToMessage() => new(Id, Name, Category, Households, PartyMembers);
}
