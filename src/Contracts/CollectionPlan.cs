using System.Text.Json.Serialization;

namespace Assessment.Contracts;

/// <summary>采集计划: all that a cycle gathers, as its scheme (方案) asks. Each collector and each progress page reads this list.</summary>
/// <param name="Hotline">Null where the scheme counts no tickets.</param>
/// <param name="Lines">评分线条 that departments score.</param>
public sealed record CollectionPlan(
    IReadOnlyList<CampaignSpec> Campaigns,
    HotlineSpec? Hotline,
    IReadOnlyList<PanelSpec> Panels,
    IReadOnlyList<RegisterSpec> Registers,
    IReadOnlyList<LineSpec> Lines
)
{
    public static CollectionPlan Empty { get; } = new([], null, [], [], []);

    /// <summary>The services that collect something by themselves: each is asked before a calculation.</summary>
    [JsonIgnore]
    public IReadOnlyList<Collector> Collectors =>
        [
            .. Campaigns.Count > 0 ? [Collector.Survey] : Array.Empty<Collector>(),
            .. Hotline is not null ? [Collector.Hotline] : Array.Empty<Collector>(),
        ];

    /// <summary>The source that reports an item by itself: nobody else does, through any door.</summary>
    /// <returns>Null where none does.</returns>
    public Collector? CollectorOf(string item) =>
        Campaigns.Any(campaign => campaign.Reports(item)) ? Collector.Survey
        : Hotline?.Reports(item) == true ? Collector.Hotline
        : Panels.Any(panel => panel.Items.Contains(item, StringComparer.Ordinal)) ? Collector.Panel
        : null;
}

/// <summary>A source that collects facts by itself.</summary>
/// <param name="Name">As its messages name it.</param>
/// <param name="Title">For people.</param>
public sealed record Collector(string Name, string Title)
{
    public static Collector Survey { get; } = new("survey", "满意度测评");

    public static Collector Hotline { get; } = new("hotline", "热线工单");

    /// <summary>Counted from the sheets of people who rate people; no service is asked for it yet.</summary>
    public static Collector Panel { get; } = new("panel", "测评评议");

    /// <summary>What people call a source; a name that is no collector's stays.</summary>
    public static string TitleOf(string name) =>
        name == Survey.Name ? Survey.Title
        : name == Hotline.Name ? Hotline.Title
        : name == Panel.Name ? Panel.Title
        : name;
}

/// <summary>One survey campaign (测评) that the scheme asks for.</summary>
/// <param name="Channel">How people are asked: <c>meeting</c>, <c>thirdParty</c>, <c>online</c>.</param>
/// <param name="Wave">Which round, for example <c>H1</c>; null where there is only one.</param>
/// <param name="Item">The item that the reported facts carry, for example <c>satisfaction</c>.</param>
/// <param name="Questionnaire">The file name of one of the message's questionnaires.</param>
/// <param name="HouseholdsItem">The item of the fact that counts distinct households over all its campaigns; null where none is asked for.</param>
/// <param name="PartyMembersItem">The item of the fact that counts the campaign's party members; null where none is asked for.</param>
public sealed record CampaignSpec(
    string Channel,
    string? Wave,
    string Title,
    string Item,
    string Questionnaire,
    string? HouseholdsItem = null,
    string? PartyMembersItem = null
)
{
    public bool Reports(string item) =>
        item == Item || item == HouseholdsItem || item == PartyMembersItem;
}

/// <summary>Which hotline tickets (工单) count: received from the first to the last day, both included.</summary>
/// <param name="Item">First part of the items that the reported rates carry, for example <c>hotline</c>.</param>
/// <param name="TicketsItem">The item of the fact that counts the tickets.</param>
public sealed record HotlineSpec(
    DateOnly From,
    DateOnly To,
    IReadOnlyList<string> Sources,
    string Item,
    string TicketsItem
)
{
    public bool Reports(string item) =>
        item == TicketsItem || item.StartsWith(Item + ".", StringComparison.Ordinal);
}

/// <summary>测评、互评、评议: a panel in which people rate people.</summary>
/// <param name="PerArea">Whether each area has its own; else the township has one.</param>
/// <param name="Subjects">Kinds of those who are rated: <c>areas</c>, or ids of classes of staff.</param>
/// <param name="Items">The items of the facts that are counted from its sheets.</param>
public sealed record PanelSpec(
    string Id,
    string Title,
    bool PerArea,
    bool IsNamed,
    IReadOnlyList<string> Subjects,
    IReadOnlyList<string> Items
);

/// <summary>台账: interviews, visits and the like, whose count is a fact.</summary>
/// <param name="OfStaff">Whether it is of people; else of areas.</param>
public sealed record RegisterSpec(string Item, string Title, bool OfStaff);

/// <summary>评分线条: what departments score.</summary>
/// <param name="Least">The least score.</param>
/// <param name="Most">The greatest score.</param>
/// <param name="Step">A score is a whole number of steps above the least; null where the scheme sets none.</param>
/// <param name="Periods">期次; empty where a department scores once a year.</param>
/// <param name="Sets">Periods that make a year; empty where there are none.</param>
public sealed record LineSpec(
    string Id,
    string Title,
    IReadOnlyList<LineDepartment> Departments,
    decimal Least,
    decimal Most,
    decimal? Step,
    IReadOnlyList<LinePeriod> Periods,
    IReadOnlyList<IReadOnlyList<string>> Sets
);

/// <summary>评分部门 of a line.</summary>
/// <param name="Counts">Whether its scores make the line's value; where leads decide, the others' are recorded only.</param>
public sealed record LineDepartment(string Name, bool Counts);

/// <summary>期次 of a line.</summary>
public sealed record LinePeriod(string Id, string Title);
