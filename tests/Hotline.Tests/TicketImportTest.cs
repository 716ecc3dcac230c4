using System.Text;
using Xunit;
using static Assessment.Hotline.Tests.TownshipCycle;

namespace Assessment.Hotline.Tests;

[Collection(HotlineService.Name)]
public sealed class TicketImportTest(HotlineHost host)
{
    [Theory]
    [InlineData(
        "受理时间",
        "invalidValue",
        "N1,12345,not a date,2024-06-10 09:30,,,,,,高境居民区,是,满意,,"
    )]
    [InlineData("受理时间", "missingValue", "N1,12345,,2024-06-10 09:30,,,,,,高境居民区,是,满意,,")]
    [InlineData("办结时限", "missingValue", "N1,12345,2024-06-03 09:30,,,,,,,高境居民区,是,满意,,")]
    [InlineData(
        "办结时间",
        "invalidValue",
        "N1,12345,2024-06-03 09:30,2024-06-10 09:30,soon,,,,,高境居民区,是,满意,,"
    )]
    [InlineData(
        "来源",
        "invalidValue",
        "N1,12333,2024-06-03 09:30,2024-06-10 09:30,,,,,,高境居民区,是,满意,,"
    )]
    [InlineData(
        "是否解决",
        "invalidValue",
        "N1,12345,2024-06-03 09:30,2024-06-10 09:30,,,,,,高境居民区,不知,满意,,"
    )]
    [InlineData(
        "满意度",
        "invalidValue",
        "N1,12345,2024-06-03 09:30,2024-06-10 09:30,,,,,,高境居民区,是,很好,,"
    )]
    [InlineData(
        "剔除理由",
        "invalidValue",
        "N1,12345,2024-06-03 09:30,2024-06-10 09:30,,,,,,高境居民区,是,满意,其他,同意"
    )]
    [InlineData(
        "剔除理由",
        "missingValue",
        "N1,12345,2024-06-03 09:30,2024-06-10 09:30,,,,,,高境居民区,是,满意,,同意"
    )]
    [InlineData(
        "剔除状态",
        "missingValue",
        "N1,12345,2024-06-03 09:30,2024-06-10 09:30,,,,,,高境居民区,是,满意,不属实,"
    )]
    [InlineData(
        "剔除状态",
        "invalidValue",
        "N1,12345,2024-06-03 09:30,2024-06-10 09:30,,,,,,高境居民区,是,满意,不属实,待定"
    )]
    [InlineData(
        "工单编号",
        "missingValue",
        ",12345,2024-06-03 09:30,2024-06-10 09:30,,,,,,高境居民区,是,满意,,"
    )]
    public async Task BadCell_IsRefusedWithItsPlaceAndTheRestGoesIn(
        string column,
        string code,
        string row
    )
    {
        var township = await OpenAsync(host);

        var report = await township.ImportAsync(Row("N0"), row);

        var problem = Assert.Single(report["problems"]!.AsArray())!;
        Assert.Equal(3, (int)problem["line"]!);
        Assert.Equal(column, (string)problem["column"]!);
        Assert.Equal(code, (string)problem["code"]!);
        Assert.Equal(1, (int)report["counts"]!["accepted"]!);
        Assert.Equal(1, (int)(await township.RatesAsync("a1"))["tickets"]!);
    }

    [Fact]
    public async Task FileWithoutUsableHeader_IsRefusedWholeNamingTheColumns()
    {
        var township = await OpenAsync(host);
        var report = await township.ImportAsync(Encoding.UTF8.GetBytes("工单编号,来源\nN1,12345"));
        Assert.Equal("refused", (string)report["status"]!);
        Assert.Equal("import-file-lacks-columns", (string)report["error"]!["code"]!);
        Assert.Contains("受理时间", (string)report["error"]!["message"]!);
    }

    [Fact]
    public async Task TicketSeenAgain_InALaterFile_ChangesTheRate()
    {
        var township = await OpenAsync(host);
        await township.ImportAsync(Row("N1"), Row("N2", solved: "否"));
        Assert.Equal(50m, (decimal)(await township.RatesAsync("a1"))["resolution"]!);

        var report = await township.ImportAsync(Row("N2", solved: "是"));

        Assert.Equal(1, (int)report["counts"]!["distinct"]!);
        Assert.Equal(100m, (decimal)(await township.RatesAsync("a1"))["resolution"]!);
        Assert.Equal(100m, (await township.FactsAsync())["a1"]["hotline.resolution"].Value);
        Assert.Equal(2, (await township.VersionsAsync())["a1"]);
        Assert.Equal(1, (await township.VersionsAsync())["a2"]);
    }

    [Fact]
    public async Task TicketSeenAgain_LaterInTheFile_IsUpdatedByTheLaterRow()
    {
        var township = await OpenAsync(host);
        var report = await township.ImportAsync(Row("N1", solved: "是"), Row("N1", solved: "否"));
        Assert.Equal(2, (int)report["counts"]!["accepted"]!);
        Assert.Equal(1, (int)report["counts"]!["distinct"]!);
        Assert.Equal(0m, (decimal)(await township.RatesAsync("a1"))["resolution"]!);
    }

    [Theory]
    [InlineData("2023-12-31 23:59", false)]
    [InlineData("2024-01-01 00:00", true)]
    [InlineData("2024-12-31 23:59", true)]
    [InlineData("2025-01-01 00:00", false)]
    public async Task Ticket_AtTheEdgesOfTheWindow_CountsFromTheFirstToTheLastDay(
        string received,
        bool counts
    )
    {
        var township = await OpenAsync(host);

        var report = await township.ImportAsync(Row("N1", received: received, due: "2025-02-01"));

        Assert.Equal(counts ? 1 : 0, (int)report["counts"]!["countable"]!);
        Assert.Equal(counts ? 0 : 1, (int)report["counts"]!["outsideWindow"]!);
        Assert.Equal(counts ? 1 : 0, (int)(await township.RatesAsync("a1"))["tickets"]!);
        Assert.Equal(
            counts ? 0 : 1,
            (int)(await township.TicketsAsync("&state=outsideWindow"))["total"]!
        );
        Assert.Equal(counts, (await township.VersionsAsync()).Count > 0);
    }

    [Theory]
    [InlineData("2024-06-10 09:29", 100)]
    [InlineData("2024-06-10 09:30", 100)]
    [InlineData("2024-06-10 09:31", 0)]
    [InlineData("", 0)]
    public async Task Ticket_FinishedAroundItsLimit_IsDisposedUpToTheLimitItself(
        string finished,
        int disposal
    )
    {
        var township = await OpenAsync(host);
        await township.ImportAsync(Row("N1", due: "2024-06-10 09:30", finished: finished));
        Assert.Equal(disposal, (decimal)(await township.RatesAsync("a1"))["disposal"]!);
    }

    [Fact]
    public async Task AreaWithoutCountableTicket_ReportsTheNumberAlone()
    {
        var township = await OpenAsync(host);
        await township.ImportAsync(
            Row("N1"),
            Row("N2", area: "三花居民区", reason: "不属实", state: "同意")
        );
        var fact = Assert.Single((await township.FactsAsync())["a2"]);
        Assert.Equal("tickets", fact.Key);
        Assert.Equal(0m, fact.Value.Value);
    }

    [Fact]
    public async Task Import_BeforeTheCycleIsKnown_IsRefusedWholeAndGoesInAfterwards()
    {
        var township = new TownshipCycle(host, "early");
        var refused = await township.ImportAsync(Row("N1"));
        Assert.Equal("cycle-must-be-opened-first", (string)refused["error"]!["code"]!);

        await host.DeliverAsync(township.Message(TwoAreas));
        var accepted = await township.ImportAsync(Row("N1"));

        Assert.Equal("completed", (string)accepted["status"]!);
        Assert.Equal(1, (int)(await township.RatesAsync("a1"))["tickets"]!);
    }

    [Fact]
    public async Task Import_ForASchemeThatCountsNoTickets_IsRefusedWhole()
    {
        var township = new TownshipCycle(host, "uncounted");
        await host.DeliverAsync(township.Message(TwoAreas, counts: false));
        var refused = await township.ImportAsync(Row("N1"));
        Assert.Equal("scheme-counts-no-tickets", (string)refused["error"]!["code"]!);
        Assert.Equal(0, (int)(await township.TicketsAsync())["total"]!);
    }
}
