using Assessment.Engine.Conditions;

namespace Assessment.Engine.Language;

/// <summary>A condition of a sheet of which it is not known whether it holds where a value is absent.</summary>
/// <param name="Title">The rule that asks for it, in words.</param>
/// <param name="IsOfRanked">Whether it is asked of those alone who have a rank.</param>
internal sealed record UndecidableRule(string Title, Condition Condition, bool IsOfRanked)
{
    internal static IEnumerable<UndecidableRule> Of(ScoreSheet sheet) =>
        Asked(sheet).OfType<UndecidableRule>().Where(rule => rule.Condition.MayBeUndecided);

    private static IEnumerable<UndecidableRule?> Asked(ScoreSheet sheet) =>
        [
            .. sheet.Asides.Select(aside => Rule(aside.Title, aside.When, ofRanked: false)),
            Rule("名次", sheet.Rank.Below, ofRanked: true),
            .. sheet.Bands.Select(band => Rule(band.Name, band.Always, ofRanked: true)),
            .. sheet.Grades.SelectMany(grade =>
                new[] { grade.When, grade.Unless, grade.Quota?.Plus?.When }.Select(condition =>
                    Rule(grade.Name, condition, ofRanked: true)
                )
            ),
            .. sheet.Tiers.Select(tier => Rule(tier.Name, tier.Unless, ofRanked: true)),
            .. sheet.Flags.Select(flag => Rule(flag.Title, flag.When, ofRanked: false)),
        ];

    private static UndecidableRule? Rule(string title, Condition? condition, bool ofRanked) =>
        condition is null ? null : new(title, condition, ofRanked);
}
