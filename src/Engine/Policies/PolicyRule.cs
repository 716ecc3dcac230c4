using Assessment.Engine.Conditions;
using Assessment.Engine.Language;

namespace Assessment.Engine.Policies;

/// <summary>
/// A rule of a policy. The kinds are a closed set, one class each: what it asks, which schemes it is about, and where a
/// scheme departs from it.
/// </summary>
internal abstract class PolicyRule(PolicyGround ground, PolicyScope scope)
{
    internal PolicyGround Ground { get; } = ground;

    private protected PolicyScope Scope { get; } = scope;

    /// <summary>Whether the scheme has what the rule is about.</summary>
    internal virtual bool AppliesTo(Scheme scheme) => Scope.Sheets(scheme).Any();

    internal abstract IEnumerable<Departure> Check(WrittenScheme written);
}

/// <summary>Where and how a scheme departs from a rule.</summary>
internal sealed record Departure(string Code, string Message, TextPlace At, string Clause);

/// <summary>适用范围: the sheets that a rule is about.</summary>
/// <param name="OfAreas">Those of areas, or else those of staff.</param>
/// <param name="Posts">Only classes in which people with one of these posts may be; empty for all classes.</param>
internal sealed record PolicyScope(bool OfAreas, IReadOnlyList<string> Posts)
{
    internal IEnumerable<ScoreSheet> Sheets(Scheme scheme)
    {
        if (OfAreas)
        {
            return scheme.Rules.Areas is { } areas ? [areas] : [];
        }

        return scheme.Rules.StaffClasses.Where(sheet =>
            Posts.Count == 0
            || Posts.Any(post =>
                scheme.Posts.ContainsKey(post) && sheet.Who?.DecidedByPost(post) != false
            )
        );
    }

    /// <summary>The events that these sheets use.</summary>
    internal IEnumerable<EventRule> Events(Scheme scheme) => SheetEvents.Of(Sheets(scheme), scheme);
}
