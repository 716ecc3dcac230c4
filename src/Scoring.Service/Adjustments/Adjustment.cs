using System.Text.Json;
using Assessment.Scoring.Ledger;
using Assessment.Scoring.Procedures.Acts;
using Assessment.ServiceDefaults.Townships;

namespace Assessment.Scoring.Adjustments;

/// <summary>How far an adjustment has come.</summary>
public enum AdjustmentState
{
    /// <summary>待审定</summary>
    Proposed,

    /// <summary>已审定: the values count.</summary>
    Approved,

    /// <summary>未通过</summary>
    Refused,

    /// <summary>已撤回</summary>
    Withdrawn,
}

/// <summary>An indicator of an area or a person, with the value that is to count.</summary>
/// <param name="By">Who observes it; null where the scheme names nobody.</param>
/// <param name="Period">Null where the scheme has no periods.</param>
public sealed record AdjustedValue(
    string Subject,
    string Item,
    string? By,
    string? Period,
    decimal Value
)
{
    public LedgerKey Key => new(Subject, Item, By, Period);
}

/// <summary>
/// 不可抗力调整 (大南四（四）): the office proposes other values for indicators of some areas, the meeting approves them with
/// minutes, before the freezing. What was observed stays in the ledger.
/// </summary>
public sealed class Adjustment : ITownshipOwned
{
    public Guid Id { get; init; }

    public string Township { get; set; } = "";

    public Guid Cycle { get; init; }

    /// <summary>Within the cycle, from 1.</summary>
    public int Number { get; init; }

    public string Reason { get; init; } = "";

    /// <summary>The clause by which it may be adjusted.</summary>
    public string Clause { get; init; } = "";

    public string ValuesJson { get; init; } = "[]";

    public string ProposedBy { get; init; } = "";

    public DateTimeOffset ProposedAt { get; init; }

    public AdjustmentState State { get; private set; }

    /// <summary><see cref="Meeting"/> as JSON; null before it is approved.</summary>
    public string? MeetingJson { get; private set; }

    public string? DecidedBy { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Why it was refused; null where it was not.</summary>
    public string? Refusal { get; private set; }

    public IReadOnlyList<AdjustedValue> Values =>
        JsonSerializer.Deserialize<List<AdjustedValue>>(ValuesJson)!;

    public Meeting? Meeting =>
        MeetingJson is null ? null : JsonSerializer.Deserialize<Meeting>(MeetingJson);

    public void Approve(Meeting meeting, string by, DateTimeOffset at)
    {
        Decide(AdjustmentState.Approved, by, at);
        MeetingJson = JsonSerializer.Serialize(meeting);
    }

    public void Refuse(string reason, string by, DateTimeOffset at)
    {
        Decide(AdjustmentState.Refused, by, at);
        Refusal = reason;
    }

    public void Withdraw(string by, DateTimeOffset at) => Decide(AdjustmentState.Withdrawn, by, at);

    private void Decide(AdjustmentState state, string by, DateTimeOffset at)
    {
        if (State != AdjustmentState.Proposed)
        {
            throw new AdjustmentIsDecidedAlready();
        }

        State = state;
        DecidedBy = by;
        DecidedAt = at;
    }
}
