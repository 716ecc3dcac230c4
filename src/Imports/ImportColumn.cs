using System.Text.Json.Serialization;

namespace Assessment.Imports;

/// <summary>A column of an import's file, as it is described to people.</summary>
/// <param name="Name">As the file's header names it.</param>
/// <param name="Title">In Chinese.</param>
/// <param name="Content">What its cells may hold, in Chinese.</param>
/// <param name="Required">Whether a file without the column is refused whole. Its cells may be empty all the same, where the content says so.</param>
[method: JsonConstructor]
public sealed record ImportColumn(string Name, string Title, string Content, bool Required)
{
    /// <summary>A required one.</summary>
    public ImportColumn(string name, string title, string content)
        : this(name, title, content, Required: true) { }
}

/// <summary>What can be imported, and how its file looks.</summary>
/// <param name="Kind">As it is written in the upload's address.</param>
/// <param name="ForCycle">Whether the upload must name a cycle.</param>
public sealed record ImportKind(
    string Kind,
    string Title,
    string About,
    bool ForCycle,
    IReadOnlyList<ImportColumn> Columns
)
{
    internal static ImportKind Of(IImport import) =>
        new(import.Kind, import.Title, import.About, import.ForCycle, import.Columns);
}
