using Assessment.Engine.Facts;
using Fractions;
using YamlDotNet.RepresentationModel;

namespace Assessment.Engine.Properties.Independent;

/// <summary>The points of a subject's events under a rule, from the words of the scheme's file.</summary>
internal sealed class EventSum(WrittenScheme written, IEnumerable<AssessmentEvent> own)
{
    internal Fraction Of(string rule)
    {
        var node = written.Root.At("events").At(rule)!;
        var events = own.Where(one => one.Rule == rule).ToList();
        var points = events.Select(one => (Event: one, Points: Points(one, node, events))).ToList();
        if (node.At("best") is not null)
        {
            points =
            [
                .. points.Where(one => one.Event.Work is null),
                .. points
                    .Where(one => one.Event.Work is not null)
                    .GroupBy(one => one.Event.Work)
                    .Select(work => work.MaxBy(one => one.Points)),
            ];
        }

        if (points.Count > 0 && IsOnce(node))
        {
            points = [points.MaxBy(one => one.Points)];
        }

        return points.Aggregate(Fraction.Zero, (sum, one) => sum + one.Points);
    }

    private Fraction Points(AssessmentEvent one, YamlNode node, List<AssessmentEvent> events)
    {
        if (node.At("mark") is not null)
        {
            return Fraction.Zero;
        }

        Fraction count = IsOnce(node) ? 1m : one.Count ?? 1m;
        var level = one.Level;
        if (Raised(one, node, events) is { } better)
        {
            return Number(Level(node, better).At("points")!) * count;
        }

        var points =
            level is not null && node.At("levels") is not null
                ? Number(Level(node, level).At("points")!)
            : node.At("each") is { } each ? Number(each)
            : one.Points!.Value;
        var waived = node.At("waiver") is null ? 0m : one.Waiver ?? 0m;
        return points * count * (1m - waived);
    }

    /// <summary>One level higher where so many hold the award; null where it stays.</summary>
    private static string? Raised(AssessmentEvent one, YamlNode node, List<AssessmentEvent> events)
    {
        if (node.At("raise").At("perAward").Text() is not { } least || one.Award is null)
        {
            return null;
        }

        var holders = events
            .Where(other => other.Award == one.Award)
            .Select(other => other.Holder)
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .Count();
        var levels = node.At("levels").Entries().Select(entry => entry.Key).ToList();
        var at = levels.IndexOf(one.Level!);
        return holders >= int.Parse(least) && at > 0 ? levels[at - 1] : null;
    }

    private static YamlNode Level(YamlNode node, string level) => node.At("levels").At(level)!;

    private static bool IsOnce(YamlNode node) => node.At("once").Text() == "true";

    private Fraction Number(YamlNode node) => written.Number(node);
}
