using System.Text;
using System.Text.RegularExpressions;

namespace Assessment.Cli.Tests.Guide;

/// <summary>The guide to the scheme language (考核方案怎样写), and what it speaks of.</summary>
internal static partial class SchemeGuide
{
    internal static IReadOnlyList<string> Lines { get; } =
        File.ReadAllLines(Repository.PathOf("docs/scheme-language.md"), Encoding.UTF8);

    internal static IReadOnlyList<MarkdownBlock> Blocks { get; } = MarkdownBlock.Read(Lines);

    internal static MarkdownBlock BlockAt(int line) => Blocks.Single(block => block.Line == line);

    /// <summary>The change before a block, with no words between the two.</summary>
    internal static MarkdownBlock? ChangeBefore(MarkdownBlock block)
    {
        var earlier = Blocks.LastOrDefault(other => other.Line < block.Line);
        return earlier is { Language: "diff" } && earlier.Before == block.Before ? earlier : null;
    }

    /// <summary>Everything that is written as code in a line of text or a table.</summary>
    internal static IEnumerable<string> CodeIn(string text) =>
        Code().Matches(text).Select(match => match.Groups["code"].Value);

    internal static IEnumerable<string> Quotations =>
        Lines
            .Where(line => line.StartsWith("> ", StringComparison.Ordinal))
            .Select(line => line["> ".Length..]);

    internal static string[] SchemeFiles(string name) =>
        [
            .. Directory
                .EnumerateDirectories(Repository.PathOf("schemes"))
                .Select(folder => Path.Combine(folder, name))
                .Where(File.Exists),
        ];

    [GeneratedRegex("`(?<code>[^`]+)`", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();
}
