using System.Net;
using System.Text;
using Assessment.Contracts;
using Assessment.Testing.Hosts;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Assessment.Survey.Tests.TownshipCycle;

namespace Assessment.Survey.Tests;

/// <summary>A questionnaire with options, as in 九亭镇's survey: of a scheme that asks for no counts of households.</summary>
[Collection(SurveyService.Name)]
public sealed class ChoiceQuestionnaireTest(SurveyHost host)
{
    private const string FileHeader =
        "area,channel,wave,respondent,household,submitted_at,q1,q2,q3,q4";
    private static readonly QuestionnaireText Questionnaire = new(
        "residents",
        """
        questionnaire: residents
        title: 群众满意度测评问卷
        sections:
          - title: 一、基本信息
            questions:
              - {id: q1, text: 题目 q1, options: [{text: 选项 A}, {text: 选项 B}]}
          - title: 二、社区满意度
            points: 20
            questions:
              - id: q2
                text: 题目 q2
                options: [{text: 选项 A, score: 20}, {text: 选项 B, score: 12}, {text: 选项 C, score: 0}]
              - id: q3
                text: 题目 q3
                kind: multiple
                options: [{text: 选项 A}, {text: 选项 B}, {text: 选项 C}]
              - {id: q4, text: 还有哪些意见？, kind: text}
        """
    );

    [Fact]
    public async Task Page_HasRadioButtonsForOneAndTicksForMany_AndAsksForNoFreeWords()
    {
        var township = await OpenAsync();
        using var response = await host.Resident().GetAsync(await LinkAsync(township));
        var page = WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());

        Assert.Equal(5, page.Split("type=\"radio\"").Length - 1);
        Assert.Equal(3, page.Split("type=\"checkbox\"").Length - 1);
        Assert.Contains("1．题目 q1（可不选）", page);
        Assert.Contains("2．题目 q2</legend>", page);
        Assert.Contains("选项 C", page);
        Assert.DoesNotContain("还有哪些意见", page);
    }

    [Fact]
    public async Task AnswerFromThePage_GivesThePointsOfItsOption_AndNoCountsAreReportedThatNobodyAskedFor()
    {
        var township = await OpenAsync();

        var (status, _) = await SubmitAsync(
            await LinkAsync(township),
            ("q-q2", "B"),
            ("q-q3", "C"),
            ("q-q3", "A"),
            ("q-q4", "我家的事")
        );

        Assert.Equal(HttpStatusCode.OK, status);
        await AskAsync(township);
        var fact = Assert.Single((await township.FactsAsync())[First]);
        Assert.Equal(
            ("M1", "questionnaire", null, 12m, 1m),
            (fact.Item, fact.By, fact.Period, fact.Value, fact.Count)
        );
        Assert.Equal([",B,A+C,"], await StoredAsync(township));
    }

    [Theory]
    [InlineData("q-q1", "A")]
    [InlineData("q-q2", "D")]
    [InlineData("q-q2", "20")]
    public async Task AnswerWithoutTheScoredQuestion_OrWithAnUnknownOption_IsAskedForAgain(
        string field,
        string value
    )
    {
        var township = await OpenAsync();

        var (status, page) = await SubmitAsync(
            await LinkAsync(township),
            (field, value),
            ("q-q3", "A"),
            ("q-q3", "C")
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("这一题还没有选", page);
        Assert.Equal(field == "q-q1" ? 3 : 2, page.Split(" checked").Length - 1);
        Assert.Empty(await StoredAsync(township));
    }

    [Fact]
    public async Task AnswersFromAFile_AreReadByTheirLetters()
    {
        var township = await OpenAsync();

        var report = await township.ImportAsync(
            Encoding.UTF8.GetBytes(
                string.Join(
                    '\n',
                    FileHeader,
                    "a1,questionnaire,,household,h1,2025-11-20T10:00:00,B,A,AC,停车难",
                    "a1,questionnaire,,household,h2,2025-11-20T10:00:00,,B,\"C、A\",",
                    "a1,questionnaire,,household,h3,2025-11-20T10:00:00,,E,,",
                    "a1,questionnaire,,household,h4,2025-11-20T10:00:00,,A,AX,"
                )
            )
        );

        Assert.Equal(
            [(4, "q2"), (5, "q3")],
            report["problems"]!
                .AsArray()
                .Select(problem => ((int)problem!["line"]!, (string)problem["column"]!))
        );
        Assert.Equal([",B,A+C,", "B,A,A+C,"], await StoredAsync(township));
        var fact = Assert.Single((await township.FactsAsync())[First]);
        Assert.Equal((16m, 2m), (fact.Value, fact.Count));
    }

    private async Task<TownshipCycle> OpenAsync()
    {
        var township = new TownshipCycle(host);
        township.Administer();
        await host.DeliverAsync(
            township.Opened() with
            {
                Plan = CollectionPlan.Empty with
                {
                    Campaigns = [new("questionnaire", null, "群众满意度测评", "M1", "residents")],
                },
                Questionnaires = [Questionnaire],
            }
        );
        return township;
    }

    private static async Task<string> LinkAsync(TownshipCycle township) =>
        await township.LinkAsync(await township.CampaignAsync("questionnaire", null), "h1");

    private async Task<(HttpStatusCode Status, string Page)> SubmitAsync(
        string link,
        params (string Field, string Value)[] fields
    )
    {
        using var form = new FormUrlEncodedContent(
            fields.Select(field => KeyValuePair.Create(field.Field, field.Value))
        );
        using var response = await host.Resident().PostAsync(link, form);
        return (
            response.StatusCode,
            WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync())
        );
    }

    private async Task AskAsync(TownshipCycle township)
    {
        var request = Guid.CreateVersion7();
        await host.DeliverAsync(new SourcesAsked(township.Township, township.Cycle, request));
        await Eventually.HoldsAsync(
            "answered",
            () => Task.FromResult(township.Answers(request).Count > 0)
        );
    }

    private Task<List<string>> StoredAsync(TownshipCycle township) =>
        host.ReadAsync(
            township.Township,
            async db =>
                (await db.Answers.Select(answer => answer.Scores).ToListAsync())
                    .Order(StringComparer.Ordinal)
                    .ToList()
        );
}
