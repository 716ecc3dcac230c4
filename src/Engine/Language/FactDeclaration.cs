namespace Assessment.Engine.Language;

/// <summary>事实项: a fact that the scheme reads, so that a misspelt one is an error and not a silent nothing.</summary>
/// <param name="Sources">Who may report it (测评渠道等); empty where the source makes no difference.</param>
/// <param name="AnySource">Whether anybody may report it, each once.</param>
/// <param name="Periods">The periods, with a title each, of a fact for which the source makes no difference.</param>
internal sealed record FactDeclaration(
    string Item,
    string Title,
    string? Unit,
    PointRange? Range,
    IReadOnlyDictionary<string, FactSource> Sources,
    bool AnySource,
    IReadOnlyDictionary<string, string> Periods
)
{
    /// <summary>Who reports it, and nobody else.</summary>
    internal required Reporter ReportedBy { get; init; }

    /// <summary>The smallest change that is a change; null where any is.</summary>
    internal decimal? Step { get; init; }

    /// <summary>The fact of which one more changes this percentage by 100 divided by it; null where it is no such rate.</summary>
    internal string? CountedBy { get; init; }

    /// <summary>The periods (期次) that facts of a source may have.</summary>
    internal IReadOnlyDictionary<string, string> PeriodsOf(string? source) =>
        source is not null && Sources.TryGetValue(source, out var known) ? known.Periods : Periods;
}

/// <summary>来源: who reports a fact, and in which periods.</summary>
internal sealed record FactSource(string Title, IReadOnlyDictionary<string, string> Periods);

/// <summary>行为锚定 (behaviourally anchored scale): what is seen of somebody who is given points of this range.</summary>
public sealed record Anchor(PointRange Range, string Text);
