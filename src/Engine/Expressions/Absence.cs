namespace Assessment.Engine.Expressions;

/// <summary>Something that is not there, and because of which a calculation has no value.</summary>
/// <param name="Key">Key of the fact; null where it is no fact, and the value that it occurs in gives the name.</param>
/// <param name="What">In words, for example <c>缺少上年工单数</c>.</param>
/// <param name="Column">The named value that has none; null where this is the reason itself.</param>
internal sealed record Absence(string? Key, string What, int? Column = null);
