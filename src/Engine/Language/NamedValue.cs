using Assessment.Engine.Expressions;

namespace Assessment.Engine.Language;

/// <summary>What a named value of the score tree represents.</summary>
internal enum NamedValueKind
{
    /// <summary>评分线条, scored by departments.</summary>
    Line,

    /// <summary>指标: an intermediate figure that several rules use.</summary>
    Measure,

    /// <summary>考核项目.</summary>
    Item,

    /// <summary>加分、减分.</summary>
    Adjustment,

    /// <summary>总分.</summary>
    Total,

    /// <summary>进步指数: reported alongside the total.</summary>
    Progress,
}

/// <summary>Whose voice an item is, for policies that look at it.</summary>
internal enum Voice
{
    Others,

    /// <summary>群众评价.</summary>
    Residents,
}

/// <summary>A value with a name that is calculated once for each subject.</summary>
/// <param name="Index">Column of the value in the evaluation's table.</param>
/// <param name="InResults">Whether the results list it under its id.</param>
internal sealed record NamedValue(
    int Index,
    string Id,
    string Title,
    NamedValueKind Kind,
    decimal? Points,
    string? Unit,
    bool InResults,
    Voice Voice,
    Expression Expression,
    Citation Citation
)
{
    /// <summary>How an item is assessed.</summary>
    internal WayOfAssessment Way { get; init; }
}
