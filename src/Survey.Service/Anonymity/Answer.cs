using Assessment.ServiceDefaults.Townships;

namespace Assessment.Survey.Anonymity;

/// <summary>As whom somebody answered.</summary>
public enum Respondent
{
    /// <summary>群众</summary>
    Household,

    /// <summary>党员</summary>
    PartyMember,
}

/// <summary>What was answered (答卷), without by whom and when. It never leaves this service.</summary>
public sealed class Answer : ITownshipOwned
{
    public Guid Campaign { get; init; }

    /// <summary>Made from the household's tag with the campaign's key, which is destroyed on closing; then random.</summary>
    public Guid Slot { get; init; }

    public string Township { get; set; } = "";

    public string Area { get; init; } = "";

    public Respondent Respondent { get; init; }

    /// <summary>
    /// The answers in the order of the questions, separated by commas: points, or the letters that were chosen; nothing
    /// where a question was left out.
    /// </summary>
    public string Scores { get; init; } = "";

    /// <summary>得分</summary>
    public int Points { get; init; }
}
