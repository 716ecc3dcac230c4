using Assessment.Engine.Numbers;
using Assessment.Engine.Results;

namespace Assessment.Engine.Language;

/// <summary>加减分规则: which events (加减分事项) there are, and how many points each gives.</summary>
/// <param name="Levels">Best first, with their points; empty where the event itself carries points or they are fixed.</param>
/// <param name="Range">Points that an event may carry, both ends included; null where levels decide.</param>
public sealed record EventRule(
    string Id,
    string Title,
    IReadOnlyList<EventLevel> Levels,
    PointRange? Range,
    Citation Citation
)
{
    /// <summary>每次分值, the same for each event; null where levels or the event decide.</summary>
    public decimal? Each { get; init; }

    /// <summary>The department that checks such events; null where nobody does.</summary>
    public string? KeptBy { get; init; }

    /// <summary>Who may apply for one (申报): an area, a department; empty where the office alone enters them.</summary>
    public IReadOnlyList<EventApplicant> AppliedBy { get; init; } = [];

    /// <summary>
    /// What the rule presumes of every such event (前提), to be confirmed by whoever checks it, or approves it where nobody
    /// checks; null where it presumes nothing.
    /// </summary>
    public string? Presumes { get; init; }

    /// <summary>What the event does instead of giving points.</summary>
    public EventMark? Mark { get; init; }

    /// <summary>只计一次: however often it happens, it counts once for a subject.</summary>
    public bool Once { get; init; }

    /// <summary>An award with so many different holders counts one level higher; null where none is raised.</summary>
    public int? RaisedByHolders { get; init; }

    /// <summary>同一工作取最高: of one work only the highest counts.</summary>
    public bool BestOfWork { get; init; }

    /// <summary>免责: null where nothing of the deduction may be waived.</summary>
    public WaiverRule? Waiver { get; init; }
}

/// <summary>Who may apply for an event.</summary>
public enum EventApplicant
{
    /// <summary>The area that it is about.</summary>
    Area,

    /// <summary>A department.</summary>
    Department,
}

/// <summary>What an event does that gives no points.</summary>
public enum EventMark
{
    /// <summary>一票否决: conditions look for it.</summary>
    Veto,

    /// <summary>The item that the event names counts 0.</summary>
    VoidsItem,
}

/// <summary>级别: a level of an event rule with its points; 0 where the rule is a mark.</summary>
/// <param name="Source">The parameter that the points come from; null where the rule itself says them.</param>
public sealed record EventLevel(string Id, string Title, decimal Points, Parameter? Source);

/// <summary>免责: an event may carry an approved share that is not deducted.</summary>
/// <param name="Finding">Code of the finding that says so.</param>
/// <param name="Shares">The shares that may be approved, each more than 0 and at most 1.</param>
public sealed record WaiverRule(string Finding, IReadOnlyList<decimal> Shares);

/// <summary>分值范围, both ends included.</summary>
public sealed record PointRange(decimal Least, decimal Most)
{
    /// <summary>Whether the points may be given.</summary>
    public bool Contains(Rational points) => points >= Least && points <= Most;
}
