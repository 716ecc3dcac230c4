using Assessment.Engine.Language;
using Assessment.Imports;
using Assessment.Scoring.Registers;

namespace Assessment.Scoring.Staff;

/// <summary>The words that a township's schemes have for one column of its staff.</summary>
/// <param name="column">The column of <c>staff.csv</c>.</param>
/// <param name="code">Of the problem with a word that is none of them.</param>
/// <param name="title">The column in Chinese.</param>
/// <param name="schemes">Each scheme's words; those that tell nothing apart have none.</param>
internal sealed class StaffWords(
    string column,
    string code,
    string title,
    IReadOnlyList<Vocabulary> schemes
)
{
    private readonly IReadOnlyList<Vocabulary> _named =
    [
        .. schemes.Where(words => words.Count > 0),
    ];

    /// <summary>The words in the schemes' order; null where none names any.</summary>
    public IReadOnlyList<ColumnWord>? All =>
        _named.Count == 0
            ? null
            : [.. Together().Select(word => new ColumnWord(word.Key, word.Value))];

    /// <returns>What is wrong with the word; null where a scheme knows it, or where none names any.</returns>
    public RowRefused? Check(string? written) =>
        written is null || _named.Count == 0 || _named.Any(words => words.IdOf(written) is not null)
            ? null
            : new RowRefused(
                column,
                code,
                $"已采用的方案中没有“{written}”这一{title}；最接近的是“{Nearest(written)}”（有：{Listed()}）。"
            );

    private string Nearest(string written) => Together().NearestTitle(written)!;

    private string Listed() =>
        string.Join("、", Together().Select(word => $"{word.Value} {word.Key}"));

    /// <summary>One list of all schemes' words; of an id that several have, the first scheme's title.</summary>
    private Vocabulary Together()
    {
        var words = new OrderedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (id, word) in _named.SelectMany(one => one))
        {
            words.TryAdd(id, word);
        }

        return new Vocabulary(words);
    }
}
