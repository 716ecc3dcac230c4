using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Assessment.Contracts;
using Assessment.Imports.Spreadsheets;
using Xunit;

namespace Assessment.Survey.Tests;

/// <summary>A town's real year of answers, with the numbers that were calculated independently.</summary>
[Collection(SurveyService.Name)]
public sealed class RealYearTest(SurveyHost host, ImportedYear year) : IClassFixture<ImportedYear>
{
    private static string Folder => ImportedYear.Folder;

    private static byte[] Responses => ImportedYear.Responses;

    [Fact]
    public async Task YearOfAnswers_Imported_GivesTheExpectedReport()
    {
        var report = year.Report;

        var expected = JsonNode.Parse(
            await File.ReadAllTextAsync(Path.Combine(Folder, "expected-import.json"))
        )!["responses"]!.AsObject();
        Assert.Equal("completed", report["status"]!.GetValue<string>());
        Assert.Equal(expected["rows"]!.GetValue<int>(), report["rows"]!.GetValue<int>());
        Assert.Equal(
            Sorted(expected.Where(count => count.Key != "rows")),
            Sorted(report["counts"]!.AsObject())
        );
    }

    [Fact]
    public async Task YearOfAnswers_Imported_GivesTheSatisfactionPointsOfTheExpectedResult()
    {
        var facts = await year.Township.FactsAsync();

        var results = JsonNode.Parse(
            await File.ReadAllTextAsync(Path.Combine(Folder, "expected.json"))
        )!["areas"]!.AsArray();
        Assert.Equal(results.Count, facts.Count);
        // Item G2 is 18 points times S/100, with nothing else in it.
        Assert.All(
            results,
            area =>
                Assert.Equal(
                    area!["items"]!["G2"]!.GetValue<decimal>(),
                    Math.Round(
                        18 * SatisfactionOf(facts[area["id"]!.GetValue<string>()]) / 100,
                        4,
                        MidpointRounding.AwayFromZero
                    )
                )
        );
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("gb18030")]
    [InlineData("xlsx")]
    public async Task SameYearInAnotherForm_ImportedAfterwards_CountsTheSameAndChangesNothing(
        string form
    )
    {
        var (township, first) = (year.Township, year.Report);
        var versions = await township.VersionsAsync();

        var second = await township.ImportAsync(InForm(Responses, form));

        Assert.NotEqual(first["id"]!.GetValue<string>(), second["id"]!.GetValue<string>());
        Assert.Equal(first["rows"]!.GetValue<int>(), second["rows"]!.GetValue<int>());
        Assert.Equal(Sorted(first["counts"]!.AsObject()), Sorted(second["counts"]!.AsObject()));
        Assert.Equal(versions, await township.VersionsAsync());
    }

    [Fact]
    public async Task SameFile_ImportedTwice_CountsTheSameAndChangesNothing()
    {
        var (township, first) = (year.Township, year.Report);
        var versions = await township.VersionsAsync();

        var second = await township.ImportAsync(Responses);

        Assert.Equal(Sorted(first["counts"]!.AsObject()), Sorted(second["counts"]!.AsObject()));
        Assert.Equal(versions, await township.VersionsAsync());
        Assert.All(versions, area => Assert.Equal(1, area.Value));
    }

    [Fact]
    public async Task TwoHalves_InEitherOrder_GiveTheSameFacts()
    {
        var table = TableReader.Read(Responses);
        var middle = table.Rows.Count / 2;
        var halves = new[]
        {
            Csv(table, table.Rows.Take(middle), Encoding.UTF8),
            Csv(table, table.Rows.Skip(middle), Encoding.UTF8),
        };
        var forward = await TownshipCycle.OpenAsync(host, ImportedYear.Areas());
        var backward = await TownshipCycle.OpenAsync(host, ImportedYear.Areas());

        await forward.ImportAsync(halves[0]);
        await forward.ImportAsync(halves[1]);
        await backward.ImportAsync(halves[1]);
        await backward.ImportAsync(halves[0]);

        var expected = await year.Township.FactsAsTextAsync();
        Assert.Equal(expected, await forward.FactsAsTextAsync());
        Assert.Equal(expected, await backward.FactsAsTextAsync());
    }

    /// <summary>20% meeting, 40% third party, 40% online, which is the mean of its two waves.</summary>
    private static decimal SatisfactionOf(List<ReportedFact> facts)
    {
        decimal Mean(string by, string? period) =>
            facts
                .Single(fact =>
                    fact.Item == "satisfaction" && fact.By == by && fact.Period == period
                )
                .Value;

        return (0.2m * Mean("meeting", null))
            + (0.4m * Mean("thirdParty", null))
            + (0.2m * (Mean("online", "H1") + Mean("online", "H2")));
    }

    private static string Sorted(IEnumerable<KeyValuePair<string, JsonNode?>> counts) =>
        string.Join(
            ", ",
            counts.OrderBy(count => count.Key).Select(count => $"{count.Key} {count.Value}")
        );

    private static byte[] InForm(byte[] original, string form)
    {
        var table = TableReader.Read(original);
        return form switch
        {
            "utf-8" => Csv(table, table.Rows, new UTF8Encoding(false)),
            "gb18030" => Csv(
                table,
                table.Rows,
                CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!
            ),
            _ => WorkbookWriter.Write(
                new Sheet(
                    "答卷",
                    table.Header,
                    table.Rows.Select(row => Cells(table, row).Select(AsNumber).ToList())
                )
            ),
        };
    }

    private static object? AsNumber(string cell) =>
        int.TryParse(cell, CultureInfo.InvariantCulture, out var number) ? number : cell;

    private static byte[] Csv(Table table, IEnumerable<TableRow> rows, Encoding encoding) =>
        encoding.GetBytes(
            string.Join(
                "\r\n",
                [
                    string.Join(',', table.Header),
                    .. rows.Select(row => string.Join(',', Cells(table, row))),
                ]
            )
        );

    private static IEnumerable<string> Cells(Table table, TableRow row) =>
        table.Header.Select(column => row[column]);
}
