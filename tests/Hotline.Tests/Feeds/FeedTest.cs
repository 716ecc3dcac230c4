using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Assessment.Imports;
using Assessment.Imports.Spreadsheets;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Assessment.Hotline.Tests.TownshipCycle;

namespace Assessment.Hotline.Tests.Feeds;

[Collection(FedHotline.Name)]
public sealed class FeedTest(FeedHost host)
{
    [Fact]
    public async Task FileByABinding_IsAnImportOfItsTownship()
    {
        var fed = await host.NextTownshipWithCycleAsync();
        var other = await host.NextTownshipWithCycleAsync();
        Assert.True(await host.Channel.IsThereAsync(fed.Binding));

        await fed.BringAsync(
            File(Row("N1"), Row("N2", solved: "否")),
            ("fileName", "热线 6月.csv")
        );

        var import = await fed.OnlyImportAsync();
        Assert.Equal("completed", (string)import["status"]!);
        Assert.Equal("热线 6月.csv", (string)import["fileName"]!);
        Assert.Equal($"binding:{fed.Binding}", (string)import["uploadedBy"]!);
        Assert.Equal(fed.Cycle.Cycle, (Guid)import["cycle"]!);
        Assert.Equal(2, (int)import["counts"]!["countable"]!);
        Assert.Equal(50m, (decimal)(await fed.Cycle.RatesAsync("a1"))["resolution"]!);
        Assert.Equal(50m, (await fed.Cycle.FactsAsync())["a1"]["hotline.resolution"].Value);
        Assert.Empty(await other.ImportsAsync());
        Assert.Equal(0, (int)(await other.Cycle.TicketsAsync())["total"]!);
    }

    [Fact]
    public async Task Workbook_IsReadToo_WhateverItsContentTypeSays()
    {
        var fed = await host.NextTownshipWithCycleAsync();
        var row = Row("N1").Split(',');

        await fed.BringAsync(
            WorkbookWriter.Write(
                new Sheet(
                    "工单",
                    Header.Split(','),
                    [
                        [.. row],
                    ]
                )
            )
        );

        var import = await fed.OnlyImportAsync();
        Assert.Equal("completed", (string)import["status"]!);
        Assert.Equal(fed.Binding, (string)import["fileName"]!);
        Assert.Equal(1, (int)import["counts"]!["countable"]!);
    }

    [Fact]
    public async Task FileNameWithAPath_IsItsLastPart()
    {
        var fed = await host.NextTownshipWithCycleAsync();
        await fed.BringAsync(File(Row("N1")), ("fileName", "../../etc/tickets.csv"));
        Assert.Equal("tickets.csv", (string)(await fed.OnlyImportAsync())["fileName"]!);
    }

    [Fact]
    public async Task FileNameThatNoDatabaseStores_DoesNotKeepTheFileOut()
    {
        var fed = await host.NextTownshipWithCycleAsync();
        await fed.BringAsync(File(Row("N1")), ("fileName", "tick\0ets.csv"));
        Assert.Equal(fed.Binding, (string)(await fed.OnlyImportAsync())["fileName"]!);
    }

    [Fact]
    public async Task SameFile_BroughtAgainAndManyTimesAtOnce_TakesEffectOnce()
    {
        var fed = await host.NextTownshipWithCycleAsync();
        var file = File(Row("N1"), Row("N2", solved: "否"));
        await fed.BringAsync(file);
        var first = await fed.OnlyImportAsync();
        var versions = await fed.Cycle.VersionsAsync();

        await fed.BringAsync(file);
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => fed.BringAsync(file)));

        Assert.Equal(first.ToJsonString(), (await fed.OnlyImportAsync()).ToJsonString());
        Assert.Equal(2, (int)(await fed.Cycle.TicketsAsync())["total"]!);
        Assert.Equal(versions, await fed.Cycle.VersionsAsync());
    }

    [Fact]
    public async Task SameFile_BroughtManyTimesAtOnce_IsOneImportFromTheBeginning()
    {
        var fed = await host.NextTownshipWithCycleAsync();
        var file = File(Row("N1"), Row("N2", solved: "否"));

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => fed.BringAsync(file)));

        await fed.OnlyImportAsync();
        Assert.Equal(1, (await fed.Cycle.VersionsAsync())["a1"]);
    }

    [Fact]
    public async Task TicketsThatWereThere_BroughtInAnotherFile_ChangeNothing()
    {
        var fed = await host.NextTownshipWithCycleAsync();
        await fed.BringAsync(File(Row("N1"), Row("N2", solved: "否")));
        await fed.ImportsAsync();
        var versions = await fed.Cycle.VersionsAsync();

        await fed.BringAsync(File(Row("N2", solved: "否"), Row("N1")));

        Assert.Equal(2, (await fed.ImportsAsync()).Count);
        Assert.Equal(2, (int)(await fed.Cycle.TicketsAsync())["total"]!);
        Assert.Equal(versions, await fed.Cycle.VersionsAsync());
    }

    [Fact]
    public async Task BadFile_IsTakenAndRefusedWhereTheTownshipSeesIt()
    {
        var fed = await host.NextTownshipWithCycleAsync();

        await fed.BringAsync(Encoding.UTF8.GetBytes("工单编号,来源\nN1,12345"));
        await fed.BringAsync([0x50, 0x4B, 0x03, 0x04, 0, 0, 0, 0]);
        await fed.BringAsync([]);

        var imports = await fed.ImportsAsync();
        Assert.All(imports, import => Assert.Equal("refused", (string)import["status"]!));
        Assert.Equal(
            ["file-is-unreadable", "file-is-unreadable", "import-file-lacks-columns"],
            imports.Select(import => (string)import["error"]!["code"]!).Order()
        );
    }

    [Fact]
    public async Task BadRow_IsNamedAndTheRestGoesIn()
    {
        var fed = await host.NextTownshipWithCycleAsync();

        await fed.BringAsync(File(Row("N1"), Row("N2", received: "not a date")));

        var import = await fed.OnlyImportAsync();
        Assert.Equal(1, (int)import["counts"]!["accepted"]!);
        Assert.Equal("受理时间", (string)Assert.Single(import["problems"]!.AsArray())!["column"]!);
    }

    [Fact]
    public async Task FileThatIsTooLarge_IsTakenAndNotedOnce_WithoutItsContent()
    {
        var fed = await host.NextTownshipWithCycleAsync();
        var file = new byte[ImportQueue.MaximumBytes + 1];

        await fed.BringAsync(file);
        await fed.BringAsync(file);

        var import = await fed.OnlyImportAsync();
        Assert.Equal("feed-file-is-too-large", (string)import["error"]!["code"]!);
        Assert.Contains("64 MB", (string)import["error"]!["message"]!, StringComparison.Ordinal);
        Assert.Equal(
            0,
            await host.ReadAsync(
                fed.Cycle.Township,
                db => db.Imports.Select(job => job.Content.Length).SingleAsync()
            )
        );
    }

    [Fact]
    public async Task FileOfTheLargestSize_IsLookedAt()
    {
        var fed = await host.NextTownshipWithCycleAsync();

        await fed.BringAsync(new byte[ImportQueue.MaximumBytes]);

        var import = await fed.OnlyImportAsync();
        Assert.Equal("file-is-unreadable", (string)import["error"]!["code"]!);
    }

    [Fact]
    public async Task TownshipWithoutCycle_ShowsTheFileAsRefused_AndItGoesInWhenItComesAgain()
    {
        var fed = host.NextTownship();
        var file = File(Row("N1"));
        for (var time = 0; time < 2; time++)
        {
            using var early = await host.Channel.BringAsync(fed.Binding, file);
            Assert.Equal(HttpStatusCode.Conflict, early.StatusCode);
            var problem = await early.Content.ReadFromJsonAsync<JsonNode>();
            Assert.Equal("township-has-no-open-cycle", (string)problem!["code"]!);
        }

        var refused = await fed.OnlyImportAsync();
        Assert.Equal("refused", (string)refused["status"]!);
        Assert.Equal("township-has-no-open-cycle", (string)refused["error"]!["code"]!);
        Assert.Null(refused["cycle"]);

        await fed.OpenCycleAsync();
        await fed.BringAsync(file);

        Assert.Equal("completed", (string)(await fed.ImportsAsync())[0]["status"]!);
        Assert.Equal(1, (int)(await fed.Cycle.RatesAsync("a1"))["tickets"]!);
    }

    [Fact]
    public async Task CycleThatCountsNoTickets_IsAsGoodAsNone()
    {
        var fed = host.NextTownship();
        await host.DeliverAsync(fed.Cycle.Message(TwoAreas, counts: false));

        using var answer = await host.Channel.BringAsync(fed.Binding, File(Row("N1")));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
    }
}
