using System.Text.Json.Nodes;
using Assessment.Contracts;
using Assessment.FactSources;
using Assessment.Testing.Hosts;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Assessment.Survey.Tests.TownshipCycle;

namespace Assessment.Survey.Tests;

/// <summary>Each message takes effect once, however often and in whatever order it arrives.</summary>
[Collection(SurveyService.Name)]
public sealed class MessagesTest(SurveyHost host)
{
    [Fact]
    public async Task CycleOpened_ArrivingTwice_MakesEachCampaignOnce()
    {
        var township = await OpenAsync(host);
        var campaign = await township.CampaignAsync();
        await host.DeliverAsync(township.Opened());
        Assert.Equal(campaign, await township.CampaignAsync());
        Assert.Equal(4, await host.ReadAsync(township.Township, db => db.Campaigns.CountAsync()));
    }

    [Fact]
    public async Task SameMessage_ArrivingTwiceAtOnce_TakesEffectOnce()
    {
        var township = await OpenAsync(host);
        var asked = new SourcesAsked(township.Township, township.Cycle, Guid.NewGuid());
        var id = Guid.CreateVersion7();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => host.PublishAsync(asked, id)));
        // A later message shows that all copies are through.
        var last = await AskAsync(township);
        await AnswerAsync(township, last, _ => true);
        Assert.Equal(1, Assert.Single(township.Answers(asked.Request)).Sequence);
    }

    [Fact]
    public async Task OlderListOfAreas_ArrivingLast_IsPassedOver()
    {
        var township = new TownshipCycle(host);
        township.Administer();
        await host.DeliverAsync(
            new AreasChanged(
                township.Township,
                township.Cycle,
                2,
                [new(First, "新名", null, 300, 60)]
            )
        );
        await host.DeliverAsync(township.Opened(areasVersion: 1));
        var coverage = await CoverageAsync(township);
        var area = Assert.Single(coverage["areas"]!.AsArray());
        Assert.Equal("新名", area!["name"]!.GetValue<string>());
    }

    [Fact]
    public async Task SourcesAsked_BeforeItsCycle_IsAnsweredWhenTheCycleComes_AndNotWithNothingBefore()
    {
        var township = new TownshipCycle(host);
        township.Administer();
        var request = await AskAsync(township);
        await Eventually.HoldsAsync(() =>
            host.ReadAsync(
                township.Township,
                db => db.SourceQuestions.AnyAsync(question => question.Id == request)
            )
        );
        Assert.Empty(township.Answers(request));

        await host.DeliverAsync(township.Opened());

        await AnswerAsync(
            township,
            request,
            answer => answer is { Sequence: 1, PendingImports: 0 }
        );
    }

    [Fact]
    public async Task SourcesAsked_WithAnImportUnderWay_IsAnsweredAgainWhenItHasEnded()
    {
        var township = await OpenAsync(host);
        // Long enough that the question comes before its end.
        var upload = await township.UploadAsync(
            FileOf(Enumerable.Range(0, 5000).Select(number => Row($"h{number}")))
        );
        var request = await AskAsync(township);
        await AnswerAsync(
            township,
            request,
            answer => answer.PendingImports == 0 && answer.Versions.GetValueOrDefault(First) == 1
        );
        var report = await township.ImportAsync(Row("afterwards"));
        Assert.NotEqual(upload["id"]!.GetValue<string>(), report["id"]!.GetValue<string>());
        Assert.All(
            township.Answers(request).OrderBy(answer => answer.Sequence).SkipLast(1),
            answer => Assert.True(answer.PendingImports > 0)
        );
    }

    private async Task<Guid> AskAsync(TownshipCycle township)
    {
        var request = Guid.NewGuid();
        await host.DeliverAsync(new SourcesAsked(township.Township, township.Cycle, request));
        return request;
    }

    private static Task AnswerAsync(
        TownshipCycle township,
        Guid request,
        Predicate<SourceAnswered> expected
    ) =>
        Eventually.HoldsAsync(
            "answer to the question",
            () => Task.FromResult(township.Answers(request).Any(answer => expected(answer)))
        );

    private static async Task<JsonNode> CoverageAsync(TownshipCycle township) =>
        JsonNode.Parse(
            await township.Administrator.GetStringAsync(
                $"/api/survey/campaigns/{await township.CampaignAsync()}/coverage"
            )
        )!;
}
