using Assessment.Engine.Language;

namespace Assessment.Engine.Reading;

/// <summary>Reads who talks with whom: bodies and posts of the scheme by their ids, and roles by their words.</summary>
internal sealed class PartyReader(ReadingState state, IReadOnlyDictionary<string, Body> bodies)
{
    private const string Department = "department";
    private const string Subject = "subject";

    private static readonly Party[] OfLine =
    [
        new(PartyKind.Department, Department, "业务科室"),
        new(PartyKind.DepartmentLeader, "departmentLeader", "业务科室分管领导"),
        new(PartyKind.LineWorker, "lineWorker", "负责条线的工作人员"),
    ];

    private static readonly Party[] Others =
    [
        new(PartyKind.ContactLeader, "contactLeader", "联系领导"),
        new(PartyKind.Subject, Subject, "本人或本居民区"),
    ];

    /// <param name="hasLine">Whether what is followed up is about a line.</param>
    internal IReadOnlyList<Party> Read(YamlMap map, string key, bool hasLine)
    {
        var parties = new List<Party>();
        foreach (var name in map.Texts(key))
        {
            var named = Known().Where(one => Is(one, name)).ToList();
            if (named.Count == 1 && (hasLine || !OfLine.Contains(named[0])))
            {
                parties.Add(named[0]);
                continue;
            }

            var (code, message) = named.Count switch
            {
                0 => (
                    "party-unknown",
                    $"“{key}”应当是机构（bodies）、职务（posts）的编号，或者 {string.Join("、", OfLine.Concat(Others).Select(one => one.Id))}，没有“{name}”{NearestName.Hint(name, Known().Where(one => hasLine || !OfLine.Contains(one)).Select(one => one.Id))}"
                ),
                1 => (
                    "party-without-line",
                    $"“{name}”要有评分线条才知道是谁，只能用于条线末位的需关注事项（finding）"
                ),
                _ => (
                    "party-ambiguous",
                    $"“{name}”可以是{string.Join("，也可以是", named.Select(one => $"“{one.Title}”"))}，须改用不同的编号"
                ),
            };
            state.Problems.Add(map.Take(key)!, code, message);
        }
        return parties;
    }

    private IEnumerable<Party> Known() =>
        [
            .. bodies.Values.Select(body => new Party(PartyKind.Body, body.Id, body.Title)),
            .. state.Posts.Select(post => new Party(PartyKind.Post, post.Key, post.Value)),
            .. OfLine,
            .. Others,
        ];

    private static bool Is(Party party, string name) =>
        string.Equals(party.Id, name, StringComparison.Ordinal);
}
