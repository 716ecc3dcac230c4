using Assessment.Engine;
using Assessment.ServiceDefaults.Imports;

namespace Assessment.Scoring.Staff;

/// <summary>
/// Decides whether post (职务) and identity (身份) are words of the township's schemes. Before a scheme is adopted, and
/// where none names any, every word is taken.
/// </summary>
public sealed class StaffRules(IReadOnlyList<Scheme> schemes)
{
    private readonly Dictionary<string, string> _posts = Words(schemes, scheme => scheme.Posts);
    private readonly Dictionary<string, string> _identities = Words(
        schemes,
        scheme => scheme.Identities
    );

    /// <exception cref="RowRefused">No scheme knows the word.</exception>
    public StaffRow Check(StaffRow row)
    {
        Check("post", "unknownPost", "职务", row.Post, _posts);
        Check("identity", "unknownIdentity", "身份", row.Identity, _identities);
        return row;
    }

    private static void Check(
        string column,
        string code,
        string title,
        string? word,
        Dictionary<string, string> known
    )
    {
        if (word is not null && known.Count > 0 && !known.ContainsKey(word))
        {
            throw new RowRefused(
                column,
                code,
                $"已采用的方案中没有“{word}”这一{title}（有：{string.Join("、", known.Select(pair => $"{pair.Key} {pair.Value}"))}）。"
            );
        }
    }

    private static Dictionary<string, string> Words(
        IReadOnlyList<Scheme> schemes,
        Func<Scheme, IReadOnlyDictionary<string, string>> of
    )
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (word, title) in schemes.SelectMany(of))
        {
            words.TryAdd(word, title);
        }

        return words;
    }
}
