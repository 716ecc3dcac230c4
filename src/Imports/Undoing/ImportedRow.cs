using System.Text.Encodings.Web;
using System.Text.Json;
using Assessment.ServiceDefaults.Townships;

namespace Assessment.Imports.Undoing;

/// <summary>
/// What one row of a file has changed (撤销依据): what there was before and what it left, as the import's kind writes
/// them. Kept from the import until it is undone, in the database of the service whose rows they are.
/// </summary>
public sealed class ImportedRow : ITownshipOwned
{
    internal const int KeyLength = 400;

    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Grows in the order of writing.</summary>
    public long Id { get; private set; }

    public string Township { get; set; } = "";

    public Guid Import { get; init; }

    /// <summary>What the row is about, as people know it.</summary>
    public string Key { get; init; } = "";

    /// <summary>Null where there was nothing.</summary>
    public string? Before { get; init; }

    public string After { get; init; } = "";

    /// <summary>When the import that left it was begun.</summary>
    public DateTimeOffset At { get; init; }

    internal static ImportedRow Of<T>(ImportJob job, string key, T? before, T after)
        where T : class =>
        new()
        {
            Township = job.Township,
            Import = job.Id,
            Key = key.Length > KeyLength ? key[..KeyLength] : key,
            Before = before is null ? null : JsonSerializer.Serialize(before, Json),
            After = JsonSerializer.Serialize(after, Json),
            At = job.StartedAt ?? job.UploadedAt,
        };

    internal static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Json)!;
}
