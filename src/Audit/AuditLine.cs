using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Assessment.Audit;

/// <summary>
/// A line of an export (NDJSON). There is one way only to write a record or a header, so that a line that is not written
/// in this way was touched.
/// </summary>
public static class AuditLine
{
    private const string HeaderKind = "assessment-audit";

    /// <summary>Chinese stays readable; the lines are not part of any page.</summary>
    private static readonly JsonWriterOptions Plain = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Of(AuditHeader header) =>
        Write(json =>
        {
            json.WriteString("kind", HeaderKind);
            json.WriteNumber("form", header.Form);
            json.WriteString("service", header.Service);
            json.WriteString("township", header.Township);
            json.WriteNumber("count", header.Count);
            json.WriteString("head", header.Head);
        });

    public static string Of(AuditRecord record) =>
        Write(json =>
        {
            json.WriteString("service", record.Service);
            json.WriteString("township", record.Township);
            json.WriteNumber("sequence", record.Sequence);
            json.WriteString("at", AuditHash.TextOf(record.At));
            json.WriteString("who", record.Who);
            json.WriteString("duty", record.Duty);
            json.WriteString("action", record.Action);
            json.WriteString("subject", record.Subject);
            json.WriteString("cycle", record.Cycle?.ToString("D"));
            json.WriteString("reason", record.Reason);
            WriteRaw(json, "before", record.Before);
            WriteRaw(json, "after", record.After);
            json.WriteString("previousHash", record.PreviousHash);
            json.WriteString("hash", record.Hash);
        });

    /// <returns>An <see cref="AuditHeader"/>, an <see cref="AuditRecord"/>, or null where the line is neither.</returns>
    public static object? Read(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            object read = json.RootElement.TryGetProperty("kind", out _)
                ? HeaderOf(json.RootElement)
                : RecordOf(json.RootElement);
            var written = read is AuditHeader header ? Of(header) : Of((AuditRecord)read);
            return string.Equals(written, line, StringComparison.Ordinal) ? read : null;
        }
        catch (Exception malformed)
            when (malformed
                    is JsonException
                        or KeyNotFoundException
                        or InvalidOperationException
                        or FormatException
            )
        {
            return null;
        }
    }

    private static AuditHeader HeaderOf(JsonElement line) =>
        new(
            line.GetProperty("form").GetInt32(),
            Text(line, "service"),
            Text(line, "township"),
            line.GetProperty("count").GetInt64(),
            Text(line, "head")
        );

    private static AuditRecord RecordOf(JsonElement line) =>
        new(
            Text(line, "service"),
            Text(line, "township"),
            line.GetProperty("sequence").GetInt64(),
            DateTimeOffset.Parse(
                Text(line, "at"),
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal
            ),
            Text(line, "who"),
            Text(line, "duty"),
            Text(line, "action"),
            Text(line, "subject"),
            line.GetProperty("cycle").GetString() is { } cycle ? Guid.Parse(cycle) : null,
            line.GetProperty("reason").GetString(),
            Raw(line, "before"),
            Raw(line, "after"),
            Text(line, "previousHash"),
            Text(line, "hash")
        );

    private static string Text(JsonElement line, string field) =>
        line.GetProperty(field).GetString() ?? throw new FormatException();

    private static string? Raw(JsonElement line, string field) =>
        line.GetProperty(field) is { ValueKind: not JsonValueKind.Null } value
            ? value.GetRawText()
            : null;

    private static void WriteRaw(Utf8JsonWriter json, string field, string? value)
    {
        json.WritePropertyName(field);
        if (value is null)
        {
            json.WriteNullValue();
        }
        else
        {
            json.WriteRawValue(value);
        }
    }

    private static string Write(Action<Utf8JsonWriter> fields)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Plain))
        {
            json.WriteStartObject();
            fields(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }
}
