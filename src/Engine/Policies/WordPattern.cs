using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace Assessment.Engine.Policies;

/// <summary>词语: a word, in which <c>*</c> matches a few letters between, as in <c>安全生产*责任</c>.</summary>
internal sealed class WordPattern(string written)
{
    private const char Between = '*';

    /// <summary>A mark matches at most this many letters: a pattern must not reach into another sentence.</summary>
    private const int MostLetters = 6;

    private static readonly string Gap = $"[^。；，,;]{{0,{MostLetters}}}?";

    private readonly Regex _regex = new(
        string.Join(Gap, written.Split(Between).Select(Regex.Escape)),
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant
    );

    internal IEnumerable<TextSpan> In(string text) =>
        _regex.Matches(text).Select(match => new TextSpan(match.Index, match.Index + match.Length));
}

/// <summary>A piece of a text; the end is not included.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TextSpan(int Start, int End);
