using System.Text.RegularExpressions;
using Assessment.Engine.Language;

namespace Assessment.Engine.Reading;

/// <summary>
/// Finds what was mistyped where the parser only says that it stumbled: tabs for spaces, full-width colons and commas,
/// a colon without its space or left out.
/// </summary>
internal static partial class TypingMistake
{
    private const int Limit = 1000;

    private static readonly (Regex Mark, string Message)[] Known =
    [
        (FullWidthColon(), "此处的冒号是全角的“：”，应当用半角的“:”，后面加空格"),
        (FullWidthComma(), "此处的逗号是全角的“，”，应当用半角的“,”"),
        (ColonWithoutSpace(), "此处的冒号后面缺少空格"),
        (NoColon(), "此处缺少冒号，应当是“键: 值”的形式"),
    ];

    /// <summary>In the line where the parser stopped or the one before; null where there is none.</summary>
    /// <param name="tab">The parser met a tab; it does not say where.</param>
    internal static (TextPlace Place, string Message)? Near(string yaml, int stopped, bool tab)
    {
        var number = 0;
        foreach (var span in yaml.AsSpan().EnumerateLines())
        {
            number++;
            if (number < stopped - 1)
            {
                continue;
            }

            var line = span.ToString();
            if (tab)
            {
                if (Tab().Match(line) is { Success: true } found)
                {
                    return (new(number, found.Length), YamlSyntax.Tab);
                }

                continue;
            }
            if (number > stopped)
            {
                break;
            }

            foreach (var (mark, message) in Known)
            {
                if (mark.Match(line) is { Success: true } found)
                {
                    return (new(number, found.Groups["mark"].Index + 1), message);
                }
            }
        }
        return null;
    }

    [GeneratedRegex(@"^ *\t", RegexOptions.None, Limit)]
    private static partial Regex Tab();

    [GeneratedRegex(@"^ *(- +)?[{]?[A-Za-z][\w.]*(?<mark>：)", RegexOptions.ExplicitCapture, Limit)]
    private static partial Regex FullWidthColon();

    [GeneratedRegex(@"(?<mark>，)\s*[A-Za-z][\w.]*:\s", RegexOptions.ExplicitCapture, Limit)]
    private static partial Regex FullWidthComma();

    [GeneratedRegex(
        @"^ *(- +)?[A-Za-z][\w.]*(?<mark>:)[^\s:]",
        RegexOptions.ExplicitCapture,
        Limit
    )]
    private static partial Regex ColonWithoutSpace();

    [GeneratedRegex(
        @"^ *(?<mark>[A-Za-z][\w.]*)( +[^:：]*)?$",
        RegexOptions.ExplicitCapture,
        Limit
    )]
    private static partial Regex NoColon();
}
