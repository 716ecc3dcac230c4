using Assessment.Engine.Language;

namespace Assessment.Engine.Policies.Rules;

/// <summary><c>weights</c> 权重: items are there, and each has its share of the total.</summary>
internal sealed class Weights(
    PolicyGround ground,
    PolicyScope scope,
    IReadOnlyList<(NamedItem Item, decimal Share)> weights
) : PolicyRule(ground, scope)
{
    internal override IEnumerable<Departure> Check(WrittenScheme written) =>
        Scope
            .Sheets(written.Scheme)
            .SelectMany(sheet =>
                NamedItem
                    .Missing(weights.Select(one => one.Item), sheet, written)
                    .Concat(weights.SelectMany(one => Of(one.Item, one.Share, sheet, written)))
            );

    private static IEnumerable<Departure> Of(
        NamedItem asked,
        decimal share,
        ScoreSheet sheet,
        WrittenScheme written
    )
    {
        if (asked.In(sheet) is not { } item)
        {
            yield break;
        }

        var actual = new PointShares(written.Scheme, sheet).Of(one => one == item);
        if (actual != share)
        {
            yield return written.At(
                item.Citation,
                "title",
                "policy-weight",
                $"“{item.Title}”占总分的{(actual is { } known ? $" {Percent.Of(known)}" : "比例从算法看不出来")}，应当是 {Percent.Of(share)}"
            );
        }
    }
}
