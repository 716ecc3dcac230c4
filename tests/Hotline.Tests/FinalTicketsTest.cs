using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Assessment.Contracts;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Assessment.Hotline.Tests.TownshipCycle;

namespace Assessment.Hotline.Tests;

/// <summary>已生效: what a final result rests on is changed by a correction only.</summary>
[Collection(HotlineService.Name)]
public sealed class FinalTicketsTest(HotlineHost host)
{
    private static readonly object s_proposal = new { state = "申请", reason = "不属实" };
    private static readonly object s_area = new { area = "a2" };

    [Fact]
    public async Task FinalCycle_TakesNoFile_AttributionOrExclusion()
    {
        var township = await OpenAsync(host);
        await township.ImportAsync(Row("N1"));
        await EndAsync(township);

        var report = await township.ImportAsync(Row("N1", solved: "否"), Row("N2"));
        using var attributed = await township.DecideAsync("N1", "attribution", s_area);
        using var reviewed = await township.DecideAsync("N1", "exclusion", s_proposal);

        Assert.Equal("refused", (string?)report["status"]);
        Assert.Equal("cycle-is-final", (string?)report["error"]!["code"]);
        Assert.Contains("须经更正程序", (string?)report["error"]!["message"]);
        await IsFinalAsync(attributed);
        await IsFinalAsync(reviewed);
        Assert.Equal(100m, (decimal)(await township.RatesAsync("a1"))["resolution"]!);
        Assert.Equal(1, (int)(await township.TicketsAsync())["total"]!);
        Assert.Equal(1, (await township.VersionsAsync())["a1"]);
    }

    [Fact]
    public async Task OpenCorrection_TakesThemAgain_UntilItEnds()
    {
        var township = await OpenAsync(host);
        await township.ImportAsync(Row("N1"), Row("N2"));
        await EndAsync(township);
        await host.DeliverAsync(Opened(township, 1));

        Assert.Equal(
            "completed",
            (string?)(await township.ImportAsync(Row("N1", solved: "否")))["status"]
        );
        using var attributed = await township.DecideAsync("N1", "attribution", s_area);
        using var reviewed = await township.DecideAsync("N2", "exclusion", s_proposal);
        Assert.Equal(HttpStatusCode.OK, attributed.StatusCode);
        Assert.Equal(HttpStatusCode.OK, reviewed.StatusCode);

        await host.DeliverAsync(Ended(township, 1));

        using var after = await township.DecideAsync("N2", "exclusion", new { state = "同意" });
        await IsFinalAsync(after);
        // The next correction is another one.
        await host.DeliverAsync(Opened(township, 2));
        using var again = await township.DecideAsync("N2", "exclusion", new { state = "同意" });
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
    }

    /// <summary>In whatever order, and how often, the messages come: the greatest number decides.</summary>
    [Theory]
    [InlineData("close open1 end1", false)]
    [InlineData("end1 open1 close", false)]
    [InlineData("open1 close", true)]
    [InlineData("close open2 end1 open1", true)]
    [InlineData("close end2 open1 open2 end1", false)]
    [InlineData("close open1 open1 end1 end1 close", false)]
    [InlineData("close close", false)]
    public async Task Messages_InAnyOrder_LeadToTheSameState(string messages, bool takes)
    {
        var township = await OpenAsync(host);
        foreach (var message in messages.Split(' '))
        {
            await host.DeliverAsync(
                message switch
                {
                    "close" => Closed(township),
                    ['o', 'p', 'e', 'n', var number] => Opened(township, number - '0'),
                    ['e', 'n', 'd', var number] => Ended(township, number - '0'),
                    _ => throw new ArgumentException(message, nameof(messages)),
                }
            );
        }

        var cycle = await host.ReadAsync(township.Township, db => db.Cycles.SingleAsync());
        Assert.Equal(takes, cycle.TakesTickets);
        Assert.Equal(DateTimeOffset.UnixEpoch, cycle.FinalAt);
    }

    /// <summary>The file of a later cycle repeats the tickets of a final one: it changes none of them, and its own go in.</summary>
    [Fact]
    public async Task LaterCyclesFile_ChangesNoTicketOfAFinalOne_AndItsOwnGoIn()
    {
        var township = await OpenAsync(host);
        await township.ImportAsync(Row("N1"), Row("N2"));
        await EndAsync(township);
        var later = await NextYearAsync(township);

        var report = await later.ImportAsync(
            Row("N1"),
            Row("N2", solved: "否"),
            Row("N3"),
            Row("N1", received: "2025-02-03 09:30"),
            Row("N4", received: "2025-02-03 09:30")
        );

        Assert.Equal(2, (int)report["counts"]!["accepted"]!);
        Assert.Equal(1, (int)report["counts"]!["added"]!);
        Assert.Equal(1, (int)report["counts"]!["unchanged"]!);
        Assert.Equal(3, (int)report["counts"]!["cycleFinal"]!);
        Assert.Equal(
            [3, 4, 5],
            report["problems"]!.AsArray().Select(problem => (int)problem!["line"]!)
        );
        Assert.Equal(100m, (decimal)(await township.RatesAsync("a1"))["resolution"]!);
        Assert.Equal(2, (int)(await township.TicketsAsync())["total"]!);
        Assert.Equal(1, (await township.VersionsAsync())["a1"]);
    }

    /// <summary>A ticket that another cycle counts, which is not final, can be changed for it.</summary>
    [Fact]
    public async Task TicketThatAnOpenCycleCounts_CanBeChanged()
    {
        var township = await OpenAsync(host);
        await township.ImportAsync(Row("N1"));
        await host.DeliverAsync(
            township.Message(TwoAreas, version: 2) with
            {
                Cycle = Guid.CreateVersion7(),
            }
        );
        await EndAsync(township);

        using var attributed = await township.DecideAsync("N1", "attribution", s_area);

        Assert.Equal(HttpStatusCode.OK, attributed.StatusCode);
    }

    /// <summary>Neither a rehearsal nor a cycle that was cancelled binds anything, and so neither loosens what a final result holds.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task RehearsalOrCancelledCycleOfTheSameYear_DoesNotLoosenAFinalResult(
        bool rehearsal
    )
    {
        var township = await OpenAsync(host);
        await township.ImportAsync(Row("N1"));
        var other = Guid.CreateVersion7();
        await host.DeliverAsync(
            township.Message(TwoAreas, version: 2) with
            {
                Cycle = other,
                IsRehearsal = rehearsal,
            }
        );
        await host.DeliverAsync(
            rehearsal
                ? new CycleClosed(township.Township, other, DateTimeOffset.UnixEpoch, "leader.li")
                : new CycleCancelled(
                    township.Township,
                    other,
                    DateTimeOffset.UnixEpoch,
                    "leader.li"
                )
        );
        await EndAsync(township);

        using var attributed = await township.DecideAsync("N1", "attribution", s_area);

        await IsFinalAsync(attributed);
    }

    /// <summary>What was reported of a removed rehearsal goes; the tickets are the township's and stay.</summary>
    [Fact]
    public async Task RemovedRehearsal_LeavesTheTicketsAndTheRealCycle()
    {
        var township = await OpenAsync(host);
        var rehearsal = Guid.CreateVersion7();
        await host.DeliverAsync(
            township.Message(TwoAreas, version: 2) with
            {
                Cycle = rehearsal,
                IsRehearsal = true,
            }
        );
        await township.ImportAsync(Row("N1"));

        await host.DeliverAsync(
            new CycleRemoved(
                township.Township,
                rehearsal,
                DateTimeOffset.UnixEpoch,
                "administrator.wang"
            )
        );

        Assert.Equal(
            [township.Cycle],
            await host.ReadAsync(
                township.Township,
                db => db.Cycles.Select(cycle => cycle.Id).ToListAsync()
            )
        );
        Assert.Equal(1, (int)(await township.TicketsAsync())["total"]!);
        Assert.NotEmpty(await township.VersionsAsync());
    }

    [Fact]
    public async Task WaitingTicketOfAFinalCycle_GoesOnWaiting_WhenItsAreaBecomesKnown()
    {
        var township = await OpenAsync(host);
        await township.ImportAsync(Row("N1", area: "新居民区"));
        await EndAsync(township);

        await host.DeliverAsync(
            new AreasChanged(
                township.Township,
                null,
                9,
                [.. TwoAreas, new ListedArea("a9", "新居民区", null, 1, 1)]
            )
        );

        var ticket = await host.ReadAsync(township.Township, db => db.Tickets.SingleAsync());
        Assert.Null(ticket.Area);
    }

    private async Task<TownshipCycle> NextYearAsync(TownshipCycle township)
    {
        var later = new TownshipCycle(host, "later") { Township = township.Township };
        var message = later.Message(TwoAreas, version: 2);
        await host.DeliverAsync(
            message with
            {
                Year = 2025,
                Plan = message.Plan with
                {
                    Hotline = message.Plan.Hotline! with
                    {
                        From = new DateOnly(2025, 1, 1),
                        To = new DateOnly(2025, 12, 31),
                    },
                },
            }
        );
        return later;
    }

    private static async Task IsFinalAsync(HttpResponseMessage response)
    {
        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        Assert.Equal(
            "cycle-is-final",
            (string?)(await response.Content.ReadFromJsonAsync<JsonNode>())!["code"]
        );
    }

    private Task EndAsync(TownshipCycle township) => host.DeliverAsync(Closed(township));

    private static CycleClosed Closed(TownshipCycle township) =>
        new(township.Township, township.Cycle, DateTimeOffset.UnixEpoch, "leader.li");

    private static CorrectionOpened Opened(TownshipCycle township, long number) =>
        new(township.Township, township.Cycle, number, DateTimeOffset.UnixEpoch, "leader.li");

    private static CorrectionEnded Ended(TownshipCycle township, long number) =>
        new(township.Township, township.Cycle, number, DateTimeOffset.UnixEpoch, "leader.li");
}
