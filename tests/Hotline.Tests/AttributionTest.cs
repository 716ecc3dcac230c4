using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Assessment.Contracts;
using Xunit;
using static Assessment.Hotline.Tests.TownshipCycle;

namespace Assessment.Hotline.Tests;

[Collection(HotlineService.Name)]
public sealed class AttributionTest(HotlineHost host)
{
    [Fact]
    public async Task TicketWithoutKnownArea_IsAttributedByAddressOrWaits()
    {
        var township = await OpenAsync(host);

        var report = await township.ImportAsync(
            Row("N1", area: "", address: "三花居民区5号"),
            Row("N2", area: "无名居民区", address: "高境居民区1号"),
            Row("N3", area: "", address: "殷高路1号"),
            Row("N4", area: "a2")
        );

        Assert.Equal(1, (int)report["counts"]!["unattributed"]!);
        Assert.Equal(3, (int)report["counts"]!["countable"]!);
        Assert.Equal(2, (int)(await township.RatesAsync("a2"))["tickets"]!);
        var queue = await township.TicketsAsync("&state=unattributed");
        Assert.Equal("N3", (string)Assert.Single(queue["items"]!.AsArray())!["number"]!);
    }

    [Fact]
    public async Task Person_AttributesAWaitingTicket_AndNoLaterFileUndoesIt()
    {
        var township = await OpenAsync(host);
        await township.ImportAsync(Row("N1"), Row("N2", area: ""));

        await AttributeAsync(township, "N2", "a2");

        Assert.Equal(1m, (await township.FactsAsync())["a2"]["tickets"].Value);
        await township.ImportAsync(Row("N2", area: "高境居民区", solved: "否"));
        var rates = await township.RatesAsync("a2");
        Assert.Equal(1, (int)rates["tickets"]!);
        Assert.Equal(0m, (decimal)rates["resolution"]!);
        var ticket = await township.Administrator.GetFromJsonAsync<JsonNode>(
            "/api/hotline/tickets/N2"
        );
        Assert.Equal("person", (string)ticket!["ticket"]!["attributedBy"]!);
        var step = Assert.Single(ticket["attributions"]!.AsArray())!;
        Assert.Equal($"townshipAdministrator@{township.Township}", (string)step["by"]!);
    }

    [Fact]
    public async Task Person_MovesATicket_BothAreasAreReportedAgain()
    {
        var township = await OpenAsync(host);
        await township.ImportAsync(Row("N1"), Row("N2"));
        await AttributeAsync(township, "N1", "a2");
        var facts = await township.FactsAsync();
        Assert.Equal(1m, facts["a1"]["tickets"].Value);
        Assert.Equal(1m, facts["a2"]["tickets"].Value);
    }

    [Fact]
    public async Task AreaThatIsNotOfTheTownship_IsRefused()
    {
        var township = await OpenAsync(host);
        await township.ImportAsync(Row("N1"));
        var response = await township.DecideAsync("N1", "attribution", new { area = "elsewhere" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        var problem = await response.Content.ReadFromJsonAsync<JsonNode>();
        Assert.Equal("area-must-be-of-the-township", (string)problem!["code"]!);
    }

    [Fact]
    public async Task AreasChanged_GivesWaitingTicketsTheirAreaAndLeavesTheOthers()
    {
        var township = await OpenAsync(host);
        await township.ImportAsync(Row("N1"), Row("N2", area: "新居民区"));

        await host.DeliverAsync(
            new AreasChanged(
                township.Township,
                township.Cycle,
                2,
                [
                    new ListedArea("a1", "改名居民区", null, 1, 1),
                    new ListedArea("a3", "新居民区", null, 1, 1),
                ]
            )
        );

        var facts = await township.FactsAsync();
        Assert.Equal(1m, facts["a1"]["tickets"].Value);
        Assert.Equal(1m, facts["a3"]["tickets"].Value);
        Assert.Equal(0, (int)(await township.TicketsAsync("&state=unattributed"))["total"]!);
    }

    [Fact]
    public async Task OlderListOfAreas_ArrivingLater_ChangesNothing()
    {
        var township = await OpenAsync(host);
        await host.DeliverAsync(
            new AreasChanged(
                township.Township,
                township.Cycle,
                3,
                [new ListedArea("a3", "新居民区", null, 1, 1)]
            )
        );
        await host.DeliverAsync(
            new AreasChanged(
                township.Township,
                township.Cycle,
                2,
                [new ListedArea("a2", "旧居民区", null, 1, 1)]
            )
        );

        var report = await township.ImportAsync(
            Row("N1", area: "新居民区"),
            Row("N2", area: "旧居民区")
        );

        Assert.Equal(1, (int)report["counts"]!["unattributed"]!);
        Assert.Equal(1, (int)(await township.RatesAsync("a3"))["tickets"]!);
    }

    private static async Task AttributeAsync(TownshipCycle township, string number, string area)
    {
        var response = await township.DecideAsync(number, "attribution", new { area });
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }
}
