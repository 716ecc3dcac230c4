using System.Runtime.InteropServices;
using Assessment.Engine.Panels;
using Assessment.Engine.Policies.Rules;
using Assessment.Engine.Questionnaires;

namespace Assessment.Engine.Language;

/// <summary>数据采集: what the platform must gather before the scheme can be evaluated.</summary>
public sealed record Collection(
    SurveyCollection? Survey,
    HotlineCollection? Hotline,
    IReadOnlyList<ScoreLine> Lines,
    IReadOnlyList<EventRule> Events,
    IReadOnlyList<Panel> Panels
)
{
    /// <summary>审签: the clause by which a department's sheet counts only when its leader in charge has signed; null where none demands it.</summary>
    public Citation? Signature { get; init; }

    /// <summary>The departments (评分部门) that score a line, in the scheme's order, each once.</summary>
    public IReadOnlyList<string> Departments { get; } =
    [.. Lines.SelectMany(line => line.Departments).Distinct(StringComparer.Ordinal)];
}

/// <summary>满意度测评: the campaigns and the items under which their results are reported.</summary>
/// <param name="Households">Item of the fact that counts distinct households over all channels; null where none is asked for.</param>
/// <param name="PartyMembers">Item of the fact that counts the party members of a channel; null where none is asked for.</param>
public sealed record SurveyCollection(
    string? Households,
    string? PartyMembers,
    IReadOnlyList<SurveyCampaign> Campaigns,
    Citation Citation
);

/// <summary>One campaign (测评): a channel, and a wave where the channel is used more than once.</summary>
/// <param name="Item">Item of the facts that report its result.</param>
/// <param name="Questionnaire">File of the questionnaire, next to the scheme file.</param>
/// <param name="CoverageShare">Share of the area's households that must take part.</param>
/// <param name="CoverageLimit">Households that are enough, however large the area is.</param>
/// <param name="PartyMemberShare">Share of the area's party members that must take part.</param>
public sealed record SurveyCampaign(
    string Channel,
    string? Wave,
    string Title,
    string Item,
    string Questionnaire,
    decimal? CoverageShare,
    decimal? CoverageLimit,
    decimal? PartyMemberShare
);

/// <summary>热线、信访、舆情: which tickets count, and the items under which their rates are reported.</summary>
/// <param name="Item">First part of the rates' items, for example <c>hotline</c> in <c>hotline.disposal</c>.</param>
/// <param name="Tickets">Item of the fact that counts the tickets.</param>
public sealed record HotlineCollection(
    string Item,
    string Tickets,
    IReadOnlyList<string> Sources,
    MonthDay From,
    MonthDay To,
    Citation Citation
)
{
    /// <summary>First and last day of the window in a cycle's year, both included.</summary>
    public (DateOnly From, DateOnly To) Window(int year) => (From.In(year), To.In(year));
}

/// <summary>A day that comes every year.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct MonthDay(int Month, int Day)
{
    /// <summary>The day in a year; 29 February is the 28th where there is none.</summary>
    public DateOnly In(int year) =>
        new(year, Month, Math.Min(Day, DateTime.DaysInMonth(year, Month)));
}

/// <summary>评分线条: what departments score. Each gives a value within the range.</summary>
/// <param name="Lead">牵头部门. Null where the document names none.</param>
public sealed record ScoreLine(
    string Id,
    string Title,
    IReadOnlyList<string> Departments,
    string? Lead,
    decimal Least,
    decimal Most,
    Citation Citation
)
{
    /// <summary>How the departments' scores become one.</summary>
    public LineCombination Combination { get; init; }

    /// <summary>打*部门: whose scores count where the leads decide; the others' are recorded and shown.</summary>
    public IReadOnlyList<string> Leads { get; init; } = [];

    /// <summary>Weights by department, in the order of <see cref="Departments"/>; empty where they are equal.</summary>
    public IReadOnlyList<decimal> Weights { get; init; } = [];

    /// <summary>期次 with a title each; empty where a department scores once a year.</summary>
    public IReadOnlyDictionary<string, string> Periods { get; init; } =
        new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Periods that make a year, tried in this order: the first of which all are there counts.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Sets { get; init; } = [];

    /// <summary>The smallest change of a score; null where the scheme says nothing of it.</summary>
    public decimal? Step { get; init; }

    /// <summary>行为锚定, best first; empty where there is none.</summary>
    public IReadOnlyList<Anchor> Anchors { get; init; } = [];

    public WayOfAssessment Way { get; init; }
}

/// <summary>How the scores of several departments become a line's value.</summary>
public enum LineCombination
{
    /// <summary>Equal weights.</summary>
    Mean,

    /// <summary>牵头部门汇总: the mean of the leads' scores.</summary>
    Lead,

    Weights,
}
