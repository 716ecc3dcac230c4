using System.Text.Json;
using Assessment.Imports.Spreadsheets;

namespace Assessment.Scoring.Registers;

/// <summary>From which day a change holds, why, and where else.</summary>
/// <param name="Date">Of an end the last day. Must be given in a cycle; else today.</param>
/// <param name="Reason">Must be given in a cycle.</param>
/// <param name="AlsoCurrent">Of a change in a cycle, whether the township's current register is changed likewise.</param>
public record RowChange(DateOnly? Date, string? Reason, bool AlsoCurrent = false);

/// <summary>A row as it is to be.</summary>
/// <param name="Values">The text of each column by its name, as in a file; what is left out is empty.</param>
public sealed record RowEntry(
    IReadOnlyDictionary<string, string> Values,
    DateOnly? Date,
    string? Reason,
    bool AlsoCurrent = false
) : RowChange(Date, Reason, AlsoCurrent);

/// <summary>A row of a register as pages show it.</summary>
/// <param name="Version">The entity tag of an edit, without its quotes.</param>
/// <param name="Values">The text of each column that is not empty, by its name.</param>
/// <param name="EndedOn">Its last day.</param>
public sealed record RowView(
    Guid Id,
    string Key,
    long Version,
    RowState State,
    DateOnly? EndedOn,
    IReadOnlyDictionary<string, string> Values
)
{
    internal static RowView Of(RegisterRow row) =>
        new(row.Id, row.Key, row.Version, row.State, row.EndedOn, RowValues.Of(row.ContentJson));
}

/// <summary>A page of rows.</summary>
/// <param name="Total">How many there are on all pages.</param>
public sealed record RowPage(int Total, IReadOnlyList<RowView> Rows);

/// <summary>名册变动 as pages show it.</summary>
/// <param name="Township">Whether it was made in the township's register, before the cycle took the row over.</param>
/// <param name="Before">The values that differed; null where the row was not there.</param>
public sealed record RowChangeView(
    long Version,
    RegisterChangeKind Kind,
    bool Township,
    DateOnly Date,
    string? Reason,
    string By,
    DateTimeOffset At,
    IReadOnlyDictionary<string, string>? Before,
    IReadOnlyDictionary<string, string> After
)
{
    private const string State = "state";
    private const string EndedOn = "ended_on";

    /// <summary>Whether a value says the state of the row, and not what is in a column.</summary>
    internal static bool IsOfState(string value) => value is State or EndedOn;

    internal static RowChangeView Of(RegisterChange change)
    {
        var after = ValuesOf(change.After);
        var before = change.Before is { } snapshot ? ValuesOf(snapshot) : null;
        return new(
            change.Version,
            change.Kind,
            change.Cycle == Guid.Empty,
            change.Date,
            change.Reason,
            change.By,
            change.At,
            before is null ? null : Differing(before, after),
            before is null ? after : Differing(after, before)
        );
    }

    private static Dictionary<string, string> ValuesOf(RowSnapshot snapshot)
    {
        var values = RowValues.Of(snapshot.Content);
        if (snapshot.State != RowState.Current)
        {
            values[State] = JsonNamingPolicy.CamelCase.ConvertName(snapshot.State.ToString());
        }

        if (snapshot.EndedOn is { } end)
        {
            values[EndedOn] = $"{end:yyyy-MM-dd}";
        }

        return values;
    }

    private static Dictionary<string, string> Differing(
        Dictionary<string, string> values,
        Dictionary<string, string> others
    ) =>
        values
            .Where(value => others.GetValueOrDefault(value.Key) != value.Value)
            .ToDictionary(StringComparer.Ordinal);
}

/// <summary>The stored values of a row as the texts that a file would have.</summary>
internal static class RowValues
{
    public static Dictionary<string, string> Of(string content)
    {
        using var document = JsonDocument.Parse(content);
        return document
            .RootElement.EnumerateObject()
            .ToDictionary(
                value => value.Name,
                value =>
                    value.Value.ValueKind switch
                    {
                        JsonValueKind.True => "是",
                        JsonValueKind.False => "否",
                        _ => value.Value.ToString(),
                    },
                StringComparer.Ordinal
            );
    }

    /// <summary>The row as if it stood in a file.</summary>
    public static TableRow AsRow(
        IReadOnlyList<RegisterColumn> columns,
        IReadOnlyDictionary<string, string> values
    ) =>
        Table.OfOneRow(
            [.. columns.Select(column => column.Name)],
            [.. columns.Select(column => values.GetValueOrDefault(column.Name, "").Trim())]
        );
}
