using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Assessment.Contracts;
using Assessment.ServiceDefaults.SignIn;
using ExcelDataReader;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Assessment.Payout.Tests;

[Collection(PayoutService.Name)]
public sealed class SheetTest(PayoutHost host)
{
    [Theory]
    [InlineData("1")]
    [InlineData("2")]
    [InlineData("3")]
    [InlineData("4")]
    [InlineData("5")]
    [InlineData("6")]
    public async Task FinalCase_GivesTheExpectedAmountsEachExplained(string number)
    {
        var published = FinalCase.Of(number);
        await host.DeliverAsync(published.Message());

        var sheet = await SheetAsync(published);

        Assert.Equal(published.Amounts, Amounts(sheet));
        Assert.Equal(published.Amounts.Values.Sum(), (decimal)sheet["total"]!);
        Assert.All(
            sheet["lines"]!.AsArray(),
            line =>
            {
                Assert.NotEmpty((string)line!["explanation"]!["clause"]!);
                Assert.NotEmpty((string)line["explanation"]!["quote"]!);
                Assert.NotEmpty((string)line["explanation"]!["arithmetic"]!);
                Assert.Equal(line["amount"] is null, line["reason"] is not null);
                Assert.Equal(
                    $"职务 {line["postTitle"]}",
                    ((string)line["explanation"]!["children"]![0]!["arithmetic"]!).Split('，')[0]
                );
            }
        );
    }

    [Theory]
    [InlineData("jingan-guidance")]
    [InlineData("danan-2017")]
    [InlineData("secretary-three-papers")]
    [InlineData("secretary-three-reviews")]
    public async Task BasesAfterThePublication_GiveTheExpectedAmounts(string scheme)
    {
        var published = FinalCase.Of("1", scheme);
        await host.DeliverAsync(published.Message());
        Assert.All(Amounts(await SheetAsync(published)).Values, amount => Assert.Null(amount));

        var report = await host.ImportBasesAsync(published.Township, published.BasesFile);

        Assert.Empty(report["problems"]!.AsArray());
        var sheet = await SheetAsync(published);
        Assert.Equal(2, (int)sheet["number"]!);
        Assert.Equal(published.Amounts, Amounts(sheet));
    }

    /// <summary>A rehearsal's sheet says so in its file's name, and goes with it.</summary>
    [Fact]
    public async Task RehearsalsSheet_IsMarked_AndRemovedWithIt()
    {
        var published = FinalCase.Of("1");
        await host.DeliverAsync(published.Message() with { IsRehearsal = true });
        var finance = host.As(published.Township, Roles.FinancePreparer);
        using var file = await finance.GetAsync($"/api/payout/sheets/{published.Cycle}/sheet.xlsx");
        file.EnsureSuccessStatusCode();
        Assert.StartsWith(
            "演练-",
            file.Content.Headers.ContentDisposition!.FileNameStar,
            StringComparison.Ordinal
        );

        await host.DeliverAsync(
            new CycleRemoved(
                published.Township,
                published.Cycle,
                DateTimeOffset.UnixEpoch,
                "administrator.wang"
            )
        );

        Assert.Equal(
            (0, 0),
            await host.ReadAsync(
                published.Township,
                async db => (await db.Sheets.CountAsync(), await db.Lines.CountAsync())
            )
        );
    }

    [Fact]
    public async Task AttributeThatTheSchemeDeclares_ComesWithThePublicationAndDecidesTheAmount()
    {
        var published = FinalCase.Of("1", "jingan-guidance");
        var message = published.Message();
        var certified = message.Staff[0].Id;

        await host.DeliverAsync(
            message with
            {
                SchemeText = message.SchemeText.Replace(
                    "\npayout:\n  amounts:\n",
                    """

                    attributes:
                      certified: {of: staff, title: 持证, type: flag}
                      years: {of: staff, title: 持证年数, type: whole}

                    payout:
                      amounts:
                        - id: certified
                          title: 持证补贴
                          when: {attribute: certified, is: true}
                          amount: {product: [100, {attribute: years, absent: 1}]}
                          clause: 七（二）1
                          quote: 绩效

                    """,
                    StringComparison.Ordinal
                ),
                Staff =
                [
                    message.Staff[0] with
                    {
                        Attributes = new Dictionary<string, JsonElement>
                        {
                            ["certified"] = JsonSerializer.SerializeToElement(true),
                            ["years"] = JsonSerializer.SerializeToElement(3.0m),
                        },
                    },
                    .. message.Staff.Skip(1),
                ],
            }
        );

        var amounts = Amounts(await SheetAsync(published));
        Assert.Equal(300m, amounts[certified]);
        Assert.All(amounts.Where(one => one.Key != certified), one => Assert.Null(one.Value));
    }

    [Fact]
    public async Task LaterBases_LeaveAmountsThatWereSaidAlone()
    {
        var published = FinalCase.Of("1", "danan-2017");
        await host.DeliverAsync(published.Message());
        // Some never get an amount by this scheme, so that the sheet never says every amount.
        Assert.Contains(null, published.Amounts.Values);
        await host.ImportBasesAsync(published.Township, published.BasesFile);

        await host.ImportBasesAsync(
            published.Township,
            string.Join('\n', published.Amounts.Keys.Select(id => $"{id},99999").Prepend("id,base"))
        );

        var sheet = await SheetAsync(published);
        Assert.Equal(2, (int)sheet["number"]!);
        Assert.Equal(published.Amounts, Amounts(sheet));
    }

    [Fact]
    public async Task AreaWithTwoHeads_HasNoAmountsForThemButTheReason()
    {
        var published = FinalCase.Of("1");
        await host.DeliverAsync(published.Message());

        var sheet = await SheetAsync(published);

        var withheld = sheet["lines"]!.AsArray().Where(line => line!["amount"] is null).ToList();
        var finding = Assert.Single(sheet["findings"]!.AsArray());
        Assert.Equal("head.duplicate", (string)finding!["code"]!);
        Assert.Equal(2, withheld.Count);
        Assert.All(
            withheld,
            line => Assert.Equal((string)finding["subject"]!, (string)line!["area"]!)
        );
        Assert.All(
            withheld,
            line => Assert.Equal((string)finding["message"]!, (string)line!["reason"]!)
        );
    }

    [Fact]
    public async Task SamePublicationManyTimes_MakesOneSheet()
    {
        var published = FinalCase.Of("2");
        var id = Guid.CreateVersion7();
        await Task.WhenAll(
            Enumerable.Range(0, 5).Select(_ => host.PublishAsync(published.Message(), id))
        );
        await Task.WhenAll(
            Enumerable.Range(0, 5).Select(_ => host.DeliverAsync(published.Message()))
        );

        Assert.Equal(1, await host.ReadAsync(published.Township, db => db.Sheets.CountAsync()));
        Assert.Equal(published.Amounts, Amounts(await SheetAsync(published)));
    }

    [Fact]
    public async Task NewerPublication_SupersedesTheSheetAndKeepsItAndTheReferences()
    {
        var published = FinalCase.Of("3");
        await host.DeliverAsync(published.Message());
        var before = await SheetAsync(published);
        await host.DeliverAsync(published.Message(version: 2, tierOfAll: "A"));

        var after = await SheetAsync(published);

        Assert.Equal(2, (int)after["number"]!);
        Assert.Equal("digest-2", (string)after["digest"]!);
        Assert.NotEqual(Amounts(before), Amounts(after));
        Assert.Equal(References(before), References(after));
        var kept = await SheetAsync(published, "?number=1");
        Assert.Equal("superseded", (string)kept["state"]!);
        Assert.Equal(before["lines"]!.ToJsonString(), kept["lines"]!.ToJsonString());
    }

    [Fact]
    public async Task PublicationsInReverseOrder_EndWithTheNewest()
    {
        var published = FinalCase.Of("3");
        await host.DeliverAsync(published.Message(version: 2));
        await host.DeliverAsync(published.Message(version: 1, tierOfAll: "A"));

        var sheet = await SheetAsync(published);

        Assert.Equal("digest-2", (string)sheet["digest"]!);
        Assert.Equal(published.Amounts, Amounts(sheet));
        var listed = await host.As(published.Township)
            .GetFromJsonAsync<JsonArray>("/api/payout/sheets");
        Assert.Equal("current", (string)Assert.Single(listed!)!["state"]!);
    }

    [Fact]
    public async Task SheetList_TellsPeopleTotalsAndWhichHolds()
    {
        var published = FinalCase.Of("1");
        await host.DeliverAsync(published.Message());
        await host.DeliverAsync(published.Message(version: 2));

        var listed = (
            await host.As(published.Township).GetFromJsonAsync<JsonArray>("/api/payout/sheets")
        )!;

        Assert.Equal(["current", "superseded"], listed.Select(sheet => (string)sheet!["state"]!));
        Assert.All(listed, sheet => Assert.Equal(published.Amounts.Count, (int)sheet!["people"]!));
        Assert.All(listed, sheet => Assert.Equal(2, (int)sheet!["undetermined"]!));
        Assert.All(
            listed,
            sheet => Assert.Equal(published.Amounts.Values.Sum(), (decimal)sheet!["total"]!)
        );
    }

    [Fact]
    public async Task Workbook_HasTheLinesTheSumsByAreaAndTheBasis()
    {
        var published = FinalCase.Of("1");
        await host.DeliverAsync(published.Message());

        var response = await host.As(published.Township)
            .GetAsync($"/api/payout/sheets/{published.Cycle}/sheet.xlsx");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var reader = ExcelReaderFactory.CreateReader(
            await response.Content.ReadAsStreamAsync()
        );
        var sheets = new Dictionary<string, List<List<object?>>>();
        do
        {
            var rows = new List<List<object?>>();
            while (reader.Read())
            {
                rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)]);
            }

            sheets.Add(reader.Name, rows);
        } while (reader.NextResult());

        Assert.Equal(["发放明细", "按居民区汇总", "依据"], sheets.Keys);
        var lines = sheets["发放明细"].Skip(1).ToList();
        Assert.Equal(
            published.Amounts,
            new SortedDictionary<string, decimal?>(
                lines.ToDictionary(
                    row => (string)row[1]!,
                    row => row[7] is double amount ? (decimal?)amount : null
                )
            )
        );
        Assert.Equal(
            new HashSet<string> { "书记", "副书记", "居委会主任", "社区工作者" },
            lines.Select(row => (string)row[4]!).ToHashSet()
        );
        Assert.Equal((double)published.Amounts.Values.Sum()!.Value, sheets["按居民区汇总"][^1][3]);
        var basis = string.Join('\n', sheets["依据"].Select(row => string.Join('|', row)));
        Assert.Contains("digest-1", basis);
        Assert.Contains("scheme-version", basis);
        Assert.Contains("对A档居民区党组织负责人发放5000元/人", basis);
    }

    [Fact]
    public async Task OtherTownship_SeesNoSheet()
    {
        var published = FinalCase.Of("1");
        await host.DeliverAsync(published.Message());
        var stranger = host.As("another-township");

        Assert.Equal(
            HttpStatusCode.NotFound,
            (await stranger.GetAsync($"/api/payout/sheets/{published.Cycle}")).StatusCode
        );
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await stranger.GetAsync($"/api/payout/sheets/{published.Cycle}/sheet.xlsx")).StatusCode
        );
        Assert.Empty((await stranger.GetFromJsonAsync<JsonArray>("/api/payout/sheets"))!);
    }

    [Theory]
    [InlineData(Roles.Area)]
    [InlineData(Roles.DepartmentScorer)]
    [InlineData(Roles.Ops)]
    public async Task RoleThatNeitherPaysNorAnswersForIt_IsNotPermitted(string role)
    {
        var client = host.As("some-township", role);
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await client.GetAsync("/api/payout/sheets")).StatusCode
        );
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await client.GetAsync("/api/payout/imports")).StatusCode
        );
    }

    private async Task<JsonNode> SheetAsync(FinalCase published, string query = "") =>
        (
            await host.As(published.Township)
                .GetFromJsonAsync<JsonNode>($"/api/payout/sheets/{published.Cycle}{query}")
        )!;

    private static SortedDictionary<string, decimal?> Amounts(JsonNode sheet) =>
        new(
            sheet["lines"]!
                .AsArray()
                .ToDictionary(line => (string)line!["person"]!, line => (decimal?)line!["amount"])
        );

    private static IEnumerable<string> References(JsonNode sheet) =>
        sheet["lines"]!.AsArray().Select(line => $"{line!["person"]} {line["reference"]}");
}
