using System.Net;
using System.Text.Json.Nodes;
using Assessment.Demo;
using Microsoft.Playwright;
using Xunit;

namespace Assessment.EndToEnd.Tests;

/// <summary>The resident's page behind a household's link, through the gateway.</summary>
[Collection(PlatformCollection.Name)]
public sealed class ResidentTest(Platform platform)
{
    private const int Questions = 10;
    private const int Requests = 1000;

    [Fact]
    public async Task Phone_WithoutScript_AnswersOnce_AndSeesSoAfterwards()
    {
        var (_, link) = await NewLinkAsync("resident");
        var chromium = await platform.ChromiumAsync();
        await using var context = await chromium.Browser.NewContextAsync(
            new BrowserNewContextOptions
            {
                BaseURL = platform.Gateway,
                JavaScriptEnabled = false,
                ViewportSize = new ViewportSize { Width = 390, Height = 844 },
            }
        );
        var page = await context.NewPageAsync();

        await page.GotoAsync(link);
        await Chromium.ShootAsync(page, "resident-phone");
        Assert.Equal(Questions, await page.Locator("fieldset:has(input[value='10'])").CountAsync());
        for (var question = 1; question <= Questions; question++)
        {
            await page.Locator($"input[name='q-q{question}'][value='{question % 4 + 7}']")
                .CheckAsync(new LocatorCheckOptions { Force = true });
        }

        await page.Locator("button[type=submit]").ClickAsync();
        await Assertions.Expect(page.Locator("body")).ToContainTextAsync("谢谢");
        await Chromium.ShootAsync(page, "resident-thanks-phone");
        await page.GotoAsync(link);
        await Assertions.Expect(page.Locator("body")).ToContainTextAsync("已经");
        Assert.Equal(0, await page.Locator("button[type=submit]").CountAsync());
    }

    [Fact]
    public async Task ThousandRequestsAtOnceWithOneLink_CountAsOneAnswer()
    {
        var (administrator, link) = await NewLinkAsync("rush");
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 200 })
        {
            BaseAddress = new Uri(platform.Gateway),
        };

        var statuses = await Task.WhenAll(
            Enumerable.Range(0, Requests).Select(_ => AnswerAsync(http, link))
        );

        Assert.Equal(1, statuses.Count(status => status == HttpStatusCode.OK));
        Assert.All(
            statuses,
            status =>
                Assert.True(
                    status
                        is HttpStatusCode.OK
                            or HttpStatusCode.Conflict
                            or HttpStatusCode.TooManyRequests,
                    $"{status}"
                )
        );
        Assert.Equal(1, await AnsweredAsync(administrator));
    }

    private async Task<(PlatformClient Administrator, string Link)> NewLinkAsync(string township)
    {
        var administrator = await platform.SignInNewTownshipAsync(township);
        await platform.YearOf(administrator).OpenAsync(CancellationToken.None);
        var campaign = (await CampaignsAsync(administrator)).First(campaign =>
            campaign!["channel"]!.GetValue<string>() == "online"
        )!;
        var links = await administrator.PostAsync(
            $"/api/survey/campaigns/{campaign["id"]}/links",
            new { area = "gj01", households = new[] { "gj01-0001" } },
            CancellationToken.None
        );
        return (administrator, links![0]!["url"]!.GetValue<string>());
    }

    private static async Task<JsonArray> CampaignsAsync(PlatformClient administrator) =>
        (await administrator.GetAsync("/api/survey/campaigns", CancellationToken.None))!.AsArray();

    private static async Task<HttpStatusCode> AnswerAsync(HttpClient http, string link)
    {
        using var form = new FormUrlEncodedContent(
            Enumerable
                .Range(1, Questions)
                .Select(question => KeyValuePair.Create($"q-q{question}", "9"))
        );
        using var answer = await http.PostAsync(link, form);
        return answer.StatusCode;
    }

    private static async Task<int> AnsweredAsync(PlatformClient administrator) =>
        (await CampaignsAsync(administrator)).Sum(campaign =>
            campaign!["answered"]!.GetValue<int>()
        );
}
