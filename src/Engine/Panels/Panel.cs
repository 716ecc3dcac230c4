using Assessment.Engine.Forms;
using Assessment.Engine.Language;

namespace Assessment.Engine.Panels;

/// <summary>测评、互评、评议: people rate areas or people, and facts are counted from their sheets.</summary>
/// <param name="Unit">Whether each area has its own, or the township has one.</param>
/// <param name="IsNamed">Whether a sheet says whose it is.</param>
/// <param name="ExcludesSelf">Whether nobody may rate oneself.</param>
/// <param name="Subjects">Who is rated, by kind: a form's limits hold for each kind on its own.</param>
/// <param name="Facts">What is counted from the sheets.</param>
public sealed record Panel(
    string Id,
    string Title,
    PanelUnit Unit,
    bool IsNamed,
    PanelRaters Raters,
    bool ExcludesSelf,
    IReadOnlyList<PanelSubjects> Subjects,
    ScoringForm Form,
    IReadOnlyList<PanelFact> Facts,
    Citation Citation
);

/// <summary>For what a panel is held.</summary>
public enum PanelUnit
{
    /// <summary>Each area on its own; who is rated there belongs to it.</summary>
    Area,

    /// <summary>The township as a whole.</summary>
    Township,
}

/// <summary>被评对象 of one kind.</summary>
/// <param name="Of"><c>areas</c>, or the id of a class of staff.</param>
/// <param name="Turnout">What makes the result of such a subject valid; null where any turnout does.</param>
public sealed record PanelSubjects(string Of, Turnout? Turnout);

/// <summary>参加比例: a result is valid only where more than a share of those entitled gave a valid mark.</summary>
/// <param name="Finding">Code of the finding that says it is not.</param>
public sealed record Turnout(decimal Over, string Finding);

/// <summary>A fact that is counted from the sheets, for each subject that has a mark.</summary>
/// <param name="Option">The option that is counted; null for other ways of counting.</param>
/// <param name="Drop">How many of the highest, and as many of the lowest, a trimmed mean drops; else 0.</param>
public sealed record PanelFact(string Item, PanelCounting Counting, string? Option, int Drop);

/// <summary>How a fact is counted from the marks of a subject.</summary>
public enum PanelCounting
{
    /// <summary>One fact for each rater, who is its source.</summary>
    Each,

    Mean,

    /// <summary>Each class of raters has its mean; these are weighted.</summary>
    WeightedMean,

    /// <summary>去掉最高、最低: without so many of the highest and as many of the lowest.</summary>
    TrimmedMean,

    Median,

    /// <summary>Number of sheets with an option.</summary>
    Option,

    /// <summary>Rank by the mean of the ranks given, ties sharing the better one.</summary>
    Rank,
}
