using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Assessment.Imports.Templates;

/// <summary>
/// 示例行的标记: a template's example says in a column of its own that it is one, with a digest of its other cells. As
/// long as they are unchanged the row is passed over; written over, it is a row as any other, whether or not the mark
/// was taken away.
/// </summary>
internal static partial class ExampleMark
{
    public const string Head = "示例";
    private const int DigestLength = 8;

    /// <param name="cells">The row's other cells.</param>
    public static string Of(IEnumerable<string> cells) =>
        $"示例行，原样保留则不导入（{DigestOf(cells)}）";

    public static bool Holds(string mark, IEnumerable<string> cells) =>
        Mark().Match(mark) is { Success: true } found
        && found.Groups["digest"].Value == DigestOf(cells);

    private static string DigestOf(IEnumerable<string> cells) =>
        Convert.ToHexStringLower(
            SHA256.HashData(
                Encoding.UTF8.GetBytes(string.Join('\u001f', cells.Where(cell => cell.Length > 0)))
            )
        )[..DigestLength];

    [GeneratedRegex(
        "^示例行.*（(?<digest>[0-9a-f]{8})）$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Mark();
}
