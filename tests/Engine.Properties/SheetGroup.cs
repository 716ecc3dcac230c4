using Assessment.Engine.Language;
using YamlDotNet.RepresentationModel;

namespace Assessment.Engine.Properties;

/// <summary>Those who are ranked among each other, found by the file's own words: who is aside counts nowhere.</summary>
/// <param name="Members">All that count in n, with or without a total.</param>
internal sealed record SheetGroup(
    WrittenScheme Scheme,
    YamlNode Sheet,
    IReadOnlyList<PlacedSubject> Members
)
{
    /// <summary>Those with a rank, the best first.</summary>
    internal IReadOnlyList<PlacedSubject> Ranked { get; } =
    [.. Members.Where(one => one.Rank is not null).OrderBy(one => one.Rank)];

    internal static IEnumerable<SheetGroup> Of(Township township)
    {
        var result = township.Evaluate();
        foreach (var (id, sheet) in township.Written.Sheets())
        {
            var within = sheet.At("rank").At("within").Text();
            var groups = PlacedSubject
                .On(id, result)
                .Where(one => Aside(township.Written, sheet, one) is null)
                .GroupBy(one =>
                    within switch
                    {
                        "category" => one.Area.Category ?? "",
                        "area" => one.Area.Id,
                        _ => "",
                    }
                );
            foreach (var group in groups)
            {
                yield return new(township.Written, sheet, [.. group]);
            }
        }
    }

    /// <summary>The rule by which somebody is not ranked; null where none fits.</summary>
    internal static YamlNode? Aside(WrittenScheme scheme, YamlNode sheet, PlacedSubject one) =>
        scheme.Asides(sheet).FirstOrDefault(aside => scheme.Holds(aside.At("when"), one));

    internal bool Holds(YamlNode? condition, PlacedSubject one) => Scheme.Holds(condition, one);

    internal bool IsBelow(PlacedSubject one) => Holds(Sheet.At("rank").At("below"), one);

    /// <summary>Whether somebody fulfils what a grade asks for besides a place.</summary>
    internal bool IsCandidate(YamlNode grade, PlacedSubject one) =>
        (grade.At("atLeast") is not { } least || one.Total >= Scheme.Number(least))
        && (grade.At("when") is not { } when || Holds(when, one))
        && !Holds(grade.At("unless"), one);

    /// <summary>How many there may be: the whole part of the share, never more than the most, and what is added to it.</summary>
    internal int Places(YamlNode quota)
    {
        var places = decimal.Floor(Scheme.Number(quota.At("share")!) * Members.Count);
        if (quota.At("max") is { } most)
        {
            places = Math.Min(places, Scheme.Number(most));
        }

        if (quota.At("plus") is { } plus && Holds(plus.At("when"), Members[0]))
        {
            places += Scheme.Number(plus.At("places")!);
        }

        return (int)places;
    }
}
