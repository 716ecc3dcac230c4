using Assessment.Imports.Heads;
using Assessment.Imports.Spreadsheets;
using Assessment.ServiceDefaults.DomainExceptions;

namespace Assessment.Imports.Previews;

/// <summary>Keeps the first rows of a file as they are read.</summary>
internal sealed class FirstRows
{
    public const int Number = 20;

    private readonly List<TableRow> _rows = [];
    private readonly Dictionary<int, Problem> _refused = [];

    public void Begin(TableRow row)
    {
        if (_rows.Count < Number)
        {
            row.ReadAs = new(StringComparer.OrdinalIgnoreCase);
            _rows.Add(row);
        }
    }

    /// <summary>Of several problems of a row the first is told.</summary>
    public void Refuse(Problem problem)
    {
        if (_rows.Exists(row => row.Line == problem.Line))
        {
            _refused.TryAdd(problem.Line!.Value, problem);
        }
    }

    public IReadOnlyList<PreviewRow> Under(ReadHeads heads) =>
        _rows.ConvertAll(row => new PreviewRow(
            row.Line,
            [
                .. heads.Read.Select(head =>
                    row.ReadAs!.GetValueOrDefault(head.Column) ?? row[head.Column]
                ),
            ],
            _refused.GetValueOrDefault(row.Line)
        ));
}
