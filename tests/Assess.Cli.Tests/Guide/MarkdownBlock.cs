using System.Text.RegularExpressions;

namespace Assessment.Cli.Tests.Guide;

/// <summary>A fenced block of a Markdown file.</summary>
/// <param name="Line">Where it begins, counted from 1.</param>
/// <param name="Before">The last paragraph before it that is not a block itself.</param>
internal sealed partial record MarkdownBlock(
    int Line,
    string Language,
    string Before,
    IReadOnlyList<string> Lines
)
{
    private const string Fence = "```";

    /// <summary>The file under <c>schemes/</c> that is named last before the block.</summary>
    internal string File =>
        FileName().Matches(Before) is { Count: > 0 } names
            ? names[^1].Value
            : throw new InvalidOperationException($"No file is named before line {Line}.");

    internal static IReadOnlyList<MarkdownBlock> Read(IReadOnlyList<string> lines)
    {
        var blocks = new List<MarkdownBlock>();
        var paragraph = new List<string>();
        var ended = false;
        for (var at = 0; at < lines.Count; at++)
        {
            if (lines[at].StartsWith(Fence, StringComparison.Ordinal))
            {
                var inside = lines
                    .Skip(at + 1)
                    .TakeWhile(line => !line.StartsWith(Fence, StringComparison.Ordinal))
                    .ToList();
                blocks.Add(
                    new(at + 1, lines[at][Fence.Length..], string.Join('\n', paragraph), inside)
                );
                at += inside.Count + 1;
                ended = true;
            }
            else if (lines[at].Length == 0)
            {
                ended = true;
            }
            else
            {
                if (ended)
                {
                    paragraph.Clear();
                }

                paragraph.Add(lines[at]);
                ended = false;
            }
        }
        return blocks;
    }

    [GeneratedRegex(
        @"schemes/[\w./-]+\.(?:yaml|json)",
        RegexOptions.None,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex FileName();
}
