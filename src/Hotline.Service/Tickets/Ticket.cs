using System.Text.Json.Serialization;
using Assessment.ServiceDefaults.Townships;

namespace Assessment.Hotline.Tickets;

/// <summary>
/// 工单: a resident's request. The number is the township's: whichever cycle's file brings it, it is the same ticket.
/// Title, content and address never leave this service.
/// </summary>
public sealed class Ticket : ITownshipOwned
{
    public string Township { get; set; } = "";

    public string Number { get; init; } = "";

    /// <summary>One of <see cref="TicketSources"/>.</summary>
    public string Source { get; set; } = "";

    public DateTimeOffset ReceivedAt { get; set; }

    /// <summary>Finished at this very moment is still in time.</summary>
    public DateTimeOffset DueAt { get; set; }

    public DateTimeOffset? FinishedAt { get; set; }

    public string? Kind { get; set; }

    public string? Title { get; set; }

    public string? Content { get; set; }

    public string? Address { get; set; }

    /// <summary>The area as the file names it, which may be empty or unknown.</summary>
    public string? NamedArea { get; set; }

    /// <summary>Id of the area it counts for; null while it waits for a person.</summary>
    public string? Area { get; set; }

    public AttributedBy AttributedBy { get; set; }

    public bool Solved { get; set; }

    public Satisfaction Satisfaction { get; set; }

    public Exclusion Exclusion { get; set; }

    public ExclusionReason? ExclusionReason { get; set; }

    /// <summary>Proposed by a person in this system: a file that does not know of it yet does not withdraw it.</summary>
    public bool ExclusionProposedHere { get; set; }

    /// <summary>Agreed or refused by a person in this system: no file changes it any more.</summary>
    public bool ExclusionDecidedHere { get; set; }
}

/// <summary>来源</summary>
public static class TicketSources
{
    public static IReadOnlyList<string> All { get; } = ["12345", "信访", "舆情"];
}

/// <summary>How the ticket came to its area.</summary>
public enum AttributedBy
{
    /// <summary>It waits for a person.</summary>
    Nobody,
    File,
    Address,

    /// <summary>No file changes it any more.</summary>
    Person,
}

/// <summary>满意度, in the words of the files.</summary>
public enum Satisfaction
{
    [JsonStringEnumMemberName("未评价")]
    NotRated,

    [JsonStringEnumMemberName("满意")]
    Satisfied,

    [JsonStringEnumMemberName("基本满意")]
    MostlySatisfied,

    [JsonStringEnumMemberName("一般")]
    Neutral,

    [JsonStringEnumMemberName("不满意")]
    Dissatisfied,
}

/// <summary>剔除状态, in the words of the files. Only an agreed exclusion takes the ticket out.</summary>
public enum Exclusion
{
    [JsonStringEnumMemberName("无")]
    None,

    [JsonStringEnumMemberName("申请")]
    Proposed,

    [JsonStringEnumMemberName("同意")]
    Agreed,

    [JsonStringEnumMemberName("驳回")]
    Refused,
}

/// <summary>剔除理由, in the words of the files.</summary>
public enum ExclusionReason
{
    [JsonStringEnumMemberName("非法定职责")]
    NotOurDuty,

    [JsonStringEnumMemberName("不属实")]
    Untrue,

    [JsonStringEnumMemberName("历史重复")]
    Repeated,
}
