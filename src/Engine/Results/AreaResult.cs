using System.Text.Json.Serialization;

namespace Assessment.Engine.Results;

/// <summary>考核结果 of an area. Null means none.</summary>
/// <param name="Bonus">加分 after caps; null where the scheme has none.</param>
/// <param name="Deduction">减分 after caps, a positive number.</param>
/// <param name="Progress">进步指数, alongside the total.</param>
/// <param name="Items">考核项目, in the scheme's order, not rounded.</param>
public sealed record AreaResult(
    string Id,
    string Name,
    string? Category,
    decimal? Total,
    int? Rank,
    string? Grade,
    string? Tier,
    decimal? Bonus,
    decimal? Deduction,
    decimal? Progress,
    IReadOnlyDictionary<string, decimal?> Items
)
{
    /// <summary>拟定等次 where the grade was decided; null where it was not.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ProposedGrade { get; init; }

    /// <summary>拟定档次 where the tier was decided; null where it was not.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ProposedTier { get; init; }
}

/// <summary>个人考核结果. A scheme that assesses areas only has none.</summary>
/// <param name="Items">Empty without a total.</param>
/// <param name="Flags">Codes of what follows for the person besides grade and pay.</param>
public sealed record StaffResult(
    string Id,
    decimal? Total,
    int? Rank,
    string? Grade,
    string? Band,
    IReadOnlyList<string> Flags,
    IReadOnlyDictionary<string, decimal?> Items
)
{
    /// <summary>Id of the class (考核类别) in which the person is assessed.</summary>
    public string Class { get; init; } = "";

    /// <summary>拟定等次 where the grade was decided; null where it was not.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ProposedGrade { get; init; }
}

/// <summary>需关注事项: something that a person must see.</summary>
/// <param name="Message">For people, in Chinese. Not part of the digest.</param>
public sealed record Finding(string Code, string Subject, string Detail, string Message);
