using Assessment.Contracts;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Assessment.Hotline.Tests.TownshipCycle;

namespace Assessment.Hotline.Tests;

/// <summary>Nothing more is taken for a cancelled cycle, and nothing of it is reported.</summary>
[Collection(HotlineService.Name)]
public sealed class CancelledCycleTest(HotlineHost host)
{
    [Fact]
    public async Task FileForACancelledCycle_IsRefusedWhole()
    {
        var township = await OpenAsync(host);
        await host.DeliverAsync(Cancelled(township));
        await host.DeliverAsync(Cancelled(township));

        var refused = await township.ImportAsync(Row("N1"));

        Assert.Equal("cycle-must-not-be-cancelled", (string?)refused["error"]!["code"]);
        Assert.Equal(0, await host.ReadAsync(township.Township, db => db.Tickets.CountAsync()));
    }

    [Fact]
    public async Task TicketOfAnotherCyclesFile_IsNotReportedForTheCancelledOne()
    {
        var township = await OpenAsync(host);
        await township.ImportAsync(Row("N1"));
        var before = await township.VersionsAsync();
        await host.DeliverAsync(Cancelled(township));
        var anew = new TownshipCycle(host, "anew") { Township = township.Township };
        await host.DeliverAsync(anew.Message(TwoAreas));

        await anew.ImportAsync(Row("N1"), Row("N2"));

        Assert.Equal(before, await township.VersionsAsync());
        Assert.NotEmpty(await anew.VersionsAsync());
    }

    [Fact]
    public async Task CancelledBeforeItIsOpened_StaysCancelled()
    {
        var township = new TownshipCycle(host, "cancelled-first");
        await host.DeliverAsync(Cancelled(township));
        await host.DeliverAsync(township.Message(TwoAreas));

        var refused = await township.ImportAsync(Row("N1"));

        Assert.Equal("cycle-must-not-be-cancelled", (string?)refused["error"]!["code"]);
    }

    private static CycleCancelled Cancelled(TownshipCycle township) =>
        new(township.Township, township.Cycle, DateTimeOffset.UtcNow, "office");
}
