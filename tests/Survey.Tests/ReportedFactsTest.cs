using Assessment.Contracts;
using Assessment.Testing.Hosts;
using Xunit;
using static Assessment.Survey.Tests.TownshipCycle;

namespace Assessment.Survey.Tests;

/// <summary>What is reported to Scoring about an area.</summary>
[Collection(SurveyService.Name)]
public sealed class ReportedFactsTest(SurveyHost host)
{
    [Fact]
    public async Task AnswersInSeveralChannels_GiveMeansNumbersAndHouseholdsOnce()
    {
        var township = await OpenAsync(host);
        await township.ImportAsync(
            Row("h1", channel: "meeting", wave: "", respondent: "partyMember", score: "10"),
            Row("h2", channel: "meeting", wave: "", score: "9"),
            Row("h3", channel: "meeting", wave: "", score: "9"),
            Row("h1", wave: "H2", score: "7")
        );

        var facts = (await township.FactsAsync())[First];

        Assert.Equal(
            [
                ("satisfaction", "meeting", null, 280m / 3, 3m, 200m),
                ("satisfaction.partyMembers", "meeting", null, 1m, null, 50m),
                ("satisfaction", "online", "H2", 70m, 1m, 200m),
                ("satisfaction.households", null, null, 3m, null, (decimal?)200m),
            ],
            facts.Select(fact =>
                (fact.Item, fact.By, fact.Period, fact.Value, fact.Count, fact.Eligible)
            )
        );
        Assert.Equal(
            [new ReportedMean(280, 3), null, new ReportedMean(70, 1), null],
            facts.Select(fact => fact.Mean)
        );
        Assert.Equal(
            [$"campaign:{await township.CampaignAsync("meeting", null)}"],
            facts[0].Evidence
        );
    }

    [Fact]
    public async Task OnlineAnswersOnly_TellThatNoPartyMemberCameToTheMeeting()
    {
        var township = await OpenAsync(host);
        await township.ImportAsync(Row("h1"));
        var partyMembers = Assert.Single(
            (await township.FactsAsync())[First],
            fact => fact.Item == "satisfaction.partyMembers"
        );
        Assert.Equal(("meeting", 0m), (partyMembers.By, partyMembers.Value));
    }

    [Fact]
    public async Task AnotherAnswer_InOneArea_ReportsThatAreaOnly()
    {
        var township = await OpenAsync(host);
        await township.ImportAsync(Row("h1"), Row("h1", area: Second));
        await township.ImportAsync(Row("h2"));
        Assert.Equal(
            new Dictionary<string, long> { [First] = 2, [Second] = 1 },
            await township.VersionsAsync()
        );
    }

    [Fact]
    public async Task NewerListOfAreas_ChangesHowManyCouldTakePart()
    {
        var township = await OpenAsync(host);
        await township.ImportAsync(Row("h1"));
        await host.DeliverAsync(
            new AreasChanged(
                township.Township,
                township.Cycle,
                2,
                [new(First, "高境一居", null, 250, 50)]
            )
        );
        await Eventually.HoldsAsync(
            "report with the new number",
            async () => (await township.VersionsAsync())[First] == 2
        );
        var facts = (await township.FactsAsync())[First];
        Assert.Equal(250, facts.Single(fact => fact.Item == "satisfaction").Eligible);
    }
}
