using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Assessment.Survey.Tests.TownshipCycle;

namespace Assessment.Survey.Tests;

/// <summary>Which of the answers in a file count.</summary>
[Collection(SurveyService.Name)]
public sealed class ImportRulesTest(SurveyHost host)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task TwoAnswersOfAHousehold_InTwoFiles_TheEarlierCounts(bool earlierFirst)
    {
        var township = await OpenAsync(host);
        var earlier = Row("h1", submittedAt: "2024-06-03 09:29", score: "3");
        var later = Row("h1", submittedAt: "2024-06-03 09:30", score: "9");

        var first = await township.ImportAsync(earlierFirst ? earlier : later);
        var second = await township.ImportAsync(earlierFirst ? later : earlier);

        Assert.Equal(1, CountOf(first, "accepted"));
        Assert.Equal(earlierFirst ? 0 : 1, CountOf(second, "accepted"));
        Assert.Equal(earlierFirst ? 1 : 0, CountOf(second, "duplicate"));
        Assert.Equal(30, await MeanAsync(township));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task TwoAnswersOfTheSameMinute_InEitherOrder_LeadToTheSameFacts(bool together)
    {
        var one = Row("h1", score: "3");
        var other = Row("h1", score: "9");
        var forward = await OpenAsync(host);
        var backward = await OpenAsync(host);

        if (together)
        {
            await forward.ImportAsync(one, other);
            await backward.ImportAsync(other, one);
        }
        else
        {
            await forward.ImportAsync(one);
            await forward.ImportAsync(other);
            await backward.ImportAsync(other);
            await backward.ImportAsync(one);
        }

        Assert.Equal(await forward.FactsAsTextAsync(), await backward.FactsAsTextAsync());
        Assert.Equal(1, await AnswersAsync(forward));
    }

    [Fact]
    public async Task IdenticalAnswer_InAnotherFile_IsAcceptedAndChangesNothing()
    {
        var township = await OpenAsync(host);
        await township.ImportAsync(Row("h1"));
        var report = await township.ImportAsync(Row("h1"), Row("h2", area: Second));

        Assert.Equal(2, CountOf(report, "accepted"));
        Assert.Equal(2, await AnswersAsync(township));
        Assert.Equal(1, (await township.VersionsAsync())[First]);
    }

    [Fact]
    public async Task InvalidAnswer_BeforeAValidOne_IsNotTheHouseholdsAnswer()
    {
        var township = await OpenAsync(host);
        var report = await township.ImportAsync(
            Row("h1", submittedAt: "2024-06-01 08:00", last: "很满意"),
            Row("h1", submittedAt: "2024-06-02 08:00")
        );

        Assert.Equal(1, CountOf(report, "accepted"));
        Assert.Equal(1, CountOf(report, "invalidAnswer"));
        Assert.Equal(0, CountOf(report, "duplicate"));
    }

    [Theory]
    [InlineData("0", true)]
    [InlineData("10", true)]
    [InlineData("11", false)]
    [InlineData("-1", false)]
    [InlineData("7.5", false)]
    [InlineData("", false)]
    public async Task Answer_OfSoManyPoints_IsGoodOrNot(string points, bool good)
    {
        var township = await OpenAsync(host);
        var report = await township.ImportAsync(Row("h1", last: points));
        Assert.Equal(good ? 1 : 0, CountOf(report, "accepted"));
        Assert.Equal(good ? 0 : 1, CountOf(report, "invalidAnswer"));
    }

    [Fact]
    public async Task InvalidAnswer_InTheReport_IsNotRepeated()
    {
        var township = await OpenAsync(host);
        var report = await township.ImportAsync(Row("h1", last: "4711"));
        var problem = report["problems"]!.AsArray().Single()!;
        Assert.Equal(2, problem["line"]!.GetValue<int>());
        Assert.Equal("q10", problem["column"]!.GetValue<string>());
        Assert.DoesNotContain("4711", problem.ToJsonString());
    }

    [Fact]
    public async Task BadRows_AreRefusedWithTheirReason_AndTheRestGoesIn()
    {
        var township = await OpenAsync(host);
        var report = await township.ImportAsync(
            Row("h1"),
            Row("h2", area: "nowhere"),
            Row("h3", channel: "telephone"),
            Row("h4", wave: "H3"),
            Row("h5", respondent: "guest"),
            Row(""),
            Row("h7", submittedAt: "yesterday")
        );
        Assert.Equal("completed", report["status"]!.GetValue<string>());
        Assert.Equal(1, CountOf(report, "accepted"));
        Assert.Equal(1, CountOf(report, "unknownArea"));
        Assert.Equal(2, CountOf(report, "unknownCampaign"));
        Assert.Equal(2, CountOf(report, "invalidValue"));
        Assert.Equal(1, CountOf(report, "missingValue"));
    }

    [Fact]
    public async Task SameCode_InTwoAreas_IsTwoHouseholds()
    {
        var township = await OpenAsync(host);
        var report = await township.ImportAsync(Row("h1"), Row("h1", area: Second));
        Assert.Equal(2, CountOf(report, "accepted"));
    }

    [Fact]
    public async Task File_WithoutAQuestionsColumn_IsRefusedWhole()
    {
        var township = await OpenAsync(host);
        var report = await township.ImportAsync(
            System.Text.Encoding.UTF8.GetBytes(
                string.Join('\n', Header.Replace(",q10", ""), Row("h1"))
            )
        );
        Assert.Equal("refused", report["status"]!.GetValue<string>());
        Assert.Equal("import-file-lacks-columns", report["error"]!["code"]!.GetValue<string>());
        Assert.Contains("q10", report["error"]!["message"]!.GetValue<string>());
    }

    [Fact]
    public async Task File_BeforeItsCycle_IsRefusedWhole_AndTakenInAfterwards()
    {
        var township = new TownshipCycle(host);
        township.Administer();
        var refused = await township.ImportAsync(Row("h1"));
        await township.OpenAsync();
        var again = await township.ImportAsync(Row("h1"));

        Assert.Equal("cycle-is-unknown", refused["error"]!["code"]!.GetValue<string>());
        Assert.Equal(refused["id"]!.GetValue<string>(), again["id"]!.GetValue<string>());
        Assert.Equal(1, CountOf(again, "accepted"));
    }

    [Fact]
    public async Task Rows_ForAClosedCampaign_AreRefused_AndThoseOfOpenOnesGoIn()
    {
        var township = await OpenAsync(host);
        await township.CloseAsync(await township.CampaignAsync("online", "H1"));
        var report = await township.ImportAsync(Row("h1"), Row("h1", wave: "H2"));
        Assert.Equal(1, CountOf(report, "accepted"));
        Assert.Equal(1, CountOf(report, "campaignClosed"));
    }

    private static int CountOf(JsonNode report, string outcome) =>
        report["counts"]![outcome]?.GetValue<int>() ?? 0;

    private static async Task<decimal> MeanAsync(TownshipCycle township) =>
        (await township.FactsAsync())[First].Single(fact => fact.Item == "satisfaction").Value;

    private Task<int> AnswersAsync(TownshipCycle township) =>
        host.ReadAsync(township.Township, db => db.Answers.CountAsync());
}
