using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Assessment.Audit;

/// <summary>
/// The hash of a record (校验值): SHA-256 over its fields in a fixed order, each with its length in front, so that no
/// two records have the same bytes. The form is stated in docs/decisions/0019 and can be computed without this program.
/// </summary>
public static class AuditHash
{
    /// <summary>Version of the form; part of what is hashed.</summary>
    public const int Form = 1;

    /// <summary>What the first record of a chain has for the one before.</summary>
    public static readonly string OfNothing = new('0', 64);

    /// <summary>The moment as it is hashed and exported: UTC, to the microsecond.</summary>
    public static string TextOf(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);

    /// <returns>Lower-case hex.</returns>
    public static string Of(AuditRecord record)
    {
        var form = new StringBuilder();
        foreach (var field in FieldsOf(record))
        {
            if (field is null)
            {
                form.Append("-,");
            }
            else
            {
                form.Append(CultureInfo.InvariantCulture, $"{Encoding.UTF8.GetByteCount(field)}:")
                    .Append(field)
                    .Append(',');
            }
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(form.ToString())));
    }

    private static string?[] FieldsOf(AuditRecord record) =>
        [
            Form.ToString(CultureInfo.InvariantCulture),
            record.Service,
            record.Township,
            record.Sequence.ToString(CultureInfo.InvariantCulture),
            TextOf(record.At),
            record.Who,
            record.Duty,
            record.Action,
            record.Subject,
            record.Cycle?.ToString("D"),
            record.Reason,
            record.Before,
            record.After,
            record.PreviousHash,
        ];
}
