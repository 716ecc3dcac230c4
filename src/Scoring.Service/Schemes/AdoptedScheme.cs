using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Assessment.Persistence.Storage;
using Assessment.ServiceDefaults.Townships;

namespace Assessment.Scoring.Schemes;

/// <summary>
/// 采用的方案: a scheme's text and questionnaires as a township adopted them. Never changed: other rules are another
/// adoption, and a cycle keeps the one that it was opened with.
/// </summary>
public sealed class AdoptedScheme : ITownshipOwned, IWrittenOnce
{
    public const int IdLength = 64;
    public const int TitleLength = 200;

    public Guid Id { get; init; }

    public string Township { get; set; } = "";

    /// <summary>The scheme's own id.</summary>
    public string SchemeId { get; init; } = "";

    /// <summary>The engine's hash of the rules.</summary>
    public string Version { get; init; } = "";

    /// <summary>SHA-256 over rules and questionnaires; the same again is the same adoption.</summary>
    public string ContentHash { get; init; } = "";

    public string Title { get; init; } = "";

    public int Year { get; init; }

    /// <summary>The scheme file, word for word.</summary>
    public string Text { get; init; } = "";

    /// <summary>The questionnaires' texts by file name, as JSON.</summary>
    public string QuestionnairesJson { get; init; } = "{}";

    /// <summary>来源文件: the document that the scheme puts into rules; null where it was not at hand.</summary>
    public string? Source { get; init; }

    public DateTimeOffset AdoptedAt { get; init; }

    public string AdoptedBy { get; init; } = "";

    public static AdoptedScheme Of(SchemeFiles files, string by, DateTimeOffset at) =>
        new()
        {
            Id = Guid.CreateVersion7(at),
            SchemeId = files.Scheme.Id,
            Version = files.Scheme.Version,
            ContentHash = HashOf(files),
            Title = files.Scheme.Title,
            Year = files.Scheme.Year,
            Text = files.Text,
            QuestionnairesJson = JsonSerializer.Serialize(files.Questionnaires),
            Source = files.Source,
            AdoptedAt = at,
            AdoptedBy = by,
        };

    public IReadOnlyDictionary<string, string> Questionnaires() =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(QuestionnairesJson)!;

    private static string HashOf(SchemeFiles files)
    {
        var content = new StringBuilder(files.Scheme.Version);
        foreach (
            var (name, text) in files.Questionnaires.OrderBy(
                file => file.Key,
                StringComparer.Ordinal
            )
        )
        {
            content.Append('\0').Append(name).Append('\0').Append(text);
        }

        return Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes(content.ToString()))
        );
    }
}
