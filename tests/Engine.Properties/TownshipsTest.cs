using Assessment.Engine.Payouts;

namespace Assessment.Engine.Properties;

/// <summary>Properties that hold because nothing happens prove nothing: what is delicate must be among the cases.</summary>
public sealed class TownshipsTest
{
    public static TheoryData<string> EachScheme => Schemes.All();

    [Theory]
    [MemberData(nameof(EachScheme))]
    public void Townships_HaveTiesAndTotalsAtThresholdsAndSubjectsWithoutTotal(string scheme)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        Property.Holds(
            scheme,
            township =>
            {
                var result = township.Evaluate();
                var all = township
                    .Written.Sheets()
                    .SelectMany(sheet => PlacedSubject.On(sheet.Class, result))
                    .ToList();
                var totals = all.Select(one => one.Total).ToList();
                void See(bool there, string what)
                {
                    if (there)
                    {
                        seen.Add(what);
                    }
                }
                See(totals.Exists(total => total is null), "no total");
                See(
                    totals.OfType<decimal>().GroupBy(one => one).Any(one => one.Count() > 1),
                    "tie"
                );
                See(totals.Exists(total => total is 60m or 70m or 130m), "threshold");
                See(all.Count > 20, "large");
                See(all.Count is 1, "small");
                foreach (var finding in result.Findings)
                {
                    seen.Add(finding.Code);
                }

                foreach (var happened in township.Facts.Events)
                {
                    seen.Add($"event {happened.Rule}");
                }

                foreach (var one in all)
                {
                    seen.UnionWith(
                        new[] { one.Grade, one.Band, one.Tier }
                            .OfType<string>()
                            .Select(name => $"standing {name}")
                    );
                }

                See(result.Payouts.Lines.Any(line => line.Amount > Money.Zero), "amount");
                See(result.Payouts.Lines.Any(line => line.Amount is null), "no amount");
            },
            cases: 60,
            least: 60
        );

        Assert.Empty(Expected(scheme).Except(seen));
    }

    private static IEnumerable<string> Expected(string id)
    {
        var scheme = Schemes.Read(id);
        var written = new WrittenScheme(Schemes.Text(id));
        return new[] { "no total", "tie", "large", "small", "fact.missing" }
            .Concat(scheme.Collection.Events.Select(rule => $"event {rule.Id}"))
            .Concat(
                written
                    .Sheets()
                    .SelectMany(sheet =>
                        sheet
                            .Sheet.At("grades")
                            .Elements()
                            .Concat(sheet.Sheet.At("bands").Elements())
                            .Concat(sheet.Sheet.At("tiers").Elements())
                    )
                    .Select(one => $"standing {one.At("name").Text()}")
            )
            .Concat(scheme.Collection.Events.Select(rule => rule.Waiver?.Finding).OfType<string>())
            .Concat(written.Root.At("payout") is null ? [] : ["amount", "no amount"])
            .Concat(id is "jiuting-2025" ? [] : ["threshold"])
            .Distinct(StringComparer.Ordinal);
    }
}
