using Assessment.Survey.Storage;
using Assessment.Testing.Hosts.RandomCalls;
using Xunit;
using Xunit.Abstractions;

namespace Assessment.Survey.Tests;

[Collection(SurveyService.Name)]
public sealed class RandomCallsTest(SurveyHost host, ITestOutputHelper output)
    : ServiceRandomCalls<Program, SurveyDb>(host, "survey", output)
{
    private const int Households = 8;

    protected override async Task<KnownThings> PrepareAsync()
    {
        var township = await TownshipCycle.OpenAsync(host);
        var campaign = await township.CampaignAsync();
        var import = await township.ImportAsync(TownshipCycle.Row("h0"));
        var links = new List<string>();
        for (var household = 0; household < Households; household++)
        {
            links.Add((await township.LinkAsync(campaign, $"h{household}")).Split('/')[^1]);
        }

        return new KnownThings(
            township.Township,
            new Dictionary<string, string[]>
            {
                ["campaigns/id"] = [campaign.ToString()],
                ["imports/id"] = [(string)import["id"]!],
                ["cycle"] = [township.Cycle.ToString()],
                ["s/token"] = [.. links],
                ["imports/kind"] = ["responses"],
                ["error-queues/queue"] = [ErrorQueue],
                ["area"] = [TownshipCycle.First, TownshipCycle.Second],
                ["households"] = ["h1", "h2", "101"],
                ["addresses"] = ["http://127.0.0.1/s/abc"],
            },
            new Dictionary<string, object[]>
            {
                ["POST /s/{token}"] = [TownshipCycle.Filled("8")],
                ["POST /api/survey/campaigns/{id}/links"] =
                [
                    new { area = TownshipCycle.First, households = new[] { "h1", "h2" } },
                    new { area = TownshipCycle.First, count = 3 },
                ],
            },
            Area: TownshipCycle.First,
            Campaign: campaign.ToString(),
            Tables:
            [
                $"{TownshipCycle.Header}\n{TownshipCycle.Row("h5")}\n{TownshipCycle.Row("h6")}\n",
            ]
        );
    }
}
