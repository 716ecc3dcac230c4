using Assessment.Imports.Spreadsheets;
using Assessment.ServiceDefaults.DomainExceptions;

namespace Assessment.Imports;

/// <summary>A running import: its rows, and the report that grows with them.</summary>
public sealed class ImportRun(ImportJob job, Table table, Func<int, Task> reportProgress)
{
    private const int ProgressEvery = 1000;
    private readonly Dictionary<string, int> _counts = [];
    private readonly List<Problem> _problems = [];
    private int _problemCount;

    public ImportJob Job => job;

    public Table Table => table;

    /// <summary>Adds to one of the report's counts, for example <c>accepted</c>.</summary>
    public void Count(string outcome, int number = 1) =>
        _counts[outcome] = _counts.GetValueOrDefault(outcome) + number;

    /// <summary>Notes a refused row; its code is counted as an outcome too.</summary>
    public void Refuse(TableRow row, string column, string code, string message)
    {
        Count(code);
        _problemCount++;
        if (_problems.Count < ImportJob.KeptProblems)
        {
            _problems.Add(new Problem(code, message, row.Line, column));
        }
    }

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

    internal void WriteReport()
    {
        _counts.TryAdd("accepted", 0);
        job.Rows = table.Rows.Count;
        job.Processed = job.Rows;
        job.CountsJson = System.Text.Json.JsonSerializer.Serialize(_counts);
        job.ProblemsJson = System.Text.Json.JsonSerializer.Serialize(_problems);
        job.ProblemCount = _problemCount;
    }
}
