namespace Assessment.Engine;

/// <summary>事实项: a fact that the scheme reads, so that a misspelt one is an error and not a silent nothing.</summary>
/// <param name="By">Who may report it (测评渠道等), with a title each; empty where the fact has no such part.</param>
/// <param name="Periods">The periods it may have, with a title each.</param>
internal sealed record FactDeclaration(
    string Item,
    string Title,
    string? Unit,
    PointRange? Range,
    IReadOnlyDictionary<string, string> By,
    IReadOnlyDictionary<string, string> Periods
);
