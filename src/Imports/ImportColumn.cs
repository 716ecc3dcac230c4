using System.Globalization;
using System.Text.Json.Serialization;

namespace Assessment.Imports;

/// <summary>A column of an import's file, as it is described to people.</summary>
/// <param name="Name">Its head in files for programs; people may write its title or another word of <see cref="Heads.HeadWords"/>.</param>
/// <param name="Title">In Chinese; the head in a template.</param>
/// <param name="Content">What its cells may hold, in Chinese.</param>
/// <param name="Required">Whether a file without the column is refused whole. Its cells may be empty all the same, where the content says so.</param>
[method: JsonConstructor]
public sealed record ImportColumn(string Name, string Title, string Content, bool Required)
{
    /// <summary>A required one.</summary>
    public ImportColumn(string name, string title, string content)
        : this(name, title, content, Required: true) { }

    /// <summary>What a template's example row has in it; empty where the cell may be, null where a list gives the example.</summary>
    public string? Example { get; init; }

    /// <summary>The only values that its cells may hold, whatever the cycle; null where there are no such.</summary>
    public IReadOnlyList<string>? Allowed { get; init; }

    /// <summary>
    /// For a series of columns, one for each question: how each is named, with <c>{0}</c> for its number from 1; null
    /// for a single column.
    /// </summary>
    public string? Series { get; init; }

    /// <summary>How the columns of a series are titled, with <c>{0}</c> for the number.</summary>
    public string? SeriesTitle { get; init; }

    internal string TitleOf(string number) =>
        SeriesTitle is { } title
            ? string.Format(CultureInfo.InvariantCulture, title, number)
            : Title;
}

/// <summary>What can be imported, and how its file looks.</summary>
/// <param name="Kind">As it is written in the upload's address.</param>
/// <param name="ForCycle">Whether the upload must name a cycle.</param>
/// <param name="CanBeUndone">Whether an import of it can be undone (撤销).</param>
public sealed record ImportKind(
    string Kind,
    string Title,
    string About,
    bool ForCycle,
    IReadOnlyList<ImportColumn> Columns,
    bool CanBeUndone,
    string? ReasonTitle
)
{
    internal static ImportKind Of(IImport import, IReadOnlyList<ImportColumn> columns) =>
        new(
            import.Kind,
            import.Title,
            import.About,
            import.ForCycle,
            columns,
            import is Undoing.IUndoableImport,
            import.ReasonTitle
        );
}
