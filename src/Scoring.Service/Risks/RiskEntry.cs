using Assessment.Persistence.Storage;
using Assessment.Scoring.Events;
using Assessment.ServiceDefaults.Townships;

namespace Assessment.Scoring.Risks;

/// <summary>How far a filed risk has come.</summary>
public enum RiskState
{
    /// <summary>待批准</summary>
    Filed,

    /// <summary>已批准: events after its date may be waived by it.</summary>
    Approved,

    /// <summary>未批准</summary>
    Refused,
}

/// <summary>
/// 改革风险备案 (an attempt that may fail, filed before it does): entries are only added, what becomes of a risk names the
/// entry whose place it takes.
/// </summary>
public sealed class RiskEntry : ITownshipOwned, IWrittenOnce
{
    public const int DescriptionLength = 1000;

    public long Id { get; private set; }

    public string Township { get; set; } = "";

    public Guid Cycle { get; init; }

    /// <summary>By which people know it and events name it.</summary>
    public string Number { get; init; } = "";

    /// <summary>The area or the person whose events may be waived.</summary>
    public string Subject { get; init; } = "";

    /// <summary>The event rule.</summary>
    public string Rule { get; init; } = "";

    public DateOnly FiledOn { get; init; }

    public string Description { get; init; } = "";

    /// <summary>佐证文件: ids of files.</summary>
    public List<Guid> Files { get; init; } = [];

    public RiskState State { get; init; }

    /// <summary>In whose name it was filed.</summary>
    public EventPartyKind AppliedAs { get; init; }

    /// <summary>The area's id or the department's name; null of the office.</summary>
    public string? Applicant { get; init; }

    /// <summary>The account that filed it.</summary>
    public string AppliedBy { get; init; } = "";

    /// <summary>批准日期; null before.</summary>
    public DateOnly? ApprovedOn { get; init; }

    /// <summary>Why it was refused; null where it was not.</summary>
    public string? Reason { get; init; }

    /// <summary>Who did what this entry says.</summary>
    public string ReportedBy { get; init; } = "";

    public DateTimeOffset ReportedAt { get; init; }

    public long? Supersedes { get; init; }

    /// <exception cref="RiskIsDecidedAlready">It does not wait any more.</exception>
    public RiskEntry Approve(DateOnly on, string by, DateTimeOffset at) =>
        Next(RiskState.Approved, on, reason: null, by, at);

    /// <exception cref="RiskIsDecidedAlready">It does not wait any more.</exception>
    public RiskEntry Refuse(string reason, string by, DateTimeOffset at) =>
        Next(RiskState.Refused, approvedOn: null, reason, by, at);

    private RiskEntry Next(
        RiskState state,
        DateOnly? approvedOn,
        string? reason,
        string by,
        DateTimeOffset at
    ) =>
        State != RiskState.Filed
            ? throw new RiskIsDecidedAlready(Number)
            : new()
            {
                Cycle = Cycle,
                Number = Number,
                Subject = Subject,
                Rule = Rule,
                FiledOn = FiledOn,
                Description = Description,
                Files = [.. Files],
                State = state,
                AppliedAs = AppliedAs,
                Applicant = Applicant,
                AppliedBy = AppliedBy,
                ApprovedOn = approvedOn,
                Reason = reason,
                ReportedBy = by,
                ReportedAt = at,
                Supersedes = Id,
            };
}
