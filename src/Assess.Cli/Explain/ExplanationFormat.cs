using Assessment.Engine.Explanation;
using Assessment.Engine.Language;

namespace Assessment.Cli.Explain;

/// <summary>A way of showing an explanation.</summary>
/// <param name="Name">What is written after <c>--format</c>.</param>
internal sealed record ExplanationFormat(string Name, Action<ExplanationNode, Scheme> Show)
{
    /// <summary>The first is the usual one.</summary>
    internal static IReadOnlyList<ExplanationFormat> All { get; } =
    [
        new("text", TextExplanation.Show),
        new("json", JsonExplanation.Show),
        new("markdown", MarkdownExplanation.Show),
    ];
}
