namespace Assessment.Imports.Spreadsheets;

/// <summary>A sheet to be written. Cells are text, numbers (decimal or int) or null.</summary>
/// <param name="Widths">Column widths in characters; columns beyond the list get 12.</param>
public sealed record Sheet(
    string Name,
    IReadOnlyList<string> Header,
    IEnumerable<IReadOnlyList<object?>> Rows,
    IReadOnlyList<int>? Widths = null
)
{
    /// <summary>Whether people see it only when they ask for hidden sheets.</summary>
    public bool Hidden { get; init; }

    /// <summary>How many of the first rows are samples, which are shown in grey.</summary>
    public int SampleRows { get; init; }

    /// <summary>Whether what people enter stays as they write it: <c>001</c> is not made the number 1.</summary>
    public bool TextCells { get; init; }

    /// <summary>Cells that offer a list of values.</summary>
    public IReadOnlyList<CellList> Lists { get; init; } = [];
}

/// <summary>Cells of a column that offer a list, which stands in a column of another sheet under its header.</summary>
/// <param name="Column">From 0.</param>
/// <param name="FirstRow">From 1, as a spreadsheet program counts.</param>
/// <param name="LastRow">Included.</param>
/// <param name="Source">Name of the sheet that has the values.</param>
/// <param name="SourceColumn">From 0.</param>
/// <param name="Length">How many values there are.</param>
/// <param name="IsStrict">Whether the spreadsheet program refuses other values.</param>
public sealed record CellList(
    int Column,
    int FirstRow,
    int LastRow,
    string Source,
    int SourceColumn,
    int Length,
    bool IsStrict
);
