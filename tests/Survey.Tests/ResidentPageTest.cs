using System.Net;
using Assessment.Contracts;
using Assessment.Survey.FactReports;
using Assessment.Testing.Hosts;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Assessment.Survey.Tests.TownshipCycle;

namespace Assessment.Survey.Tests;

/// <summary>The page behind a household's link, in each of its states.</summary>
[Collection(SurveyService.Name)]
public sealed class ResidentPageTest(SurveyHost host)
{
    [Fact]
    public async Task Form_ShowsTheQuestionnaireWordForWord_AndNeedsNoScript()
    {
        var township = await OpenAsync(host);
        var link = await township.LinkAsync(await township.CampaignAsync(), "h1", Second);

        using var response = await host.Resident().GetAsync(link);

        var source = await response.Content.ReadAsStringAsync();
        var page = WebUtility.HtmlDecode(source);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType!.MediaType);
        Assert.Contains("居民满意度测评调查问卷", page);
        Assert.Contains("一、对“社区党建”的总体评价", page);
        Assert.Contains("10．您对第 10 项工作是否满意？", page);
        Assert.Contains("答卷不记名", page);
        Assert.Equal(Questions * 11, page.Split("type=\"radio\"").Length - 1);
        Assert.DoesNotContain("<script", source);
        Assert.DoesNotContain("<高境>", source);
        Assert.Contains("<高境>二居", page);
        Assert.StartsWith(
            "default-src 'none'; style-src 'self'",
            response.Headers.GetValues("Content-Security-Policy").Single()
        );
        Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
        Assert.Equal("no-referrer", response.Headers.GetValues("Referrer-Policy").Single());
    }

    [Fact]
    public async Task Style_IsServed()
    {
        using var response = await host.Resident().GetAsync("/s/assets/page.css");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/css", response.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task CompleteAnswer_IsThankedFor_AndReported()
    {
        var township = await OpenAsync(host);
        var link = await township.LinkAsync(await township.CampaignAsync(), "h1");

        var (status, page) = await SubmitAsync(link, Filled("9"));

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("谢谢您", page);
        await AskAndWaitAsync(township);
        var fact = (await township.FactsAsync())[First].Single(one => one.Item == "satisfaction");
        Assert.Equal((90m, 1m), (fact.Value, fact.Count));
    }

    [Theory]
    [InlineData("")]
    [InlineData("11")]
    [InlineData("-1")]
    [InlineData("很满意")]
    public async Task AnswerWithAQuestionLeftOpen_ComesBackWithWhatWasChosen(string last)
    {
        var township = await OpenAsync(host);
        var link = await township.LinkAsync(await township.CampaignAsync(), "h1");
        var fields = Filled("7");
        fields["q-q10"] = last;

        var (status, page) = await SubmitAsync(link, fields);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("还有 1 处没有选择", page);
        Assert.Contains("<fieldset id=\"q-q10\" class=\"open\"", page);
        Assert.Contains("<fieldset id=\"q-q9\">", page);
        Assert.Equal(Questions - 1, page.Split(" checked").Length - 1);
        Assert.Contains("name=\"q-q9\" value=\"7\" checked", page);
        Assert.Equal(0, await AnswersAsync(township));
    }

    [Fact]
    public async Task FormThatCannotBeRead_ComesBackAsNotFilledIn()
    {
        var township = await OpenAsync(host);
        var link = await township.LinkAsync(await township.CampaignAsync(), "h1");
        using var form = new StringContent(
            "q-q1=%00",
            System.Text.Encoding.UTF8,
            "application/x-www-form-urlencoded"
        );

        using var response = await host.Resident().PostAsync(link, form);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Meeting_AsksAsWhom_AndCountsPartyMembers()
    {
        var township = await OpenAsync(host);
        var campaign = await township.CampaignAsync("meeting", null);
        var link = await township.LinkAsync(campaign, "h1");

        var (missing, page) = await SubmitAsync(link, Filled("8"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, missing);
        Assert.Contains("您以什么身份参加评议", page);

        var fields = Filled("8");
        fields["respondent"] = "partyMember";
        Assert.Equal(HttpStatusCode.OK, (await SubmitAsync(link, fields)).Status);
        await AskAndWaitAsync(township);
        Assert.Equal(
            1,
            (await township.FactsAsync())[First]
                .Single(fact => fact.Item == "satisfaction.partyMembers")
                .Value
        );
    }

    [Fact]
    public async Task SecondAnswer_IsRefusedBecauseTheHouseholdHasAnswered()
    {
        var township = await OpenAsync(host);
        var campaign = await township.CampaignAsync();
        var link = await township.LinkAsync(campaign, "h1");
        await SubmitAsync(link, Filled("9"));

        var (again, page) = await SubmitAsync(link, Filled("1"));
        using var shown = await host.Resident().GetAsync(link);
        var (byAnotherLink, _) = await SubmitAsync(
            await township.LinkAsync(campaign, "h1"),
            Filled("1")
        );

        Assert.Equal(HttpStatusCode.Conflict, again);
        Assert.Contains("已经参加", page);
        Assert.Equal(HttpStatusCode.Conflict, shown.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, byAnotherLink);
        Assert.Equal(1, await AnswersAsync(township));
    }

    [Fact]
    public async Task HouseholdInAFile_HasAnswered_AndAnEarlierFileReplacesThePagesAnswer()
    {
        var township = await OpenAsync(host);
        var campaign = await township.CampaignAsync();
        await township.ImportAsync(Row("h1"));
        var (status, _) = await SubmitAsync(await township.LinkAsync(campaign, "h1"), Filled("9"));
        Assert.Equal(HttpStatusCode.Conflict, status);

        await SubmitAsync(await township.LinkAsync(campaign, "h2"), Filled("9"));
        await township.ImportAsync(Row("h2", score: "2"), Row("h3", area: Second));
        Assert.Equal(3, await AnswersAsync(township));
        Assert.Equal(
            (80m + 20m) / 2,
            (await township.FactsAsync())[First].Single(fact => fact.Item == "satisfaction").Value
        );
    }

    [Fact]
    public async Task UnknownLink_IsSaidToBeInvalid()
    {
        var (status, page) = await SubmitAsync("/s/bm90LWEtbGluaw", Filled("9"));
        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.Contains("链接无效", page);
    }

    [Fact]
    public async Task ReplacedLink_StopsWorking()
    {
        var township = await OpenAsync(host);
        var campaign = await township.CampaignAsync();
        var old = await township.LinkAsync(campaign, "h1");
        var current = await township.LinkAsync(campaign, "h1");
        Assert.Equal(HttpStatusCode.NotFound, (await SubmitAsync(old, Filled("9"))).Status);
        Assert.Equal(HttpStatusCode.OK, (await SubmitAsync(current, Filled("9"))).Status);
    }

    [Fact]
    public async Task Answer_AfterClosing_IsRefused()
    {
        var township = await OpenAsync(host);
        var campaign = await township.CampaignAsync();
        var link = await township.LinkAsync(campaign, "h1");
        await township.CloseAsync(campaign);

        var (status, page) = await SubmitAsync(link, Filled("9"));
        using var shown = await host.Resident().GetAsync(link);

        Assert.Equal(HttpStatusCode.Gone, status);
        Assert.Contains("已经截止", page);
        Assert.Equal(HttpStatusCode.Gone, shown.StatusCode);
    }

    [Fact]
    public async Task SourcesAsked_RightAfterAnAnswer_KnowsOfIt()
    {
        var township = await OpenAsync(host);
        var link = await township.LinkAsync(await township.CampaignAsync(), "h1");
        await SubmitAsync(link, Filled("9"));
        var answer = await AskAndWaitAsync(township);
        Assert.Equal(1, answer.Versions[First]);
    }

    [Fact]
    public async Task FewAnswers_WaitForMore_SoThatNoReportTellsASingleOne()
    {
        var township = await OpenAsync(host);
        var campaign = await township.CampaignAsync();
        for (var number = 1; number < FactReporter.FewestTogether; number++)
        {
            await SubmitAsync(await township.LinkAsync(campaign, $"h{number}"), Filled("9"));
        }

        // Enough answers of another area are reported; the few of the first still wait then.
        for (var number = 1; number <= FactReporter.FewestTogether; number++)
        {
            await SubmitAsync(
                await township.LinkAsync(campaign, $"h{number}", Second),
                Filled("9")
            );
        }

        await Eventually.HoldsAsync(
            "report of the other area",
            async () => (await township.VersionsAsync())[Second] == 1
        );
        Assert.Equal(0, (await township.VersionsAsync())[First]);

        await SubmitAsync(await township.LinkAsync(campaign, "one more"), Filled("9"));
        await Eventually.HoldsAsync(
            "report",
            async () => (await township.VersionsAsync())[First] == 1
        );
    }

    private async Task<SourceAnswered> AskAndWaitAsync(TownshipCycle township)
    {
        var request = Guid.NewGuid();
        await host.DeliverAsync(new SourcesAsked(township.Township, township.Cycle, request));
        await Eventually.HoldsAsync(
            "answer",
            () => Task.FromResult(township.Answers(request).Count > 0)
        );
        return township.Answers(request)[0];
    }

    private Task<int> AnswersAsync(TownshipCycle township) =>
        host.ReadAsync(township.Township, db => db.Answers.CountAsync());

    private async Task<(HttpStatusCode Status, string Page)> SubmitAsync(
        string link,
        Dictionary<string, string> fields
    )
    {
        using var form = new FormUrlEncodedContent(fields);
        using var response = await host.Resident().PostAsync(link, form);
        return (
            response.StatusCode,
            WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync())
        );
    }
}
