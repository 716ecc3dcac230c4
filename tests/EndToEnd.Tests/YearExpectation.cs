using System.Text.Json.Nodes;
using Assessment.Demo;
using Xunit;

namespace Assessment.EndToEnd.Tests;

/// <summary>
/// The results that the township's raw files must give, calculated independently of the product: every total, rank,
/// grade, tier, finding and amount exactly, items to 4 decimals.
/// </summary>
internal static class YearExpectation
{
    private const decimal ItemTolerance = 0.0001m;
    private static readonly string[] Measures =
    [
        "total",
        "rank",
        "grade",
        "tier",
        "bonus",
        "deduction",
        "progress",
    ];

    public static async Task AssertHoldsAsync(TownshipYear year)
    {
        await AssertResultsAsync(year);
        AssertImports(year.Reports);
    }

    public static async Task AssertResultsAsync(TownshipYear year)
    {
        AssertResults(await year.ResultsAsync(CancellationToken.None));
        AssertPayouts(await year.SheetAsync(CancellationToken.None));
    }

    private static void AssertResults(JsonNode results)
    {
        var expected = Read("expected.json");
        var actual = ById(results["areas"]!);
        Assert.Equal(expected["areas"]!.AsArray().Count, actual.Count);
        foreach (var area in expected["areas"]!.AsArray())
        {
            var id = area!["id"]!.GetValue<string>();
            foreach (var measure in Measures)
            {
                Assert.Equal(
                    (id, measure, Text(area[measure])),
                    (id, measure, Text(actual[id][measure]))
                );
            }

            foreach (var (item, points) in area["items"]!.AsObject())
            {
                var difference = Math.Abs(Number(points!) - Number(actual[id]["items"]![item]!));
                Assert.True(difference <= ItemTolerance, $"{id} {item} differs by {difference}");
            }
        }

        Assert.Equal(Findings(expected), Findings(results));
    }

    private static void AssertPayouts(JsonNode sheet)
    {
        var expected = Read("expected.json")["payouts"]!
            .AsArray()
            .Select(Payout)
            .Order(StringComparer.Ordinal);
        var actual = sheet["lines"]!.AsArray().Select(Payout).Order(StringComparer.Ordinal);
        Assert.Equal(expected, actual);
    }

    private static void AssertImports(Dictionary<string, JsonNode> reports)
    {
        foreach (var (kind, expected) in Read("expected-import.json").AsObject())
        {
            foreach (var (count, number) in expected!.AsObject())
            {
                var actual =
                    count == "rows" ? reports[kind]["rows"] : reports[kind]["counts"]![count];
                Assert.Equal((kind, count, Text(number)), (kind, count, Text(actual)));
            }
        }
    }

    private static JsonNode Read(string file) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Year, file)))!;

    private static Dictionary<string, JsonNode> ById(JsonNode areas) =>
        areas.AsArray().ToDictionary(area => area!["id"]!.GetValue<string>(), area => area!);

    private static List<string> Findings(JsonNode results) =>
        [
            .. results["findings"]!
                .AsArray()
                .Select(finding => $"{finding!["code"]} {finding["subject"]} {finding["detail"]}")
                .Order(StringComparer.Ordinal),
        ];

    private static string Payout(JsonNode? line) => $"{line!["person"]} {Text(line["amount"])}";

    private static decimal Number(JsonNode node) => decimal.Parse(node.ToString());

    /// <summary>Numbers without trailing zeros, so that 3 and 3.0 are the same.</summary>
    private static string Text(JsonNode? node) =>
        node switch
        {
            null => "null",
            JsonValue value when value.GetValueKind() == System.Text.Json.JsonValueKind.Number => (
                Number(value) / 1.000000000000000000000000000m
            ).ToString(),
            _ => node.ToString(),
        };
}
