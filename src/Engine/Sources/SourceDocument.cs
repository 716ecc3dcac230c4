using System.Text;
using Assessment.Engine.Sources;

namespace Assessment.Engine.Sources;

/// <summary>
/// 来源文件, taken apart into its clauses (条款): a clause is everything from its number to the next number of the same
/// or a higher kind, with everything under it.
/// </summary>
public sealed class SourceDocument
{
    private readonly string _text;
    private readonly OrderedDictionary<string, string> _clauses;

    private SourceDocument(string text, OrderedDictionary<string, string> clauses)
    {
        _text = text;
        _clauses = clauses;
    }

    /// <summary>For example <c>四（二）1（1）</c> or <c>附件1第3项</c>, in the order of the document.</summary>
    public IReadOnlyList<string> Clauses => _clauses.Keys;

    /// <summary>Reads the document's text, plain or with Markdown's marks.</summary>
    public static SourceDocument Read(string text)
    {
        var parts = new OrderedDictionary<string, StringBuilder>(StringComparer.Ordinal);
        var path = new ClausePath();
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var written = line.ToString();
            path.Follow(written);
            foreach (var clause in path.Names)
            {
                if (!parts.TryGetValue(clause, out var part))
                {
                    parts[clause] = part = new();
                }

                part.Append(written).Append('\n');
            }
        }
        var clauses = new OrderedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (clause, part) in parts)
        {
            clauses[clause] = part.ToString();
        }

        return new(text, clauses);
    }

    /// <summary>Whether there is such a clause. Full-width and half-width brackets are the same.</summary>
    public bool Has(string clause) => _clauses.ContainsKey(ClauseName.Of(clause));

    /// <summary>Whether the words are in the clause letter for letter.</summary>
    public bool Says(string clause, string words) =>
        _clauses.TryGetValue(ClauseName.Of(clause), out var text)
        && text.Contains(words, StringComparison.Ordinal);

    /// <summary>How many of the first letters of the words are in the clause in one piece.</summary>
    internal int AgreementWith(string clause, string words)
    {
        var length = words.Length;
        while (!Says(clause, words[..length]))
        {
            length--;
        }

        return length;
    }

    /// <summary>Whether the words are anywhere in the document letter for letter.</summary>
    public bool Says(string words) => _text.Contains(words, StringComparison.Ordinal);

    /// <summary>The innermost clause that contains the words; null where none does.</summary>
    public string? ClauseOf(string words) =>
        _clauses
            .Where(clause => clause.Value.Contains(words, StringComparison.Ordinal))
            .Select(clause => clause.Key)
            .MinBy(clause => _clauses[clause].Length);
}
