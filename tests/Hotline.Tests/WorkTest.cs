using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Assessment.Contracts;
using Assessment.Hotline.Cycles;
using Assessment.ServiceDefaults.SignIn;
using Xunit;
using static Assessment.Hotline.Tests.TownshipCycle;

namespace Assessment.Hotline.Tests;

/// <summary>待办 of the hotline: tickets without an area, exclusions to be reviewed.</summary>
[Collection(HotlineService.Name)]
public sealed class WorkTest(HotlineHost host)
{
    [Fact]
    public async Task TicketsAndExclusions_WaitForTheOffice_UntilSomebodyHasDecided()
    {
        var township = await OpenAsync(host);
        await township.ImportAsync(
            Row("N1"),
            Row("N2", area: "不明"),
            Row("N3", reason: "不属实", state: "申请")
        );
        Assert.Equal(
            ["attributeTickets", "reviewExclusions"],
            (await WorkAsync(township)).Select(item => (string)item!["kind"]!)
        );
        foreach (var role in new[] { Roles.Leader, Roles.Area, Roles.Surveyor })
        {
            Assert.Empty(await WorkAsync(township, role));
        }

        // The list that the link leads to has the ticket alone.
        var link = (string)(await WorkAsync(township))[1]!["link"]!;
        Assert.Equal($"/tickets/{township.Cycle}?state=all&review=true", link);
        var listed = await township.TicketsAsync("&review=true");
        Assert.Equal("N3", (string?)Assert.Single(listed["items"]!.AsArray())!["number"]);

        await DecideAsync(township, "N2", "attribution", new { area = "a1" });
        await DecideAsync(township, "N3", "exclusion", new { state = "驳回" });
        Assert.Empty(await WorkAsync(township));
    }

    [Fact]
    public async Task WhatAFinalResultHolds_WaitsForNobody()
    {
        var township = await OpenAsync(host);
        await township.ImportAsync(Row("N1"), Row("N2", area: "不明"));
        Assert.Single(await WorkAsync(township));
        await host.DeliverAsync(
            new CycleClosed(
                township.Township,
                township.Cycle,
                DateTimeOffset.UnixEpoch,
                "leader.li"
            )
        );
        Assert.Empty(await WorkAsync(township));
    }

    [Fact]
    public void Rehearsal_IsWorkedOn_WhereThereIsNoRealCycle()
    {
        var real = Cycle();
        var rehearsal = Cycle(isRehearsal: true);
        Assert.Equal([real], WorkingCycles.Of([rehearsal, real]));
        Assert.Equal([rehearsal], WorkingCycles.Of([rehearsal]));
        real.Close(DateTimeOffset.UnixEpoch);
        Assert.Empty(WorkingCycles.Of([rehearsal, real]));
        real.OpenCorrection(1);
        Assert.Equal([real], WorkingCycles.Of([rehearsal, real]));
        real.CancelledAt = DateTimeOffset.UnixEpoch;
        Assert.Equal([rehearsal], WorkingCycles.Of([rehearsal, real]));
    }

    private static HotlineCycle Cycle(bool isRehearsal = false) =>
        new()
        {
            Id = Guid.NewGuid(),
            Item = "hotline",
            IsRehearsal = isRehearsal,
        };

    private static async Task DecideAsync(
        TownshipCycle township,
        string number,
        string what,
        object decision
    )
    {
        using var answer = await township.DecideAsync(number, what, decision);
        answer.EnsureSuccessStatusCode();
    }

    private async Task<JsonArray> WorkAsync(
        TownshipCycle township,
        string role = Roles.TownshipAdministrator
    ) => (await host.As(township.Township, role).GetFromJsonAsync<JsonArray>("/api/hotline/work"))!;
}
