using System.Text.RegularExpressions;

namespace Assessment.Imports.Heads;

/// <summary>
/// What makes no difference in a head (表头): spaces, full-width forms, upper and lower case, and a unit or a note of
/// obligation in brackets at its end. A unit of which the values would be other ones, such as 万元, is no such thing.
/// </summary>
internal static partial class HeadSpelling
{
    /// <summary>Of the characters of two heads, the share that must be the same for one to be taken as a slip of the other.</summary>
    private const double Alike = 0.6;

    private const char FirstFullWidth = '！';
    private const char LastFullWidth = '～';
    private const char FirstHalfWidth = '!';

    public static string Normalize(string head) =>
        Remark().Replace(Ignored().Replace(HalfWidth(head), ""), "").ToLowerInvariant();

    /// <summary>By hand, since a service runs without the tables of the language that Unicode's own normalization needs.</summary>
    private static string HalfWidth(string head) =>
        string.Create(
            head.Length,
            head,
            static (written, head) =>
            {
                for (var place = 0; place < head.Length; place++)
                {
                    written[place] = head[place] is >= FirstFullWidth and <= LastFullWidth
                        ? (char)(head[place] - FirstFullWidth + FirstHalfWidth)
                        : head[place];
                }
            }
        );

    /// <returns>The word that was probably meant; null where none is like it.</returns>
    public static string? Nearest(string head, IEnumerable<string> words)
    {
        var written = Normalize(head);
        return words
            .Select(word => (Word: word, Likeness: Likeness(written, Normalize(word))))
            .Where(one => one.Likeness >= Alike)
            .OrderByDescending(one => one.Likeness)
            .Select(one => one.Word)
            .FirstOrDefault();
    }

    /// <summary>Dice's coefficient of the characters: heads are short, and a slip changes one of them.</summary>
    private static double Likeness(string one, string other)
    {
        var left = other.ToList();
        return 2.0 * one.Count(left.Remove) / (one.Length + other.Length);
    }

    [GeneratedRegex(@"[\s*_\-]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Ignored();

    [GeneratedRegex(
        @"[(\[](户|人|名|元|分|次|月|个月|必填|选填)[)\]]$",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Remark();
}
