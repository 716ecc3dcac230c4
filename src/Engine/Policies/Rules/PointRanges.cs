using Assessment.Engine.Language;

namespace Assessment.Engine.Policies.Rules;

/// <summary><c>pointRanges</c> 分值范围: items are there, and each has points within its range, both ends included.</summary>
internal sealed class PointRanges(
    PolicyGround ground,
    PolicyScope scope,
    IReadOnlyList<(NamedItem Item, PointRange Range)> ranges
) : PolicyRule(ground, scope)
{
    internal override IEnumerable<Departure> Check(WrittenScheme written) =>
        Scope
            .Sheets(written.Scheme)
            .SelectMany(sheet =>
                NamedItem
                    .Missing(ranges.Select(one => one.Item), sheet, written)
                    .Concat(
                        ranges.SelectMany(one =>
                            one.Item.In(sheet) is { } item ? Points(item, one.Range, written) : []
                        )
                    )
            );

    private static IEnumerable<Departure> Points(
        NamedValue item,
        PointRange range,
        WrittenScheme written
    )
    {
        if (item.Points is null)
        {
            yield return written.At(
                item.Citation,
                "title",
                "policy-points-missing",
                $"“{item.Title}”没有写明分值（points），应当是 {Text(range)} 分"
            );
        }
        else if (!range.Contains(item.Points.Value))
        {
            yield return written.At(
                item.Citation,
                "points",
                "policy-points",
                $"“{item.Title}”的分值是 {item.Points:0.####} 分，应当是 {Text(range)} 分"
            );
        }
    }

    private static string Text(PointRange range) =>
        range.Least == range.Most
            ? $"{range.Least:0.####}"
            : $"{range.Least:0.####} 至 {range.Most:0.####}";
}
