using Assessment.Imports.Heads;
using Assessment.Imports.Templates;

namespace Assessment.Imports.Spreadsheets;

/// <summary>A file's header and rows, read from CSV or XLSX.</summary>
public sealed class Table
{
    private readonly IReadOnlyDictionary<string, int> _columns;

    internal Table(IReadOnlyList<string> header, IReadOnlyList<TableRow> rows, string format)
    {
        Header = header;
        Rows = rows;
        Format = format;
        var columns = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < header.Count; i++)
        {
            columns.TryAdd(header[i], i);
        }

        _columns = columns;
        Own();
    }

    /// <summary>A row that stands in no file, such as one that a form was filled in with.</summary>
    public static TableRow OfOneRow(IReadOnlyList<string> header, IReadOnlyList<string> cells) =>
        new Table(header, [new TableRow(1, cells)], "form").Rows[0];

    private Table(Table read, ReadHeads heads)
    {
        Header = read.Header;
        Format = read.Format;
        Heads = heads;
        Rows =
            heads.MarkPlace < 0
                ? read.Rows
                : [.. read.Rows.Where(row => !row.IsExample(heads.MarkPlace))];
        _columns = heads.Places;
        Own();
    }

    /// <summary>How an import understands the header; null before one does, when columns are named as the header names them.</summary>
    public ReadHeads? Heads { get; }

    /// <summary>Column names of the first row that is not empty, trimmed.</summary>
    public IReadOnlyList<string> Header { get; }

    /// <summary>The rows under the header, without the empty ones.</summary>
    public IReadOnlyList<TableRow> Rows { get; }

    /// <summary>What the file was found to be: <c>utf-8</c>, <c>gb18030</c> or <c>xlsx</c>.</summary>
    public string Format { get; }

    /// <summary>Those of <paramref name="required"/> that the header lacks; upper and lower case are one.</summary>
    public IReadOnlyList<string> MissingColumns(IEnumerable<string> required) =>
        [.. required.Where(name => !_columns.ContainsKey(name))];

    /// <summary>The column's number from 0, or -1.</summary>
    public int IndexOf(string column) => _columns.GetValueOrDefault(column, -1);

    /// <summary>The same rows with their columns named as the import names them, without the example of a template.</summary>
    public Table Under(ReadHeads heads) => new(this, heads);

    private void Own()
    {
        foreach (var row in Rows)
        {
            row.Table = this;
        }
    }
}

/// <summary>One row with its line in the file, counted from 1 as a spreadsheet program shows it.</summary>
public sealed class TableRow(int line, IReadOnlyList<string> cells)
{
    internal Table? Table { get; set; }

    /// <summary>The line in the file on which the row begins, from 1; the header has the first.</summary>
    public int Line => line;

    /// <summary>What cells were read as, by column, where that is asked for and is not their text.</summary>
    internal Dictionary<string, string>? ReadAs { get; set; }

    /// <summary>The trimmed text of a cell; empty where the row is short or the column is absent.</summary>
    public string this[string column]
    {
        get
        {
            var index = Table!.IndexOf(column);
            return index >= 0 && index < cells.Count ? cells[index] : "";
        }
    }

    /// <summary>Whether the table has the column at all.</summary>
    public bool Has(string column) => Table!.IndexOf(column) >= 0;

    /// <param name="mark">Where the table has its mark of examples.</param>
    internal bool IsExample(int mark) =>
        mark < cells.Count
        && ExampleMark.Holds(cells[mark], cells.Where((_, place) => place != mark));
}
