using System.Globalization;
using System.Text.RegularExpressions;
using Assessment.Imports.Templates;
using Assessment.ServiceDefaults.DomainExceptions;

namespace Assessment.Imports.Heads;

/// <summary>A head of the file and the column that it was understood as.</summary>
/// <param name="Head">As the file writes it.</param>
/// <param name="Column">The column's name.</param>
/// <param name="Title">The column's title.</param>
public sealed record ReadHead(string Head, string Column, string Title);

/// <summary>A head that is no column of the import; what is under it is passed over.</summary>
/// <param name="Nearest">The title of the column that was probably meant, where it looks like a slip of the pen.</param>
public sealed record UnusedHead(string Head, string? Nearest);

/// <summary>A file's heads (表头), as an import understands them: by its columns' names, titles and <see cref="HeadWords"/>.</summary>
public sealed class ReadHeads
{
    private readonly Dictionary<string, int> _places = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<ReadHead> _read = [];
    private readonly List<UnusedHead> _unused = [];

    private ReadHeads(IReadOnlyList<ImportColumn> columns) => Columns = columns;

    /// <summary>The heads that are columns, in the file's order.</summary>
    public IReadOnlyList<ReadHead> Read => _read;

    public IReadOnlyList<UnusedHead> Unused => _unused;

    /// <summary>The required columns that the file lacks.</summary>
    public IReadOnlyList<ImportColumn> Missing =>
        [.. Columns.Where(column => column.Required && !_places.ContainsKey(column.Name))];

    /// <summary>Why the file cannot be read under these heads; null where it can.</summary>
    public DomainException? Refusal { get; private set; }

    /// <summary>Where each column is in the file, from 0, by its name.</summary>
    internal IReadOnlyDictionary<string, int> Places => _places;

    /// <summary>Where the file says which row is a template's example; -1 where it does not.</summary>
    internal int MarkPlace { get; private set; } = -1;

    private IReadOnlyList<ImportColumn> Columns { get; }

    public static ReadHeads Of(
        string kind,
        IReadOnlyList<ImportColumn> columns,
        IReadOnlyList<string> header
    )
    {
        var heads = new ReadHeads(columns);
        var words = columns.SelectMany(column => ColumnWord.Of(kind, column)).ToList();
        for (var place = 0; place < header.Count; place++)
        {
            heads.Take(header[place], place, words);
        }

        heads.Refusal ??=
            heads.Missing.Count > 0
                ? new ImportFileLacksColumns(heads.Missing, heads.Unused)
                : null;
        return heads;
    }

    /// <summary>What people know a column by: its head where the file has it, its title otherwise.</summary>
    internal string WordOf(string column) =>
        _read.Find(head => head.Column.Equals(column, StringComparison.OrdinalIgnoreCase))?.Head
        ?? Columns.FirstOrDefault(known => known.Name == column)?.Title
        ?? column;

    private void Take(string head, int place, List<ColumnWord> words)
    {
        var spelling = HeadSpelling.Normalize(head);
        if (spelling.Length == 0)
        {
            return;
        }

        if (spelling == ExampleMark.Head)
        {
            MarkPlace = place;
            return;
        }

        var meant = words
            .Select(word => word.Match(spelling))
            .OfType<ReadHead>()
            .DistinctBy(found => found.Column)
            .ToList();
        switch (meant)
        {
            case []:
                var nearest = HeadSpelling.Nearest(head, words.Select(word => word.Word));
                _unused.Add(
                    new UnusedHead(head, words.Find(word => word.Word == nearest)?.Column.Title)
                );
                break;
            case [var column]:
                Place(column with { Head = head }, place);
                break;
            default:
                Refusal ??= new ImportHeadMustNameOneColumn(
                    head,
                    meant.Select(column => column.Title)
                );
                break;
        }
    }

    private void Place(ReadHead head, int place)
    {
        if (_places.TryAdd(head.Column, place))
        {
            _read.Add(head);
            return;
        }

        var first = _read.Find(other => other.Column == head.Column)!;
        Refusal ??= new ImportColumnMustHaveOneHead(first.Head, head.Head, head.Title);
    }

    /// <summary>One of the words that mean a column.</summary>
    private sealed record ColumnWord(ImportColumn Column, string Word)
    {
        private readonly string _spelling = HeadSpelling.Normalize(Word);

        public static IEnumerable<ColumnWord> Of(string kind, ImportColumn column) =>
            HeadWords
                .Of(kind, column.Series ?? column.Name)
                .Append(column.Series ?? column.Name)
                .Append(column.Title)
                .Select(word => new ColumnWord(column, word));

        public ReadHead? Match(string spelling)
        {
            if (
                Column.Series is not { } series
                || !_spelling.Contains("{0}", StringComparison.Ordinal)
            )
            {
                return spelling == _spelling ? new ReadHead("", Column.Name, Column.Title) : null;
            }

            var pattern = Regex.Escape(_spelling).Replace(@"\{0}", "([1-9][0-9]{0,2})");
            var found = Regex.Match(
                spelling,
                $"^{pattern}$",
                RegexOptions.CultureInvariant,
                TimeSpan.FromSeconds(1)
            );
            return found.Success
                ? new ReadHead(
                    "",
                    string.Format(CultureInfo.InvariantCulture, series, found.Groups[1].Value),
                    Column.TitleOf(found.Groups[1].Value)
                )
                : null;
        }
    }
}
