using System.Net;
using Assessment.Testing.Hosts;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Assessment.Survey.Tests.TownshipCycle;

namespace Assessment.Survey.Tests;

/// <summary>One household, one answer, also in a rush.</summary>
[Collection(SurveyService.Name)]
public sealed class SameLinkRushTest(SurveyHost host)
{
    private const int Requests = 1000;

    [Fact]
    public async Task ThousandAnswersAtOnce_WithTheSameLink_AreOneAnswer()
    {
        var township = await OpenAsync(host);
        var link = await township.LinkAsync(await township.CampaignAsync(), "h1");
        using var resident = host.Resident();

        var statuses = await Task.WhenAll(
            Enumerable.Range(0, Requests).Select(_ => SubmitAsync(resident, link))
        );

        Assert.Equal(1, statuses.Count(status => status == HttpStatusCode.OK));
        Assert.Equal(Requests - 1, statuses.Count(status => status == HttpStatusCode.Conflict));
        Assert.Equal(1, await host.ReadAsync(township.Township, db => db.Answers.CountAsync()));
        Assert.Equal(
            1,
            await host.ReadAsync(township.Township, db => db.Participations.CountAsync())
        );
    }

    [Fact]
    public async Task HundredHouseholdsAtOnce_AreAllTaken_AndReportedInAFewReports()
    {
        const int households = 100;
        var township = await OpenAsync(host);
        var campaign = await township.CampaignAsync();
        var links = new List<string>();
        for (var number = 0; number < households; number++)
        {
            links.Add(await township.LinkAsync(campaign, $"h{number}"));
        }

        using var resident = host.Resident();
        var statuses = await Task.WhenAll(links.Select(link => SubmitAsync(resident, link)));

        Assert.All(statuses, status => Assert.Equal(HttpStatusCode.OK, status));
        await Eventually.HoldsAsync(
            "report of all",
            async () =>
                (await township.VersionsAsync()).GetValueOrDefault(First) > 0
                && (await township.FactsAsync())[First]
                    .Single(fact => fact.Item == "satisfaction")
                    .Count == households
        );
        Assert.InRange((await township.VersionsAsync())[First], 1, households / 4);
    }

    private static async Task<HttpStatusCode> SubmitAsync(HttpClient resident, string link)
    {
        using var form = new FormUrlEncodedContent(Filled("6"));
        using var response = await resident.PostAsync(link, form);
        return response.StatusCode;
    }
}
