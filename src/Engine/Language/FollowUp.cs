namespace Assessment.Engine.Language;

/// <summary>跟进: what a result raises after it, so that talks, reminders and lists come about by themselves.</summary>
/// <param name="By">Who talks or reminds; empty for a list.</param>
/// <param name="With">With whom; empty for a list.</param>
/// <param name="IsWritten">书面意见: whether written opinions are given as well.</param>
public sealed record FollowUp(
    string Title,
    FollowUpCause When,
    FollowUpKind Raises,
    IReadOnlyList<Party> By,
    IReadOnlyList<Party> With,
    bool IsWritten,
    Citation Citation
);

/// <summary>What is raised.</summary>
public enum FollowUpKind
{
    /// <summary>谈话、约谈.</summary>
    Talk,

    /// <summary>督促提醒.</summary>
    Reminder,

    /// <summary>名单: whom the cause concerns, for whoever uses the result.</summary>
    List,
}

/// <summary>What of a result raises a follow-up. The causes are a closed set, one record each.</summary>
public abstract record FollowUpCause
{
    private FollowUpCause() { }

    /// <summary>需关注事项 of this code.</summary>
    public sealed record OfFinding(string Code) : FollowUpCause;

    /// <summary>标记 of a person.</summary>
    public sealed record OfFlag(string Code) : FollowUpCause;

    /// <summary>事项 under this rule.</summary>
    public sealed record OfEvent(string Rule) : FollowUpCause;

    /// <summary>等次, as decided.</summary>
    /// <param name="Of">Whose: <c>areas</c> or classes of staff; empty for all who can have such a grade.</param>
    /// <param name="Posts">Only people in these posts; empty for all.</param>
    public sealed record OfGrades(
        IReadOnlyList<string> Grades,
        IReadOnlyList<string> Of,
        IReadOnlyList<string> Posts
    ) : FollowUpCause;
}
