namespace Assessment.Scoring.Procedures.Acts;

/// <summary>What an objection is about.</summary>
public enum ObjectionMatter
{
    /// <summary>得分: a score or a counted fact under an item.</summary>
    Score,

    /// <summary>加减分事项.</summary>
    Event,

    /// <summary>等次: the grade or the tier, with no fact in dispute.</summary>
    Grade,

    /// <summary>工作表现、作风: how somebody behaved.</summary>
    Conduct,
}

/// <summary>Something that was done about one objection.</summary>
/// <param name="Number">Of the objection within the cycle, from 1.</param>
public abstract record ObjectionAct(int Number) : Act;

/// <summary>收到异议. What was said, and by whom, is kept apart from the acts.</summary>
/// <param name="Objection">Id of what was said.</param>
/// <param name="Subject">Area or person whom it is about.</param>
/// <param name="Due">Until when it is to be accepted.</param>
public sealed record ObjectionReceived(
    int Number,
    Guid Objection,
    ObjectionMatter Matter,
    string Subject,
    DateOnly Due
) : ObjectionAct(Number);

/// <summary>受理: somebody is to look into it.</summary>
/// <param name="LooksInto">User name.</param>
/// <param name="Due">Until when.</param>
public sealed record ObjectionAccepted(int Number, string LooksInto, DateOnly Due)
    : ObjectionAct(Number);

/// <summary>核查: what was found.</summary>
/// <param name="Due">Until when it is to be upheld or refused.</param>
public sealed record ObjectionLookedInto(int Number, string Found, DateOnly Due)
    : ObjectionAct(Number);

/// <summary>异议成立.</summary>
/// <param name="Due">Until when the objector is to be answered.</param>
public sealed record ObjectionUpheld(
    int Number,
    string Reason,
    Consequence Consequence,
    DateOnly Due
) : ObjectionAct(Number);

/// <summary>异议不成立.</summary>
/// <param name="Due">Until when the objector is to be answered.</param>
public sealed record ObjectionRefused(int Number, string Reason, DateOnly Due)
    : ObjectionAct(Number);

/// <summary>答复: the objector has been told.</summary>
public sealed record ObjectionAnswered(int Number, string Answer) : ObjectionAct(Number);

/// <summary>撤回异议: by who objected.</summary>
public sealed record ObjectionWithdrawn(int Number) : ObjectionAct(Number);
