using System.Net;
using System.Text.Json;
using Assessment.Engine.Facts;
using Assessment.Engine.Questionnaires;
using Assessment.Survey.Campaigns;
using Assessment.Survey.ResidentPage;
using Assessment.Survey.Submissions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Assessment.Survey.Tests;

/// <summary>The page where no request leads easily: the storage did not take a complete answer.</summary>
public sealed class QuestionnairePageTest
{
    [Fact]
    public async Task AnswerThatCouldNotBeKept_IsInTheFormToBeSentAgain()
    {
        var opened = new TownshipCycle(host: null!).Opened();
        var campaign = new Campaign
        {
            Channel = "online",
            Title = opened.Plan.Campaigns[2].Title,
            QuestionnaireJson = JsonSerializer.Serialize(
                QuestionnaireReader.Read(opened.Questionnaires.Single().Text, "annex2.yaml")
            ),
        };

        var page = await RenderAsync(
            new Dictionary<string, object?>
            {
                [nameof(QuestionnairePage.Campaign)] = campaign,
                [nameof(QuestionnairePage.Form)] = new AnswerForm(campaign),
                [nameof(QuestionnairePage.Area)] = "高境一居",
                [nameof(QuestionnairePage.Chosen)] = TownshipCycle.Filled("6"),
                [nameof(QuestionnairePage.Problem)] = new AnswerCouldNotBeKept().Message,
            }
        );

        Assert.Contains("您的答卷还没有保存", page);
        Assert.Equal(TownshipCycle.Questions, page.Split(" checked").Length - 1);
    }

    private static async Task<string> RenderAsync(Dictionary<string, object?> parameters)
    {
        await using var services = new ServiceCollection().AddLogging().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(
            services,
            services.GetRequiredService<ILoggerFactory>()
        );
        return await renderer.Dispatcher.InvokeAsync(async () =>
            WebUtility.HtmlDecode(
                (
                    await renderer.RenderComponentAsync<QuestionnairePage>(
                        ParameterView.FromDictionary(parameters)
                    )
                ).ToHtmlString()
            )
        );
    }
}
