using System.Text.Json.Nodes;
using Assessment.Engine;
using Assessment.ServiceHost;
using Xunit;

namespace Assessment.Scoring.Tests;

/// <summary>A case that was calculated independently, fed through imports and messages.</summary>
[Collection(ScoringService.Name)]
public sealed class GaojingCaseTest(ScoringHost host)
{
    private const decimal ItemTolerance = 0.0001m;
    private static readonly string[] Exact =
    [
        "total",
        "rank",
        "grade",
        "tier",
        "bonus",
        "deduction",
        "progress",
    ];

    [Fact]
    public async Task CaseFedThroughTheService_GivesTheExpectedResults()
    {
        var facts = FactSetJson.Read(File.ReadAllText(CaseFile("facts.json")));
        var year = TownshipYear.Empty(host);
        await year.ImportRegistersAsync(facts);
        await year.OpenCycleAsync(facts.Year);
        await year.PostAsync("/start-scoring");
        var reported = await year.FeedAsync(facts);

        await year.CalculateAsync(reported);
        await Eventually.HoldsAsync(
            "calculated",
            async () => (string?)(await year.ProgressAsync())["state"] == "calculated"
        );

        var expected = JsonNode.Parse(File.ReadAllText(CaseFile("expected.json")))!;
        var results = await year.GetAsync($"{year.Path}/results");
        foreach (
            var (wanted, given) in expected["areas"]!.AsArray().Zip(results["areas"]!.AsArray())
        )
        {
            AssertArea(wanted!, given!);
        }

        Assert.Equal(Findings(expected), Findings(results));
        var progress = await year.ProgressAsync();
        Assert.Equal("done", (string?)progress["calculation"]!["status"]);
        Assert.All(
            progress["scores"]!.AsArray(),
            line => Assert.Empty(line!["missing"]!.AsArray())
        );
    }

    private static void AssertArea(JsonNode wanted, JsonNode given)
    {
        Assert.Equal((string?)wanted["id"], (string?)given["id"]);
        foreach (var field in Exact)
        {
            Assert.Equal(
                (wanted["id"]!.ToString(), field, Plain(wanted[field])),
                (given["id"]!.ToString(), field, Plain(given[field]))
            );
        }

        foreach (var (item, value) in wanted["items"]!.AsObject())
        {
            Assert.InRange(
                given["items"]![item]!.GetValue<decimal>() - value!.GetValue<decimal>(),
                -ItemTolerance,
                ItemTolerance
            );
        }
    }

    private static string? Plain(JsonNode? value) =>
        value is JsonValue number && number.TryGetValue(out decimal amount)
            ? $"{amount:0.####}"
            : value?.ToString();

    private static string[] Findings(JsonNode results) =>
        [
            .. results["findings"]!
                .AsArray()
                .Select(finding => $"{finding!["subject"]} {finding["code"]} {finding["detail"]}")
                .Order(StringComparer.Ordinal),
        ];

    private static string CaseFile(string name) =>
        Path.Combine(AppContext.BaseDirectory, "schemes", "gaojing-2024", "cases", "1", name);
}
