using Assessment.Imports.Previews;
using Assessment.Imports.Spreadsheets;
using Assessment.Imports.Undoing;
using Assessment.ServiceDefaults.DomainExceptions;

namespace Assessment.Imports;

/// <summary>A running import: its rows, and the report that grows with them.</summary>
public sealed class ImportRun(ImportJob job, Table table, Func<int, Task> reportProgress)
{
    private const int ProgressEvery = 1000;
    private readonly Dictionary<string, int> _counts = [];
    private readonly List<Problem> _problems = [];
    private readonly List<ImportedRow> _brought = [];

    public ImportJob Job => job;

    public Table Table => table;

    internal IReadOnlyDictionary<string, int> Counts => _counts;

    /// <summary>The first of the problems, with their places.</summary>
    internal IReadOnlyList<Problem> Problems => _problems;

    internal int ProblemCount { get; private set; }

    /// <summary>What the import changed, for it to be undone.</summary>
    internal IReadOnlyList<ImportedRow> BroughtRows => _brought;

    /// <summary>The first rows as they are read, where somebody wants to see them.</summary>
    internal FirstRows? FirstRows { get; init; }

    /// <summary>Adds to one of the report's counts, for example <c>accepted</c>.</summary>
    public void Count(string outcome, int number = 1) =>
        _counts[outcome] = _counts.GetValueOrDefault(outcome) + number;

    /// <summary>Notes a refused row; its code is counted as an outcome too.</summary>
    public void Refuse(TableRow row, string column, string code, string message)
    {
        Count(code);
        ProblemCount++;
        var problem = InTheFilesWords(row, column, code, message);
        FirstRows?.Refuse(problem);
        if (_problems.Count < ImportJob.KeptProblems)
        {
            _problems.Add(problem);
        }
    }

    /// <summary>Notes what a row has changed, so that the import can be undone.</summary>
    /// <param name="key">What the row is about, as people know it; the same thing has the same key in every file.</param>
    /// <param name="before">What there was; null where there was nothing.</param>
    /// <param name="after">What there is now.</param>
    public void Brought<T>(string key, T? before, T after)
        where T : class => _brought.Add(ImportedRow.Of(job, key, before, after));

    /// <summary>
    /// Reads every row with <paramref name="read"/>, which throws <see cref="RowRefused"/> for a bad one, and returns
    /// the good ones. A bad row is noted and the rest goes on.
    /// </summary>
    public async Task<List<T>> ReadRowsAsync<T>(
        Func<TableRow, T> read,
        CancellationToken cancellationToken
    )
    {
        var good = new List<T>(table.Rows.Count);
        var done = 0;
        foreach (var row in table.Rows)
        {
            FirstRows?.Begin(row);
            try
            {
                good.Add(read(row));
            }
            catch (RowRefused refused)
            {
                Refuse(row, refused.Column, refused.Code, refused.Message);
            }

            if (++done % ProgressEvery == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                await reportProgress(done);
            }
        }

        return good;
    }

    /// <summary>Counts the good rows by what they did.</summary>
    /// <param name="accepted">How many there are.</param>
    public void CountAccepted(int accepted, int added, int updated)
    {
        Count("accepted", accepted);
        Count("added", added);
        Count("updated", updated);
        Count("unchanged", accepted - added - updated);
    }

    /// <summary>A problem names its column as the file does; a file in Chinese is not answered with names for programs.</summary>
    private Problem InTheFilesWords(TableRow row, string column, string code, string message)
    {
        var word = table.Heads?.WordOf(column) ?? column;
        return new Problem(
            code,
            message.Replace($"“{column}”", $"“{word}”", StringComparison.Ordinal),
            row.Line,
            word
        );
    }

    internal void WriteReport()
    {
        _counts.TryAdd("accepted", 0);
        job.Rows = table.Rows.Count;
        job.Processed = job.Rows;
        job.CountsJson = System.Text.Json.JsonSerializer.Serialize(_counts);
        job.ProblemsJson = System.Text.Json.JsonSerializer.Serialize(_problems);
        job.ProblemCount = ProblemCount;
        job.UnusedHeadsJson = System.Text.Json.JsonSerializer.Serialize(table.Heads?.Unused ?? []);
    }
}
