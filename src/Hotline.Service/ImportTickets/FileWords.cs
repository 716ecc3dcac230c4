using System.Reflection;
using System.Text.Json.Serialization;
using Assessment.ServiceDefaults.Imports;
using Assessment.Spreadsheets;

namespace Assessment.Hotline.ImportTickets;

/// <summary>The words of an enumeration as files write them, which are also its words in the API.</summary>
internal static class FileWords<TEnum>
    where TEnum : struct, Enum
{
    private static readonly IReadOnlyDictionary<string, TEnum> Words = typeof(TEnum)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .ToDictionary(
            field => field.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()!.Name,
            field => (TEnum)field.GetValue(null)!
        );

    /// <exception cref="RowRefused">The cell is empty or holds another word.</exception>
    public static TEnum Read(TableRow row, string column) =>
        Words[row.OneOf(column, [.. Words.Keys])];
}
