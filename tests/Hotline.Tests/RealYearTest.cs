using System.Text;
using System.Text.Json.Nodes;
using Assessment.Contracts;
using Assessment.Imports.Spreadsheets;
using Xunit;

namespace Assessment.Hotline.Tests;

/// <summary>A town's real year, with the results that were calculated independently.</summary>
[Collection(HotlineService.Name)]
public sealed class RealYearTest(HotlineHost host)
{
    private static string Folder => Path.Combine(AppContext.BaseDirectory, "gaojing-2024");

    [Fact]
    public async Task YearOfTickets_Imported_GivesTheExpectedReportAndHotlinePoints()
    {
        var township = await TownshipCycle.OpenAsync(host, Areas());
        var report = await township.ImportAsync(
            await File.ReadAllBytesAsync(Path.Combine(Folder, "tickets.csv"))
        );

        var expected = Json("expected-import.json")["tickets"]!.AsObject();
        Assert.Equal("completed", report["status"]!.GetValue<string>());
        Assert.Equal(expected["rows"]!.GetValue<int>(), report["rows"]!.GetValue<int>());
        Assert.Equal(
            expected["distinct"]!.GetValue<int>(),
            report["counts"]!["distinct"]!.GetValue<int>()
        );
        Assert.Equal(
            expected["excluded"]!.GetValue<int>(),
            report["counts"]!["excluded"]!.GetValue<int>()
        );
        Assert.Equal(
            expected["countable"]!.GetValue<int>(),
            report["counts"]!["countable"]!.GetValue<int>()
        );
        Assert.Equal(0, report["problemCount"]!.GetValue<int>());

        var facts = await township.FactsAsync();
        var composites = facts.ToDictionary(area => area.Key, area => Composite(area.Value));
        var points = Json("expected.json")["areas"]!
            .AsArray()
            .ToDictionary(
                area => area!["id"]!.GetValue<string>(),
                area => area!["items"]!["G3"]!.GetValue<decimal>()
            );
        Assert.Equal(points.Count, composites.Count);
        Assert.All(points, area => Assert.Equal(area.Value, PointsOf(composites, area.Key)));
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-8 with BOM")]
    [InlineData("xlsx")]
    public async Task SameYearInAnotherForm_ImportedAfterwards_ReportsTheSameAndChangesNothing(
        string form
    )
    {
        var township = await TownshipCycle.OpenAsync(host, Areas());
        var original = await File.ReadAllBytesAsync(Path.Combine(Folder, "tickets.csv"));
        var first = await township.ImportAsync(original);
        var versions = await township.VersionsAsync();

        var second = await township.ImportAsync(InForm(original, form));

        Assert.NotEqual(first["id"]!.GetValue<string>(), second["id"]!.GetValue<string>());
        Assert.Equal(States(first), States(second));
        Assert.Equal(
            (0, 0, first["counts"]!["distinct"]!.GetValue<int>()),
            (
                second["counts"]!["added"]!.GetValue<int>(),
                second["counts"]!["updated"]!.GetValue<int>(),
                second["counts"]!["unchanged"]!.GetValue<int>()
            )
        );
        Assert.Equal(first["rows"]!.GetValue<int>(), second["rows"]!.GetValue<int>());
        Assert.Equal(versions, await township.VersionsAsync());
        Assert.All(versions, area => Assert.Equal(1, area.Value));
    }

    /// <summary>What the tickets of a file are to the cycle, whoever brought them.</summary>
    private static string States(JsonNode report) =>
        string.Join(
            '\n',
            report["counts"]!
                .AsObject()
                .Where(count => count.Key is not ("added" or "updated" or "unchanged"))
        );

    [Fact]
    public async Task SameFile_UploadedTwice_IsTheSameImport()
    {
        var township = await TownshipCycle.OpenAsync(host, Areas());
        var file = await File.ReadAllBytesAsync(Path.Combine(Folder, "tickets.csv"));
        var first = await township.ImportAsync(file);
        var second = await township.ImportAsync(file);
        Assert.Equal(first.ToJsonString(), second.ToJsonString());
    }

    [Fact]
    public async Task TwoHalves_InEitherOrder_GiveTheSameFacts()
    {
        var table = TableReader.Read(
            await File.ReadAllBytesAsync(Path.Combine(Folder, "tickets.csv"))
        );
        var middle = table.Rows.Count / 2;
        var halves = new[]
        {
            Csv(table, table.Rows.Take(middle)),
            Csv(table, table.Rows.Skip(middle)),
        };
        var forward = await TownshipCycle.OpenAsync(host, Areas());
        var backward = await TownshipCycle.OpenAsync(host, Areas());

        await forward.ImportAsync(halves[0]);
        await forward.ImportAsync(halves[1]);
        await backward.ImportAsync(halves[1]);
        await backward.ImportAsync(halves[0]);

        Assert.Equivalent(await forward.FactsAsync(), await backward.FactsAsync(), strict: true);
    }

    private static List<ListedArea> Areas() =>
        [
            .. TableReader
                .Read(File.ReadAllBytes(Path.Combine(Folder, "areas.csv")))
                .Rows.Select(row => new ListedArea(row["id"], row["name"], row["category"], 0, 0)),
        ];

    private static JsonNode Json(string file) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, file)))!;

    private static decimal Composite(Dictionary<string, ReportedFact> facts) =>
        Math.Round(
            (
                facts["hotline.disposal"].Value
                + facts["hotline.resolution"].Value
                + facts["hotline.satisfaction"].Value
            ) / 3,
            2,
            MidpointRounding.AwayFromZero
        );

    private static decimal PointsOf(Dictionary<string, decimal> composites, string area) =>
        (1 + composites.Count(other => other.Value > composites[area])) switch
        {
            <= 5 => 24,
            <= 10 => 22,
            <= 20 => 20,
            <= 25 => 18,
            _ => 16,
        };

    private static byte[] InForm(byte[] gb18030, string form)
    {
        var table = TableReader.Read(gb18030);
        return form switch
        {
            "utf-8" => Csv(table, table.Rows),
            "utf-8 with BOM" => [.. Encoding.UTF8.Preamble, .. Csv(table, table.Rows)],
            _ => WorkbookWriter.Write(
                new Sheet(
                    "工单",
                    table.Header,
                    table.Rows.Select(row => Cells(table, row).Cast<object?>().ToList())
                )
            ),
        };
    }

    private static byte[] Csv(Table table, IEnumerable<TableRow> rows) =>
        Encoding.UTF8.GetBytes(
            string.Join(
                "\n",
                [
                    string.Join(',', table.Header),
                    .. rows.Select(row => string.Join(',', Cells(table, row))),
                ]
            )
        );

    private static IEnumerable<string> Cells(Table table, TableRow row) =>
        table.Header.Select(column => row[column]);
}
