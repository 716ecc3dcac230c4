using System.Globalization;
using Assessment.Imports.Spreadsheets;

namespace Assessment.Imports;

/// <summary>A row that cannot be used, with the column and the reason for people.</summary>
/// <param name="column">The column's name as it is written in the header.</param>
/// <param name="code">Stable code, also the name of the report's count, for example <c>unknownArea</c>.</param>
public sealed class RowRefused(string column, string code, string message) : Exception(message)
{
    public string Column => column;

    public string Code => code;
}

/// <summary>Reads the cells of a row, refusing the row with a reason when one does not fit.</summary>
public static class Cells
{
    public const string Missing = "missingValue";
    public const string Invalid = "invalidValue";

    public static string Required(this TableRow row, string column, int maximumLength = 200)
    {
        var text = row[column];
        return text.Length switch
        {
            0 => throw new RowRefused(column, Missing, $"“{column}”不能为空。"),
            _ when text.Length > maximumLength => throw new RowRefused(
                column,
                Invalid,
                $"“{column}”超过 {maximumLength} 个字。"
            ),
            _ => text,
        };
    }

    public static string? Optional(this TableRow row, string column, int maximumLength = 200) =>
        row[column].Length == 0 ? null : row.Required(column, maximumLength);

    public static string OneOf(
        this TableRow row,
        string column,
        params IReadOnlyCollection<string> allowed
    )
    {
        var text = row.Required(column);
        return allowed.Contains(text)
            ? text
            : throw new RowRefused(
                column,
                Invalid,
                $"“{column}”的值“{text}”不在允许的范围内（{string.Join("、", allowed)}）。"
            );
    }

    public static int WholeNumber(this TableRow row, string column, int minimum, int maximum)
    {
        var text = row.Required(column);
        return
            int.TryParse(
                text,
                NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture,
                out var number
            )
            && number >= minimum
            && number <= maximum
            ? row.Note(column, number, number.ToString(CultureInfo.InvariantCulture))
            : throw new RowRefused(
                column,
                Invalid,
                $"“{column}”应为 {minimum} 至 {maximum} 的整数，现为“{text}”。"
            );
    }

    public static decimal Number(this TableRow row, string column, decimal minimum, decimal maximum)
    {
        var text = row.Required(column);
        return
            decimal.TryParse(
                text,
                NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var number
            )
            && number >= minimum
            && number <= maximum
            ? row.Note(column, number, number.ToString(CultureInfo.InvariantCulture))
            : throw new RowRefused(
                column,
                Invalid,
                $"“{column}”应为 {minimum} 至 {maximum} 的数，现为“{text}”。"
            );
    }

    public static bool? YesOrNo(this TableRow row, string column) =>
        row[column].ToLowerInvariant() switch
        {
            "" => null,
            "true" or "是" or "1" => row.Note(column, true, "是"),
            "false" or "否" or "0" => row.Note(column, false, "否"),
            var other => throw new RowRefused(
                column,
                Invalid,
                $"“{column}”应为“是”或“否”，现为“{other}”。"
            ),
        };

    public static DateOnly Date(this TableRow row, string column)
    {
        var date = DateOnly.FromDateTime(row.DateTime(column));
        return row.Note(column, date, date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    /// <summary>A local date and time as people write it, with or without seconds, or a date alone (midnight).</summary>
    public static DateTime DateTime(this TableRow row, string column)
    {
        var text = row.Required(column);
        return System.DateTime.TryParseExact(
            text,
            [
                "yyyy-MM-ddTHH:mm:ss",
                "yyyy-MM-dd HH:mm:ss",
                "yyyy-MM-ddTHH:mm",
                "yyyy-MM-dd HH:mm",
                "yyyy-M-d H:mm",
                "yyyy/M/d H:mm",
                "yyyy/M/d H:mm:ss",
                "yyyy-MM-dd",
                "yyyy/M/d",
            ],
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var moment
        )
            ? row.Note(
                column,
                moment,
                moment.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)
            )
            : throw new RowRefused(
                column,
                Invalid,
                $"“{column}”应为日期时间（如 2024-06-03 09:30），现为“{text}”。"
            );
    }

    /// <summary>Keeps what a cell was read as, for those who look at the file before it takes effect.</summary>
    private static T Note<T>(this TableRow row, string column, T value, string text)
    {
        row.ReadAs?[column] = text;
        return value;
    }
}
