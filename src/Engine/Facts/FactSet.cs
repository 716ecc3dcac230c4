using Assessment.Engine.Decisions;
using Assessment.Engine.Language;

namespace Assessment.Engine.Facts;

/// <summary>事实: all that an evaluation is given besides the scheme. The order of the lists does not matter.</summary>
public sealed record FactSet(
    string Scheme,
    int Year,
    IReadOnlyList<Area> Areas,
    IReadOnlyList<StaffMember> Staff,
    IReadOnlyList<Fact> Facts,
    IReadOnlyList<AssessmentEvent> Events
)
{
    /// <summary>集体研究决定, in the place of proposals; at most one for a subject.</summary>
    public IReadOnlyList<Decision> Decisions { get; init; } = [];
}

/// <summary>居民区/社区/网格: the assessed organisation.</summary>
/// <param name="Category">分类, for example 老旧小区.</param>
public sealed record Area(
    string Id,
    string Name,
    int Households,
    int PartyMembers,
    string? Category = null
)
{
    /// <summary>附加项 that the scheme declares of areas.</summary>
    public AttributeValues Attributes { get; init; } = AttributeValues.None;
}

/// <summary>工作人员, with a post in one area.</summary>
public sealed record StaffMember(string Id, string Area, string Name, string Post)
{
    /// <summary>主持工作: a deputy secretary who leads.</summary>
    public bool? Presiding { get; init; }

    /// <summary>坐班.</summary>
    public bool? OnSite { get; init; }

    /// <summary>身份, for example <c>civilServant</c>.</summary>
    public string? Identity { get; init; }

    /// <summary>在岗月数.</summary>
    public int? Months { get; init; }

    /// <summary>病、事假月数.</summary>
    public int? LeaveMonths { get; init; }

    /// <summary>当年退休.</summary>
    public bool? RetiredInYear { get; init; }

    /// <summary>上年等次.</summary>
    public string? PreviousGrade { get; init; }

    /// <summary>绩效基数, in yuan. Only the payout has it.</summary>
    public decimal? Base { get; init; }

    /// <summary>附加项 that the scheme declares of staff.</summary>
    public AttributeValues Attributes { get; init; } = AttributeValues.None;
}

/// <summary>One observation: what was seen of a subject under an item.</summary>
/// <param name="Value">Exact: a number, or sum and count of a mean.</param>
/// <param name="By">Who observed: a channel or a department.</param>
/// <param name="Count">How many took part.</param>
/// <param name="Eligible">How many could have taken part.</param>
public sealed record Fact(
    string Subject,
    string Item,
    FactValue Value,
    string? By = null,
    string? Period = null,
    decimal? Count = null,
    decimal? Eligible = null
)
{
    /// <summary>Ids that lead to the evidence, such as ticket numbers.</summary>
    public IReadOnlyList<string> Evidence { get; init; } = [];

    public string? ReportedBy { get; init; }

    public DateTimeOffset? ReportedAt { get; init; }

    internal FactKey Key => new(Item, By, Period);
}

/// <summary>加减分事项: a dated happening under a rule.</summary>
public sealed record AssessmentEvent(string Id, string Subject, string Rule)
{
    public string? Level { get; init; }

    public decimal? Points { get; init; }

    public decimal? Count { get; init; }

    /// <summary>The item that the event concerns.</summary>
    public string? Item { get; init; }

    /// <summary>The work (工作) that was honoured.</summary>
    public string? Work { get; init; }

    /// <summary>The honour (荣誉).</summary>
    public string? Award { get; init; }

    /// <summary>Who holds the honour (获奖主体).</summary>
    public string? Holder { get; init; }

    /// <summary>免责: the approved share that is not deducted.</summary>
    public decimal? Waiver { get; init; }

    public DateOnly? Date { get; init; }

    public string? Evidence { get; init; }
}

/// <summary>What distinguishes the facts of one subject.</summary>
internal readonly record struct FactKey(string Item, string? By, string? Period)
{
    internal static FactKey Of(Fact fact) => new(fact.Item, fact.By, fact.Period);

    /// <summary>For example <c>satisfaction.online.H1</c>.</summary>
    public override string ToString() =>
        string.Join('.', new[] { Item, By, Period }.Where(part => part is not null));
}
