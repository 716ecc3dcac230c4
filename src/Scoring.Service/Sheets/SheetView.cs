using Assessment.Engine.Language;

namespace Assessment.Scoring.Sheets;

/// <summary>How far a sheet has come.</summary>
/// <param name="Period">Empty where the department scores once a year; <paramref name="PeriodTitle"/> is null then.</param>
/// <param name="IsOptional">Whether it is only another way to report a year that is usually reported otherwise.</param>
/// <param name="Due">Until when it is to be submitted; null where nobody has said so.</param>
/// <param name="Cells">Cells that have to be filled: those of lines.</param>
/// <param name="Filled">How many of those are.</param>
/// <param name="IsBegun">Whether anything is on it, also of what need not be filled.</param>
/// <param name="SignatureNeeded">Whether it counts only when the leader in charge has signed.</param>
/// <param name="SignatureDemanded">Whether the scheme itself demands it, so that it cannot be left out.</param>
/// <param name="By">Who took the newest step; null before the first.</param>
/// <param name="Reason">Why it was returned, reopened or submitted incomplete.</param>
/// <param name="MayEnter">Whether the caller may change cells now; the others likewise.</param>
public sealed record SheetSummary(
    string Department,
    string Period,
    string? PeriodTitle,
    bool IsOptional,
    SheetState State,
    DateOnly? Due,
    bool IsOverdue,
    int Cells,
    int Filled,
    IReadOnlyList<MissingCells> Missing,
    bool IsBegun,
    bool SignatureNeeded,
    bool SignatureDemanded,
    string? By,
    DateTimeOffset? At,
    string? Reason,
    bool MayEnter,
    bool MaySubmit,
    bool MaySign,
    bool MayReopen
);

/// <summary>Of an item, who is not scored yet.</summary>
public sealed record MissingCells(string Item, string Title, IReadOnlyList<string> Subjects);

/// <summary>A sheet with all that is on it.</summary>
/// <param name="Acts">Newest first.</param>
/// <param name="Lead">Where the department leads a line: what the others have entered of it.</param>
public sealed record SheetView(
    SheetSummary Summary,
    IReadOnlyList<SheetItem> Items,
    IReadOnlyList<SheetSubject> Subjects,
    IReadOnlyList<SheetCell> Cells,
    IReadOnlyList<SheetActView> Acts,
    IReadOnlyList<OthersScore> Lead
);

/// <summary>A column.</summary>
/// <param name="Of">Whether areas or staff are scored.</param>
/// <param name="Decides">Whether the scores make the value; where leads decide, the others' are recorded only.</param>
/// <param name="Others">Departments that score the same.</param>
public sealed record SheetItem(
    string Item,
    string Title,
    PointRange? Range,
    decimal? Step,
    SubjectKind Of,
    string? Clause,
    string? Quote,
    bool Decides,
    IReadOnlyList<string> Others
);

/// <summary>Who is scored.</summary>
public enum SubjectKind
{
    Areas,
    Staff,
}

/// <summary>A row.</summary>
/// <param name="Area">Name of a person's area; null of an area.</param>
public sealed record SheetSubject(string Id, string Name, SubjectKind Kind, string? Area);

/// <summary>What is entered.</summary>
/// <param name="Value">Null where it was withdrawn.</param>
/// <param name="Version">Its newest entry in the ledger; what changes it names it.</param>
/// <param name="Counted">What counts now; null where nothing does.</param>
/// <param name="Files">佐证文件: ids of the files on which it rests.</param>
public sealed record SheetCell(
    string Subject,
    string Item,
    decimal? Value,
    string? Reason,
    long Version,
    string? EnteredBy,
    DateTimeOffset? EnteredAt,
    decimal? Counted,
    IReadOnlyList<Guid> Files
)
{
    /// <summary>Where a problem is.</summary>
    public static string PlaceOf(string subject, string item) => $"{subject}/{item}";
}

/// <summary>A step that somebody took.</summary>
public sealed record SheetActView(
    SheetStep Kind,
    SheetState State,
    string By,
    DateTimeOffset At,
    string? Reason
);

/// <param name="Counts">Whether that department's scores make the value.</param>
public sealed record OthersScore(
    string Item,
    string Department,
    string Subject,
    decimal Value,
    bool Counts
);
