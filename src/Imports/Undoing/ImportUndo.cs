using Assessment.ServiceDefaults.DomainExceptions;

namespace Assessment.Imports.Undoing;

/// <summary>An import that is being undone.</summary>
/// <param name="Reason">Why, in the person's words.</param>
public sealed class ImportUndo(
    ImportJob job,
    IReadOnlyList<ImportedRow> rows,
    string reason,
    string by,
    DateTimeOffset at
)
{
    /// <summary>How many of the obstacles are named.</summary>
    private const int Named = 5;

    /// <summary>Something has become another thing since the import.</summary>
    public const string ChangedSince = "changedSince";

    /// <summary>Something rests on what the import added, or has used it.</summary>
    public const string InUse = "inUse";

    private readonly List<Problem> _obstacles = [];
    private int _count;

    public ImportJob Job => job;

    public string By => by;

    public DateTimeOffset At => at;

    /// <summary>Why the former state is back, for the record: which file's import was undone, and why.</summary>
    public string Record => $"撤销导入“{job.FileName}”：{reason}";

    /// <summary>The record, after the reason that the former state has of its own; cut off at the length.</summary>
    public string RecordAfter(string? former, int length)
    {
        var text = former is null ? Record : $"{former}（{Record}）";
        return text.Length > length ? text[..length] : text;
    }

    internal IReadOnlyList<Problem> Obstacles => _obstacles;

    internal int ObstacleCount => _count;

    /// <summary>
    /// What the import changed, each thing once. A file that was imported again after a refusal may have changed a thing
    /// twice; if it was changed by somebody else in between, that is an obstacle.
    /// </summary>
    public IReadOnlyList<UndoneRow<T>> Rows<T>()
        where T : class =>
        [
            .. rows.GroupBy(row => row.Key, StringComparer.Ordinal)
                .Select(steps =>
                {
                    var steady = steps.OrderBy(step => step.Id).ToList();
                    for (var next = 1; next < steady.Count; next++)
                    {
                        if (steady[next].Before != steady[next - 1].After)
                        {
                            Obstruct(ChangedSince, steps.Key, "在两次导入之间另有改动");
                        }
                    }

                    return new UndoneRow<T>(
                        steps.Key,
                        steady[0].Before is { } before ? ImportedRow.Read<T>(before) : null,
                        ImportedRow.Read<T>(steady[^1].After),
                        steady[0].At
                    );
                }),
        ];

    /// <summary>Names what stands in the way; the import is then not undone.</summary>
    /// <param name="code"><see cref="ChangedSince"/> or <see cref="InUse"/>.</param>
    /// <param name="key">Of the row.</param>
    /// <param name="cause">What happened to it since, in Chinese.</param>
    public void Obstruct(string code, string key, string cause)
    {
        _count++;
        if (_obstacles.Count < Named)
        {
            _obstacles.Add(new Problem(code, $"“{key}”{cause}"));
        }
    }
}

/// <summary>What an import changed.</summary>
/// <param name="Before">Null where there was nothing.</param>
/// <param name="After">What the import left.</param>
/// <param name="At">When the import was begun.</param>
public sealed record UndoneRow<T>(string Key, T? Before, T After, DateTimeOffset At)
    where T : class;
