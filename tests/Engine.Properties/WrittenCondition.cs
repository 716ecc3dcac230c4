using YamlDotNet.RepresentationModel;

namespace Assessment.Engine.Properties;

/// <summary>
/// Whether a condition of the file holds of somebody, worked out here a second time. A kind of condition that is not
/// known here fails loudly, so that a new scheme cannot slip through.
/// </summary>
internal static class WrittenCondition
{
    private static readonly string[] Limits = ["below", "atMost", "atLeast", "above"];

    /// <summary>An absent condition holds of nobody.</summary>
    internal static bool Holds(this WrittenScheme scheme, YamlNode? condition, PlacedSubject one) =>
        condition is not null
        && condition
            .Entries()
            .Where(entry => !Limits.Contains(entry.Key))
            .All(entry => scheme.Holds(entry.Key, entry.Value, condition, one));

    private static bool Holds(
        this WrittenScheme scheme,
        string kind,
        YamlNode asked,
        YamlNode condition,
        PlacedSubject one
    ) =>
        kind switch
        {
            "any" => asked.Elements().Any(part => scheme.Holds(part, one)),
            "all" => asked.Elements().All(part => scheme.Holds(part, one)),
            "not" => !scheme.Holds(asked, one),
            "hasEvent" => one.Result.Facts.Events.Any(happened =>
                happened.Subject == one.Id
                && asked.Elements().Any(rule => rule.Text() == happened.Rule)
            ),
            "retiredInYear" => (one.Person?.RetiredInYear ?? false) == (asked.Text() == "true"),
            "post" => IsOneOf(asked, one.Person?.Post),
            "identity" => IsOneOf(asked, one.Person?.Identity),
            "grade" => IsOneOf(asked, one.Grade),
            "band" => IsOneOf(asked, one.Band),
            "areaGrade" => IsOneOf(asked, one.AreaResult?.Grade),
            "areaTier" => IsOneOf(asked, one.AreaResult?.Tier),
            "value" => IsWithin(scheme, Value(scheme, asked, one), condition),
            _ => throw new NotSupportedException($"The tests do not know the condition “{kind}”"),
        };

    private static bool IsOneOf(YamlNode names, string? name) =>
        names.Elements().Any(one => one.Text() == name);

    private static bool IsWithin(WrittenScheme scheme, decimal? value, YamlNode condition) =>
        value is { } known
        && Limits.All(limit =>
            condition.At(limit) is not { } written
            || limit switch
            {
                "below" => known < scheme.Number(written),
                "atMost" => known <= scheme.Number(written),
                "atLeast" => known >= scheme.Number(written),
                _ => known > scheme.Number(written),
            }
        );

    private static decimal? Value(WrittenScheme scheme, YamlNode written, PlacedSubject one)
    {
        if (written.Text() is { } name)
        {
            return one.Value(name);
        }

        decimal? value = written.At("attribute").Text() switch
        {
            "months" => one.Person!.Months,
            "leaveMonths" => one.Person!.LeaveMonths,
            var other => throw new NotSupportedException($"The tests do not know “{other}”"),
        };
        return value ?? scheme.Number(written.At("absent")!);
    }
}
