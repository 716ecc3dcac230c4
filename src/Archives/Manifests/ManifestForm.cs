using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Assessment.Archives.Zip;

namespace Assessment.Archives.Manifests;

/// <summary>How the JSON of a final file is written: in one way only, so that what is written otherwise was touched.</summary>
public static class ManifestForm
{
    public const string Format = "assessment-final-file";
    public const int Version = 1;
    public const string Algorithm = "ECDSA-P256-SHA256";

    /// <summary>Of the signature: ECDSA-Sig-Value in DER (RFC 3279), as OpenSSL takes it.</summary>
    public const string Encoding = "DER";

    internal static JsonSerializerOptions Json { get; } =
        new(JsonSerializerDefaults.Web)
        {
            // Chinese stays readable; the file is no part of any page.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            RespectRequiredConstructorParameters = true,
            RespectNullableAnnotations = true,
            PropertyNameCaseInsensitive = false,
            WriteIndented = true,
            NewLine = "\n",
        };

    internal static ArchiveEntry Write<T>(string name, T value) =>
        new(name, [.. JsonSerializer.SerializeToUtf8Bytes(value, Json), (byte)'\n']);

    /// <returns>Null where the bytes are not what would have been written.</returns>
    internal static T? Read<T>(ArchiveEntry entry)
        where T : class
    {
        try
        {
            return
                JsonSerializer.Deserialize<T>(entry.Content, Json) is { } value
                && Write(entry.Name, value).Content.AsSpan().SequenceEqual(entry.Content)
                ? value
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
