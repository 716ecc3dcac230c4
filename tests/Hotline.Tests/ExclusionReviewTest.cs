using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Assessment.Hotline.ExclusionReview;
using Assessment.Hotline.Tickets;
using Xunit;
using static Assessment.Hotline.Tests.TownshipCycle;

namespace Assessment.Hotline.Tests;

[Collection(HotlineService.Name)]
public sealed class ExclusionReviewTest(HotlineHost host)
{
    [Fact]
    public async Task OnlyAnAgreedExclusion_TakesTheTicketOutOfTheRates()
    {
        var township = await OpenAsync(host);
        await township.ImportAsync(
            Row("N1"),
            Row("N2", solved: "否", reason: "不属实", state: "申请"),
            Row("N3", solved: "否", reason: "不属实", state: "驳回"),
            Row("N4", solved: "否", reason: "不属实", state: "同意")
        );
        Assert.Equal(3, (int)(await township.RatesAsync("a1"))["tickets"]!);
    }

    [Fact]
    public async Task ProposedThenAgreedThenRefused_ChangesRatesAndFactsEachTimeAndKeepsTheHistory()
    {
        var township = await OpenAsync(host);
        await township.ImportAsync(Row("N1"), Row("N2", solved: "否"));

        await StepAsync(
            township,
            "N2",
            new
            {
                state = "申请",
                reason = "非法定职责",
                note = "属市级职责",
            }
        );
        Assert.Equal(50m, (await township.FactsAsync())["a1"]["hotline.resolution"].Value);
        await StepAsync(township, "N2", new { state = "同意" });
        Assert.Equal(100m, (await township.FactsAsync())["a1"]["hotline.resolution"].Value);
        Assert.Equal(1m, (await township.FactsAsync())["a1"]["tickets"].Value);
        await StepAsync(township, "N2", new { state = "驳回", note = "复核" });
        Assert.Equal(50m, (await township.FactsAsync())["a1"]["hotline.resolution"].Value);

        Assert.Equal(3, (await township.VersionsAsync())["a1"]);
        var ticket = await township.Administrator.GetFromJsonAsync<JsonNode>(
            "/api/hotline/tickets/N2"
        );
        var steps = ticket!["exclusions"]!.AsArray();
        Assert.Equal(["申请", "同意", "驳回"], steps.Select(step => (string)step!["state"]!));
        Assert.All(steps, step => Assert.Equal("非法定职责", (string)step!["reason"]!));
        Assert.All(
            steps,
            step => Assert.StartsWith("townshipAdministrator@", (string)step!["by"]!)
        );
        Assert.Equal("复核", (string)steps[2]!["note"]!);
    }

    [Fact]
    public async Task DecisionTakenHere_HoldsAgainstALaterFile()
    {
        var township = await OpenAsync(host);
        await township.ImportAsync(Row("N1"), Row("N2"));
        await StepAsync(township, "N2", new { state = "申请", reason = "历史重复" });
        await StepAsync(township, "N2", new { state = "同意" });

        await township.ImportAsync(Row("N2", solved: "否"));

        Assert.Equal(1, (int)(await township.RatesAsync("a1"))["tickets"]!);
    }

    [Fact]
    public async Task ProposalMadeHere_HoldsUntilAFileBringsTheDecision()
    {
        var township = await OpenAsync(host);
        await township.ImportAsync(Row("N1"), Row("N2"));
        await StepAsync(township, "N2", new { state = "申请", reason = "历史重复" });

        await township.ImportAsync(Row("N2", solved: "否"));
        Assert.Equal("申请", await StateAsync(township, "N2"));
        await township.ImportAsync(Row("N2", reason: "历史重复", state: "同意"));

        Assert.Equal("同意", await StateAsync(township, "N2"));
        Assert.Equal(1, (int)(await township.RatesAsync("a1"))["tickets"]!);
    }

    [Fact]
    public async Task DecisionsAtTheSameTime_AllShowInTheLastReport()
    {
        var township = await OpenAsync(host);
        var numbers = Enumerable.Range(1, 10).Select(number => $"N{number}").ToList();
        await township.ImportAsync([
            Row("N0"),
            .. numbers.Select(number => Row(number, reason: "不属实", state: "申请")),
        ]);

        await Task.WhenAll(
            numbers.Select(number => StepAsync(township, number, new { state = "同意" }))
        );

        Assert.Equal(1m, (await township.FactsAsync())["a1"]["tickets"].Value);
        Assert.Equal(1 + numbers.Count, (await township.VersionsAsync())["a1"]);
    }

    [Fact]
    public async Task UnknownWord_IsAMalformedRequest()
    {
        var township = await OpenAsync(host);
        await township.ImportAsync(Row("N1"));
        var response = await PostAsync(township, "N1", new { state = "待定" });
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public void Proposal_WithoutReason_IsRefused() =>
        Assert.Throws<ExclusionNeedsReason>(() =>
            ExclusionWorkflow.Step(With(Exclusion.None), Exclusion.Proposed, null)
        );

    [Theory]
    [InlineData(Exclusion.Proposed)]
    [InlineData(Exclusion.Agreed)]
    public void Proposal_OfWhatIsProposedOrAgreed_IsRefused(Exclusion now) =>
        Assert.Throws<ExclusionIsProposedAlready>(() =>
            ExclusionWorkflow.Step(With(now), Exclusion.Proposed, ExclusionReason.Untrue)
        );

    [Theory]
    [InlineData(Exclusion.Agreed)]
    [InlineData(Exclusion.Refused)]
    public void Decision_WithoutProposal_IsRefused(Exclusion decision) =>
        Assert.Throws<ExclusionMustBeProposedFirst>(() =>
            ExclusionWorkflow.Step(With(Exclusion.None), decision, null)
        );

    [Theory]
    [InlineData(Exclusion.Agreed)]
    [InlineData(Exclusion.Refused)]
    public void SameDecisionAgain_IsRefused(Exclusion decision) =>
        Assert.Throws<ExclusionIsDecidedSoAlready>(() =>
            ExclusionWorkflow.Step(With(decision), decision, null)
        );

    [Fact]
    public void RefusedExclusion_MayBeProposedAgain()
    {
        var ticket = With(Exclusion.Refused);
        ExclusionWorkflow.Step(ticket, Exclusion.Proposed, ExclusionReason.Untrue);
        Assert.Equal(Exclusion.Proposed, ticket.Exclusion);
    }

    [Fact]
    public void StepToNothing_IsRefused() =>
        Assert.Throws<ExclusionStepIsUnknown>(() =>
            ExclusionWorkflow.Step(With(Exclusion.Proposed), Exclusion.None, null)
        );

    private static Ticket With(Exclusion state) =>
        new()
        {
            Exclusion = state,
            ExclusionReason = state == Exclusion.None ? null : ExclusionReason.Repeated,
        };

    private static async Task<string> StateAsync(TownshipCycle township, string number) =>
        (string)
            (
                await township.Administrator.GetFromJsonAsync<JsonNode>(
                    $"/api/hotline/tickets/{number}"
                )
            )!["ticket"]!["exclusion"]!;

    private static async Task StepAsync(TownshipCycle township, string number, object step) =>
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(township, number, step)).StatusCode);

    private static Task<HttpResponseMessage> PostAsync(
        TownshipCycle township,
        string number,
        object step
    ) => township.DecideAsync(number, "exclusion", step);
}
