using System.Reflection;
using System.Text.Json.Serialization;
using Assessment.Imports;
using Assessment.Imports.Spreadsheets;

namespace Assessment.Hotline.TicketImports;

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

    public static IReadOnlyList<string> All { get; } = [.. Words.Keys];

    /// <exception cref="RowRefused">The cell is empty or holds another word.</exception>
    public static TEnum Read(TableRow row, string column) =>
        Words[row.OneOf(column, [.. Words.Keys])];
}
