using System.Text.RegularExpressions;

namespace Assessment.Engine.Tests;

/// <summary>The reader's own C#, from which tests take the words that it knows.</summary>
internal static partial class ReaderSource
{
    private const int Limit = 1000;

    /// <summary>The codes of problems: every text in kebab case, and every one in front of a Chinese one.</summary>
    internal static IReadOnlySet<string> ProblemCodes() => Literals(Code());

    /// <summary>Keys and names of the scheme language: every text that is one word.</summary>
    internal static IReadOnlySet<string> Words() => Literals(Word());

    private static HashSet<string> Literals(Regex kind) =>
        [
            .. Directory
                .EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "reader"), "*.cs")
                .SelectMany(file => kind.Matches(File.ReadAllText(file)))
                .Select(match => match.Groups["text"].Value),
        ];

    [GeneratedRegex(
        """
            "(?<text>[a-z]+(-[a-z]+)+)"|"(?<text>[a-z]+)",\s*\$?"[^"]*\p{IsCJKUnifiedIdeographs}
            """,
        RegexOptions.ExplicitCapture,
        Limit
    )]
    private static partial Regex Code();

    [GeneratedRegex("\"(?<text>[a-z][A-Za-z]+)\"", RegexOptions.ExplicitCapture, Limit)]
    private static partial Regex Word();
}
