using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Assessment.FactSources;
using Assessment.Testing.Hosts;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Assessment.Hotline.Tests;

[Collection(HotlineService.Name)]
public sealed class TicketPreviewTest(HotlineHost host)
{
    [Fact]
    public async Task Preview_SaysWhatTheImportSays_AndStoresNothing()
    {
        var cycle = await TownshipCycle.OpenAsync(host);
        var client = new ImportClient(cycle.Administrator, "hotline", cycle.Cycle);
        var file = TownshipCycle.File(
            TownshipCycle.Row("t1"),
            TownshipCycle.Row("t2", source: "来信"),
            TownshipCycle.Row("t3", received: "昨天")
        );

        var preview = await client.PreviewAsync("tickets", file);

        Assert.Equal("居民区考核", (string?)preview["cycleTitle"]);
        Assert.Equal(0, await host.ReadAsync(cycle.Township, db => db.Tickets.CountAsync()));
        Assert.Equal(
            0,
            await host.ReadAsync(
                cycle.Township,
                db => db.SubjectReports.CountAsync(r => r.Version > 1)
            )
        );
        var report = await client.ImportAsync("tickets", file);
        Assert.Equal(preview["problems"]!.ToJsonString(), report["problems"]!.ToJsonString());
        Assert.Equal(preview["counts"]!.ToJsonString(), report["counts"]!.ToJsonString());
        Assert.Equal("居民区考核", (string?)report["cycleTitle"]);
    }

    [Fact]
    public async Task FilledTemplate_IsReadAsItWasWritten()
    {
        var cycle = await TownshipCycle.OpenAsync(host);

        await new ImportClient(cycle.Administrator, "hotline", cycle.Cycle).TemplateIsReadBackAsync(
            "tickets",
            "0001",
            "12345",
            "2024-06-03 09:30:00",
            "2024-06-10 09:30:00",
            "",
            "物业管理",
            "楼道堆物",
            "请核实",
            "共和新路 1 号",
            "高境居民区",
            "是",
            "满意",
            "",
            ""
        );
    }

    [Fact]
    public async Task Tickets_AreNotUndone()
    {
        var cycle = await TownshipCycle.OpenAsync(host);
        var kinds = await cycle.Administrator.GetFromJsonAsync<JsonNode>(
            "/api/hotline/imports/kinds"
        );
        using var answer = await cycle.Administrator.PostAsJsonAsync(
            $"/api/hotline/imports/{Guid.NewGuid()}/undo",
            new { reason = "误传" }
        );

        Assert.False((bool)Assert.Single(kinds!.AsArray())!["canBeUndone"]!);
        Assert.Equal(
            "not-found",
            (string?)(await answer.Content.ReadFromJsonAsync<JsonNode>())!["code"]
        );
    }
}
