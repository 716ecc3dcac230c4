using Assessment.Engine.Language;
using Assessment.Engine.Policies;

namespace Assessment.Engine.Policies;

/// <summary>政策核对: what a district office looks at in a township's scheme.</summary>
public static class PolicyCheck
{
    /// <param name="schemeFile">The scheme's file, named in departures.</param>
    public static PolicyReport Check(Policy policy, Scheme scheme, string schemeFile)
    {
        var written = new WrittenScheme(scheme);
        var applied = policy.Rules.Where(rule => rule.AppliesTo(scheme)).ToList();
        return new(
            [
                .. applied
                    .SelectMany(rule =>
                        rule.Check(written)
                            .Select(found => new PolicyDeparture(
                                schemeFile,
                                found.At.Line,
                                found.At.Column,
                                found.Code,
                                found.Message,
                                found.Clause,
                                policy.Title,
                                rule.Ground
                            ))
                    )
                    .OrderBy(departure => departure.Line)
                    .ThenBy(departure => departure.Column),
            ],
            [.. applied.Select(rule => rule.Ground.Title)],
            [.. policy.Rules.Except(applied).Select(rule => rule.Ground.Title)]
        );
    }
}
