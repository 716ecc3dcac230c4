namespace Assessment.Engine;

/// <summary>事实项: a fact that the scheme reads, so that a misspelt one is an error and not a silent nothing.</summary>
/// <param name="Sources">Who may report it (测评渠道等); empty where it is not told apart by that.</param>
/// <param name="Periods">The periods of a fact that is not told apart by source, with a title each.</param>
internal sealed record FactDeclaration(
    string Item,
    string Title,
    string? Unit,
    PointRange? Range,
    IReadOnlyDictionary<string, FactSource> Sources,
    IReadOnlyDictionary<string, string> Periods
)
{
    /// <summary>The periods (期次) that facts of a source may have.</summary>
    internal IReadOnlyDictionary<string, string> PeriodsOf(string? source) =>
        source is not null && Sources.TryGetValue(source, out var known) ? known.Periods : Periods;
}

/// <summary>来源: who reports a fact, and in which periods.</summary>
internal sealed record FactSource(string Title, IReadOnlyDictionary<string, string> Periods);
