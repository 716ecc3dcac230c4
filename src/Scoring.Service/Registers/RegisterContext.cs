using Assessment.Imports;
using Assessment.Imports.Spreadsheets;
using Assessment.Scoring.Postings;
using Assessment.Scoring.Staff;

namespace Assessment.Scoring.Registers;

/// <summary>What a row is checked against: the registers of the same scope, and the words of its schemes.</summary>
internal sealed class RegisterContext(
    IEnumerable<string> areas,
    IEnumerable<StaffRow> staff,
    IEnumerable<PostingRow> postings,
    RegisterTerms terms
)
{
    private readonly HashSet<string> _areas = areas.ToHashSet(StringComparer.Ordinal);

    private readonly Dictionary<string, StaffRow> _staff = staff.ToDictionary(
        person => person.Id,
        StringComparer.Ordinal
    );

    private readonly Dictionary<string, Dictionary<DateOnly, PostingRow>> _postings = postings
        .GroupBy(posting => posting.Person, StringComparer.Ordinal)
        .ToDictionary(
            group => group.Key,
            group => group.ToDictionary(posting => posting.From),
            StringComparer.Ordinal
        );

    public StaffRules Words => terms.Words;

    public IReadOnlyList<DeclaredColumn> DeclaredOf(Register register) =>
        terms.Declared.Of(register);

    /// <summary>The row as if it stood in a file.</summary>
    public TableRow RowOf(Register register, IReadOnlyDictionary<string, string> values) =>
        RowValues.AsRow(terms.Declared.ColumnsOf(register), values);

    /// <summary>What is wrong with a row, with its column called as people know it.</summary>
    public string InWords(Register register, RowRefused refused)
    {
        var column = terms
            .Declared.ColumnsOf(register)
            .FirstOrDefault(known => known.Name == refused.Column);
        return column is null
            ? refused.Message
            : refused.Message.Replace(
                $"“{column.Name}”",
                $"“{column.Title}”",
                StringComparison.Ordinal
            );
    }

    public bool HasPerson(string id) => _staff.ContainsKey(id);

    public StaffRow? Person(string id) => _staff.GetValueOrDefault(id);

    public IEnumerable<PostingRow> PostingsOf(string person) =>
        _postings.TryGetValue(person, out var held) ? held.Values : [];

    public void Take(StaffRow person) => _staff[person.Id] = person;

    public void TakeArea(string id) => _areas.Add(id);

    public void Take(PostingRow posting)
    {
        if (!_postings.TryGetValue(posting.Person, out var held))
        {
            _postings.Add(posting.Person, held = []);
        }

        held[posting.From] = posting;
    }

    /// <exception cref="RowRefused">There is no such area.</exception>
    public void MustHaveArea(string id, string column = "area")
    {
        if (!_areas.Contains(id))
        {
            throw new RowRefused(column, "unknownArea", $"没有编号为“{id}”的居民区。");
        }
    }

    /// <exception cref="RowRefused">There is no such person.</exception>
    public void MustHavePerson(string id, string column = "person")
    {
        if (!HasPerson(id))
        {
            throw new RowRefused(column, "unknownPerson", $"没有编号为“{id}”的工作人员。");
        }
    }

    /// <exception cref="RowRefused">The id is that of an area.</exception>
    public void MustNotBeArea(string id)
    {
        if (_areas.Contains(id))
        {
            throw new RowRefused("id", "duplicateId", $"编号“{id}”已用于居民区。");
        }
    }
}
