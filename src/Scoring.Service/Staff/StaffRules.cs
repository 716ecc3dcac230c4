using Assessment.Engine.Language;
using Assessment.Imports;
using Assessment.Scoring.Registers;
using Assessment.ServiceDefaults.DomainExceptions;

namespace Assessment.Scoring.Staff;

/// <summary>
/// Decides whether post (职务) and identity (身份) are words of the township's schemes, each by its id or its title. Before
/// a scheme is adopted, and where none names any, every word is taken.
/// </summary>
public sealed class StaffRules(IReadOnlyList<Scheme> schemes)
{
    private readonly StaffWords _posts = new(
        "post",
        "unknownPost",
        "职务",
        [.. schemes.Select(scheme => scheme.Posts)]
    );

    private readonly StaffWords _identities = new(
        "identity",
        "unknownIdentity",
        "身份",
        [.. schemes.Select(scheme => scheme.Identities)]
    );

    /// <exception cref="RowRefused">No scheme knows the word.</exception>
    public StaffRow Check(StaffRow row) =>
        Unknown(row.Post, row.Identity).FirstOrDefault() is { } unknown ? throw unknown : row;

    /// <exception cref="RowRefused">No scheme knows the post.</exception>
    public void CheckPost(string post)
    {
        if (_posts.Check(post) is { } unknown)
        {
            throw unknown;
        }
    }

    /// <summary>The only words that a column may hold; null where it may hold others.</summary>
    internal IReadOnlyList<ColumnWord>? WordsOf(ColumnContent content) =>
        content switch
        {
            ColumnContent.Post => _posts.All,
            ColumnContent.Identity => _identities.All,
            _ => null,
        };

    /// <summary>The words of the register that no scheme knows, with the people who have them, by id.</summary>
    public IEnumerable<Problem> Problems(IEnumerable<StaffRow> people) =>
        from person in people.OrderBy(person => person.Id, StringComparer.Ordinal)
        from unknown in Unknown(person.Post, person.Identity)
        select new Problem(
            unknown.Code,
            $"{person.Name}（{person.Id}）：{unknown.Message}",
            Line: null,
            unknown.Column
        );

    private IEnumerable<RowRefused> Unknown(string post, string? identity) =>
        new[] { _posts.Check(post), _identities.Check(identity) }.OfType<RowRefused>();
}
