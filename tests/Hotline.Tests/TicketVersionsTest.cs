using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Assessment.ServiceDefaults.DomainExceptions;
using Assessment.ServiceDefaults.Edits;
using Xunit;
using static Assessment.Hotline.Tests.TownshipCycle;

namespace Assessment.Hotline.Tests;

/// <summary>Two people with the same ticket before them: the later one is told what the earlier one decided.</summary>
[Collection(HotlineService.Name)]
public sealed class TicketVersionsTest(HotlineHost host)
{
    private static readonly object s_proposal = new { state = "申请", reason = "不属实" };

    [Fact]
    public async Task LaterOfTwoAttributions_IsToldTheOther_AndMayInsist()
    {
        var township = await OpenAsync(host);
        await township.ImportAsync(Row("N1"));
        var seen = await TagAsync(township);
        await PassAsync(township.DecideAsync("N1", "attribution", new { area = "a2" }, seen));

        var problem = await LateAsync(township, "attribution", new { area = "a1" }, seen);

        Assert.Equal(
            ("a2", "a2"),
            (
                (string?)problem["current"]!["ticket"]!["area"],
                (string?)Assert.Single(problem["current"]!["attributions"]!.AsArray())!["area"]
            )
        );
        Assert.NotNull(problem["current"]!["attributions"]![0]!["by"]);
        // The first one's answer may have been lost on the way; the same once more is no other decision.
        await PassAsync(township.DecideAsync("N1", "attribution", new { area = "a2" }, seen));
        Assert.Single((await TicketAsync(township))["attributions"]!.AsArray());
        await PassAsync(
            township.DecideAsync("N1", "attribution", new { area = "a1" }, await TagAsync(township))
        );
        Assert.Equal("a1", (string?)(await TicketAsync(township))["ticket"]!["area"]);
    }

    [Fact]
    public async Task LaterOfTwoReviewers_IsToldTheOthersDecision_AndMayReverseIt()
    {
        var township = await OpenAsync(host);
        await township.ImportAsync(Row("N1"));
        await PassAsync(
            township.DecideAsync("N1", "exclusion", s_proposal, await TagAsync(township))
        );
        var seen = await TagAsync(township);
        await PassAsync(
            township.DecideAsync("N1", "exclusion", new { state = "同意", note = "属实" }, seen)
        );

        // From where the other one stood, it would have been a decision; from here, it is a reversal.
        var problem = await LateAsync(township, "exclusion", new { state = "驳回" }, seen);

        Assert.Equal("同意", (string?)problem["current"]!["ticket"]!["exclusion"]);
        Assert.Equal("属实", (string?)problem["current"]!["exclusions"]![1]!["note"]);
        await PassAsync(
            township.DecideAsync(
                "N1",
                "exclusion",
                new { state = "驳回" },
                await TagAsync(township)
            )
        );
        Assert.Equal("驳回", (string?)(await TicketAsync(township))["ticket"]!["exclusion"]);
    }

    [Fact]
    public async Task DecisionOnATicketThatAFileHasChanged_IsTold()
    {
        var township = await OpenAsync(host);
        await township.ImportAsync(Row("N1", solved: "否"));
        var seen = await TagAsync(township);
        await township.ImportAsync(Row("N1", solved: "是"));

        var problem = await LateAsync(township, "exclusion", s_proposal, seen);

        Assert.True((bool)problem["current"]!["ticket"]!["solved"]!);
        // The same file again changes nothing.
        var known = await TagAsync(township);
        await township.ImportAsync(Row("N1", solved: "是"));
        Assert.Equal(known, await TagAsync(township));
    }

    [Theory]
    [InlineData("attribution")]
    [InlineData("exclusion")]
    public async Task DecisionThatNamesNoVersion_IsRefused(string what)
    {
        var township = await OpenAsync(host);
        await township.ImportAsync(Row("N1"));

        using var answer = await township.DecideAsync(
            "N1",
            what,
            what == "attribution" ? new { area = "a2" } : s_proposal,
            ifMatch: null
        );

        Assert.Equal(HttpStatusCode.PreconditionRequired, answer.StatusCode);
        await IsRefusedAsync<EditMustNameItsVersion>(answer);
    }

    private static async Task<JsonNode> LateAsync(
        TownshipCycle township,
        string what,
        object decision,
        string ifMatch
    )
    {
        using var answer = await township.DecideAsync("N1", what, decision, ifMatch);
        Assert.Equal(HttpStatusCode.PreconditionFailed, answer.StatusCode);
        return await IsRefusedAsync<SomebodyElseWasFaster>(answer);
    }

    private static async Task<JsonNode> IsRefusedAsync<TException>(HttpResponseMessage answer)
        where TException : DomainException
    {
        var problem = (await answer.Content.ReadFromJsonAsync<JsonNode>())!;
        Assert.Equal(DomainException.CodeOf(typeof(TException)), (string?)problem["code"]);
        return problem;
    }

    private static async Task PassAsync(Task<HttpResponseMessage> deciding)
    {
        using var answer = await deciding;
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static async Task<string> TagAsync(TownshipCycle township)
    {
        using var ticket = await township.Administrator.GetAsync("/api/hotline/tickets/N1");
        return ticket.Headers.ETag!.ToString();
    }

    private static async Task<JsonNode> TicketAsync(TownshipCycle township) =>
        (await township.Administrator.GetFromJsonAsync<JsonNode>("/api/hotline/tickets/N1"))!;
}
