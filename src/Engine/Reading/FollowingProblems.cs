using System.Collections.Frozen;
using Assessment.Engine.Language;

namespace Assessment.Engine.Reading;

/// <summary>
/// What only follows from a misspelt key: what the section behind it declares is not known, and what it says of a rule
/// is not looked at.
/// </summary>
internal static class FollowingProblems
{
    internal const string Unreachable = "unreachable";
    private const string Name = "name-unknown";
    private const string Parameter = "parameter-unknown";
    private const string Grade = "grade-unknown";
    private const string Band = "band-unknown";
    private const string Tier = "tier-unknown";
    private const string Lookup = "lookup-name-unknown";
    private const string Line = "line-unknown";
    private const string EventWays = "levels-or-points-expected";
    private const string Cause = "cause-expected";
    private const string Party = "party-unknown";

    private static readonly FrozenDictionary<string, string[]> ByKey = new Dictionary<
        string,
        string[]
    >(StringComparer.Ordinal)
    {
        ["parameters"] = [Parameter, Name],
        ["facts"] = ["fact-unknown"],
        ["events"] = ["event-rule-unknown"],
        ["posts"] = ["post-unknown", Lookup, Party],
        ["bodies"] = ["body-unknown", Party],
        ["finding"] = [Cause],
        ["flag"] = [Cause],
        ["event"] = [Cause],
        ["identities"] = ["identity-unknown", Lookup],
        ["attributes"] = ["attribute-unknown"],
        ["collection"] = [Line, Name],
        ["lines"] = [Line, Name],
        ["areas"] = ["nobody-assessed", Name, Grade, Tier, Lookup],
        ["staff"] = ["nobody-assessed", Grade, Band, Lookup],
        ["classes"] = [Grade, Band, Lookup],
        ["items"] = [Name, "item-not-in-total"],
        ["measures"] = [Name],
        ["bonus"] = [Name],
        ["deduction"] = [Name],
        ["points"] = ["points-missing", EventWays],
        ["grades"] = [Grade, Lookup, Cause],
        ["bands"] = [Band, Lookup],
        ["tiers"] = [Tier, Lookup],
        ["roles"] = ["role-unknown"],
        ["periods"] = ["period-unknown"],
        ["levels"] = [EventWays],
        ["each"] = [EventWays],
        ["mark"] = [EventWays],
        ["quota"] = [Unreachable],
        ["when"] = [Unreachable],
        ["unless"] = [Unreachable],
        ["atLeast"] = [Unreachable],
        ["toRank"] = [Unreachable],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    internal static IReadOnlyList<string> Of(string key) => ByKey.GetValueOrDefault(key) ?? [];

    /// <summary>The names of items and of parameters are one space of names.</summary>
    internal static string Kind(string code) => code == Parameter ? Name : code;
}
