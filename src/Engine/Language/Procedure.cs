namespace Assessment.Engine.Language;

/// <summary>程序: what comes between the calculated result and the final one, and after it, as the scheme's document has it.</summary>
/// <param name="Bodies">By id.</param>
/// <param name="Steps">In their order: the freezing first, one that decides, then the final one.</param>
public sealed record Procedure(
    IReadOnlyDictionary<string, Body> Bodies,
    IReadOnlyList<ProcedureStep> Steps
);

/// <summary>机构: who acts, such as 领导小组, the office and the deciding body.</summary>
/// <param name="Heads">组长, by post; empty where the document names none.</param>
/// <param name="Members">组员, in the document's words; null where it names none.</param>
public sealed record Body(
    string Id,
    string Title,
    IReadOnlyList<string> Heads,
    string? Members,
    Citation Citation
);

/// <summary>A step of the procedure.</summary>
public sealed record ProcedureStep(ProcedureStepKind Kind, string Title, Citation Citation)
{
    /// <summary>Who takes it; null where it is the platform's or nobody is named.</summary>
    public Body? By { get; init; }

    /// <summary>Of whom it is: <c>areas</c> or classes of staff; empty where it is of all.</summary>
    public IReadOnlyList<string> Of { get; init; } = [];

    /// <summary>Whether a proposal may be another grade than the calculated one, with a reason.</summary>
    public bool MayDepart { get; init; }

    /// <summary>Who looks at proposals before they go on; null where nobody does.</summary>
    public Body? ReviewedBy { get; init; }

    /// <summary>What is shown and to whom; null where nothing is.</summary>
    public Notice? Notice { get; init; }
}

/// <summary>What a step does; those of one phase stand together.</summary>
public enum ProcedureStepKind
{
    /// <summary>定稿: one result is pinned.</summary>
    Freeze,

    /// <summary>拟定: a body proposes grades, within what the scheme allows.</summary>
    Propose,

    /// <summary>评议: a body looks at the whole.</summary>
    Review,

    /// <summary>公示: before the final result, dated, open to objections.</summary>
    Publicise,

    /// <summary>集体研究决定.</summary>
    Decide,

    /// <summary>生效: what was decided holds, and pay may follow.</summary>
    Final,

    /// <summary>公布: the final result.</summary>
    Announce,

    /// <summary>反馈: to each area or person the own result.</summary>
    FeedBack,

    /// <summary>发文、移交: the formal document, or the handing over to who uses the result.</summary>
    Issue,
}

/// <summary>告示: what is shown, to whom, for how long.</summary>
/// <param name="Grades">Whose names are shown: those with these grades; empty for all.</param>
/// <param name="Days">How long a publicity takes at least; null for what is not a publicity.</param>
public sealed record Notice(
    NoticeContent Shows,
    NoticeAudience Audience,
    IReadOnlyList<string> Grades,
    int? Days,
    DayKind DayKind
);

/// <summary>What a notice shows of each area or person.</summary>
public enum NoticeContent
{
    /// <summary>Names under their grade, nothing else.</summary>
    Names,

    /// <summary>Totals, ranks, grades and tiers.</summary>
    Results,
}

/// <summary>Who can see a notice.</summary>
public enum NoticeAudience
{
    /// <summary>Everybody, without an account.</summary>
    Public,

    /// <summary>Who is signed in, of the township.</summary>
    Township,

    /// <summary>The area, by a printed notice, and who is signed in.</summary>
    Areas,
}

/// <summary>Which days count.</summary>
public enum DayKind
{
    /// <summary>自然日.</summary>
    Calendar,

    /// <summary>工作日.</summary>
    Working,
}
