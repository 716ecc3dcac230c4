using Assessment.Imports.Heads;
using Assessment.Imports.Spreadsheets;
using Assessment.ServiceDefaults.DomainExceptions;

namespace Assessment.Imports.Previews;

/// <summary>How a file would be imported now (预览). Nothing of it has taken effect.</summary>
/// <param name="CycleTitle">What people call the cycle; null for kinds that belong to the township.</param>
/// <param name="Format">What the file was found to be: <c>utf-8</c>, <c>gb18030</c> or <c>xlsx</c>; null where it is no table.</param>
/// <param name="Heads">The heads that were understood, in the file's order.</param>
/// <param name="UnusedHeads">The heads that are no columns of the kind.</param>
/// <param name="MissingColumns">Titles of the required columns that the file lacks.</param>
/// <param name="Rows">How many rows there are, without a template's example.</param>
/// <param name="Refused">How many of them would be refused.</param>
/// <param name="Counts">Rows by outcome, as the import's report would have them.</param>
/// <param name="Problems">The first problems of all rows with their places.</param>
/// <param name="Error">Why the file would be refused whole; null where it would not.</param>
public sealed record ImportPreview(
    string Kind,
    Guid? Cycle,
    string? CycleTitle,
    string FileName,
    string? Format,
    IReadOnlyList<ReadHead> Heads,
    IReadOnlyList<UnusedHead> UnusedHeads,
    IReadOnlyList<string> MissingColumns,
    int Rows,
    int Refused,
    IReadOnlyDictionary<string, int> Counts,
    IReadOnlyList<PreviewRow> FirstRows,
    IReadOnlyList<Problem> Problems,
    Problem? Error
)
{
    internal static ImportPreview Of(ImportJob job) =>
        new(
            job.Kind,
            job.Cycle == Guid.Empty ? null : job.Cycle,
            job.CycleTitle,
            job.FileName,
            Format: null,
            [],
            [],
            [],
            Rows: 0,
            Refused: 0,
            new Dictionary<string, int>(),
            [],
            [],
            Error: null
        );

    internal ImportPreview With(Table table) =>
        this with
        {
            Format = table.Format,
            Rows = table.Rows.Count,
        };

    internal ImportPreview With(ReadHeads heads) =>
        this with
        {
            Heads = heads.Read,
            UnusedHeads = heads.Unused,
            MissingColumns = [.. heads.Missing.Select(column => column.Title)],
        };

    internal ImportPreview With(ImportRun run) =>
        this with
        {
            Refused = run.ProblemCount,
            Counts = run.Counts,
            Problems = run.Problems,
        };
}

/// <summary>One of the first rows.</summary>
/// <param name="Values">As they were read, one for each of the preview's heads.</param>
/// <param name="Problem">Why the row would be refused; null where it would not.</param>
public sealed record PreviewRow(int Line, IReadOnlyList<string> Values, Problem? Problem);
