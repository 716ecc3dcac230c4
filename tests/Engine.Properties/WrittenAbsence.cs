using Assessment.Engine.Facts;
using YamlDotNet.RepresentationModel;

namespace Assessment.Engine.Properties;

/// <summary>What a scheme's file says of facts that are not there, worked out here a second time.</summary>
/// <param name="left">The facts that are there.</param>
internal sealed class WrittenAbsence(WrittenScheme written, IReadOnlyList<Fact> left)
{
    private const string Missing = "missing";

    /// <summary>
    /// Whether the scheme says, at each place that reads the fact, what counts without it: a number, nothing, another fact
    /// in its place, or the mean over those who reported.
    /// </summary>
    internal bool IsTheSchemesWord(Fact gone)
    {
        if (Line(gone.Item) is { } line)
        {
            return HasAnotherSet(line, gone);
        }

        var readings = Maps(written.Root).Where(map => Reads(map, gone)).ToList();
        return readings.Count > 0 && readings.TrueForAll(map => SaysWhat(map, gone));
    }

    private bool SaysWhat(YamlNode reading, Fact gone) =>
        reading.At("absent").Text() != Missing
        || (
            reading.At("meanOf") is not null
            && left.Any(fact => fact.Subject == gone.Subject && fact.Item == gone.Item)
        )
        || Maps(written.Root)
            .Any(map =>
                map.At("whenAllAbsent") is not null
                && map.At("mean").Elements().Contains(reading)
                && map.At("mean").Elements().All(part => IsNotThere(part, gone.Subject))
            );

    private bool IsNotThere(YamlNode reading, string subject) =>
        left.All(fact => fact.Subject != subject || !Reads(reading, fact));

    /// <summary>取第一组评齐了的: another set of periods is whole.</summary>
    private bool HasAnotherSet(YamlNode line, Fact gone) =>
        line.At("sets")
            .Elements()
            .Any(set =>
                set.Elements()
                    .All(period =>
                        left.Any(fact =>
                            fact.Subject == gone.Subject
                            && fact.Item == gone.Item
                            && fact.Period == period.Text()
                        )
                    )
            );

    private YamlNode? Line(string id) =>
        written
            .Root.At("collection")
            .At("lines")
            .Elements()
            .FirstOrDefault(line => line.At("id").Text() == id);

    private static bool Reads(YamlNode map, Fact fact) =>
        (map.At("fact") ?? map.At("meanOf")).Text() == fact.Item
        && (fact.By is null || map.At("by").Text() is not { } by || by == fact.By)
        && map.At("period").Text() == fact.Period;

    private static IEnumerable<YamlNode> Maps(YamlNode node) => node.AllNodes;
}
