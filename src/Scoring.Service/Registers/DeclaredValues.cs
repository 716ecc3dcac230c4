using System.Text.Json;
using Assessment.Engine.Facts;
using Assessment.Imports.Spreadsheets;

namespace Assessment.Scoring.Registers;

/// <summary>附加项的值 of a row, by the column's name in ordinal order. They are stored next to the row's own values.</summary>
public sealed class DeclaredValues : SortedDictionary<string, JsonElement>
{
    public DeclaredValues()
        : base(StringComparer.Ordinal) { }

    /// <param name="stored">Of the row as it is; null where there is none.</param>
    /// <returns>Null where there is none.</returns>
    /// <exception cref="Assessment.Imports.RowRefused">A cell does not fit.</exception>
    internal static DeclaredValues? Read(
        TableRow row,
        IReadOnlyList<DeclaredColumn> columns,
        DeclaredValues? stored
    )
    {
        var values = new DeclaredValues();
        foreach (var column in columns)
        {
            if (
                !row.Has(column.Name)
                && stored is not null
                && stored.TryGetValue(column.Name, out var kept)
            )
            {
                values[column.Name] = kept;
            }
            else if (column.Read(row) is { } value)
            {
                values[column.Name] = value;
            }
        }

        return values.Count > 0 ? values : null;
    }

    internal static DeclaredValues? Keep(
        DeclaredValues values,
        IReadOnlyList<DeclaredColumn> columns
    )
    {
        var kept = new DeclaredValues();
        foreach (var column in columns)
        {
            if (values.TryGetValue(column.Name, out var value))
            {
                kept[column.Name] = value;
            }
        }

        return kept.Count > 0 ? kept : null;
    }
}

internal static class DeclaredFacts
{
    /// <summary>As the engine is given them.</summary>
    public static AttributeValues ToFacts(this DeclaredValues? values) =>
        values is null
            ? AttributeValues.None
            : new(values.Select(value => KeyValuePair.Create(value.Key, Of(value.Value))));

    private static AttributeValue Of(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Number => AttributeValue.Of(value.GetDecimal()),
            JsonValueKind.True or JsonValueKind.False => AttributeValue.Of(value.GetBoolean()),
            _ => AttributeValue.Of(value.GetString()!),
        };
}
