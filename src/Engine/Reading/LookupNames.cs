using Assessment.Engine.Conditions;
using Assessment.Engine.Expressions;
using YamlDotNet.RepresentationModel;

namespace Assessment.Engine.Reading;

/// <summary>A <c>lookup</c> that does not say what counts for a name that it does not list.</summary>
/// <param name="At">The place of its numbers.</param>
internal readonly record struct OpenLookup(YamlNode At, Lookup Lookup);

/// <summary>Names that can occur where a <c>lookup</c> is used, and for which it has no number.</summary>
/// <param name="who">Who is calculated there; null where everybody who is left is.</param>
/// <param name="earlier">Conditions that are tried before and take people away; null for one that takes everybody.</param>
internal sealed class LookupNames(
    ReadingState state,
    SheetScope scope,
    Condition? who,
    IReadOnlyList<Condition?> earlier
)
{
    /// <summary>Looks at the lookups that were read since the last time.</summary>
    internal void Check()
    {
        foreach (var (at, lookup) in scope.OpenLookups)
        {
            var left = Possible(lookup.Of).Where(name => !lookup.Names.Contains(name)).ToList();
            if (left.Count > 0)
            {
                state.Problems.Add(
                    at,
                    "lookup-incomplete",
                    $"以下情况没有写明对应的数：{string.Join("、", left.Select(name => Said(lookup.Of, name)))}；请补上，或写明“absent”"
                );
            }
        }
        scope.OpenLookups.Clear();
    }

    private IEnumerable<string?> Possible(SubjectName of) =>
        scope
            .Valid(of, state)
            .Concat(MayHaveNone(of) ? [null] : Array.Empty<string?>())
            .Where(name =>
                who?.DecidedBy(of, name) != false
                && !earlier.Any(one => one is null || one.DecidedBy(of, name) == true)
            );

    /// <summary>Whether there are people without a name of the kind, and nothing else says that something is missing.</summary>
    private bool MayHaveNone(SubjectName of) =>
        of == SubjectName.Identity
        || (of == SubjectName.AreaTier && scope.Areas is { SomeHaveNoTier: true });

    private static string Said(SubjectName of, string? name) =>
        name is null ? of.Missing() : $"{of.Title()}“{name}”";
}
