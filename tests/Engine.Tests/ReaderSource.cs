using System.Text.RegularExpressions;

namespace Assessment.Engine.Tests;

/// <summary>The reader's own C#, from which tests take the words that it knows.</summary>
internal static partial class ReaderSource
{
    private const int Limit = 1000;

    /// <summary>The codes of problems: every text in kebab case, and every one in front of a Chinese one.</summary>
    internal static IReadOnlySet<string> ProblemCodes() => Literals(Code(), "language", "sources");

    /// <summary>Keys and names of the scheme language: every text that is one word.</summary>
    internal static IReadOnlySet<string> Words() => Literals(Word(), "language");

    private static HashSet<string> Literals(Regex kind, params string[] folders) =>
        [
            .. folders
                .Select(folder => Path.Combine(AppContext.BaseDirectory, "reader", folder))
                .SelectMany(Directory.GetFiles)
                .SelectMany(file => kind.Matches(Comment().Replace(File.ReadAllText(file), "")))
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

    [GeneratedRegex("///.*", RegexOptions.None, Limit)]
    private static partial Regex Comment();

    [GeneratedRegex("\"(?<text>[a-z][A-Za-z]+)\"", RegexOptions.ExplicitCapture, Limit)]
    private static partial Regex Word();
}
