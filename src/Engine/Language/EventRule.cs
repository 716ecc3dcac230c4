namespace Assessment.Engine;

/// <summary>加减分规则: which events (加减分事项) there are, and how many points each gives.</summary>
/// <param name="Levels">Points by level; empty where the event itself carries points.</param>
/// <param name="Range">Points that an event may carry, both ends included; null where levels decide.</param>
public sealed record EventRule(
    string Id,
    string Title,
    IReadOnlyList<EventLevel> Levels,
    PointRange? Range,
    Citation Citation
);

/// <summary>级别: a level of an event rule with its points.</summary>
/// <param name="Source">The parameter that the points come from; null where the rule itself says them.</param>
public sealed record EventLevel(string Id, string Title, decimal Points, Parameter? Source);

/// <summary>分值范围, both ends included.</summary>
public sealed record PointRange(decimal Least, decimal Most)
{
    /// <summary>Whether the points may be given.</summary>
    public bool Contains(decimal points) => points >= Least && points <= Most;
}
