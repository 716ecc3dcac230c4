using Assessment.Contracts;
using Assessment.Survey.Campaigns;

namespace Assessment.Survey.FactReports;

/// <summary>The sums over one campaign's answers in one area.</summary>
public sealed record CampaignTally(Campaign Campaign, int Answers, long Points, int PartyMembers);

/// <summary>The distinct households of an area over all campaigns that count them under an item.</summary>
public sealed record HouseholdTally(string Item, int Households);

/// <summary>What is reported to Scoring about an area: means and numbers, never an answer.</summary>
public static class AreaFacts
{
    /// <param name="area">Null when the township's list no longer has it; then nobody knows how many could take part.</param>
    /// <param name="campaigns">All campaigns of the cycle, also those without an answer.</param>
    public static List<ReportedFact> Of(
        ListedArea? area,
        IReadOnlyList<Campaign> campaigns,
        IReadOnlyList<CampaignTally> tallies,
        IReadOnlyList<HouseholdTally> households
    )
    {
        var facts = new List<ReportedFact>();
        foreach (
            var campaign in campaigns
                .OrderBy(one => one.Item)
                .ThenBy(one => one.Channel)
                .ThenBy(one => one.Wave)
        )
        {
            var tally = tallies.SingleOrDefault(tally => tally.Campaign.Id == campaign.Id);
            var period = campaign.Wave.Length == 0 ? null : campaign.Wave;
            if (tally is not null)
            {
                facts.Add(
                    new ReportedFact(
                        campaign.Item,
                        campaign.Channel,
                        period,
                        (decimal)tally.Points / tally.Answers,
                        tally.Answers,
                        area?.Households,
                        [EvidenceOf(campaign)]
                    )
                    {
                        Mean = new ReportedMean(tally.Points, tally.Answers),
                    }
                );
            }

            var partyMembers = tally?.PartyMembers ?? 0;
            if (
                campaign.PartyMembersItem is { } item
                && (partyMembers > 0 || campaign.Channel == Channels.Meeting)
            )
            {
                facts.Add(
                    new ReportedFact(
                        item,
                        campaign.Channel,
                        period,
                        partyMembers,
                        Count: null,
                        area?.PartyMembers,
                        [EvidenceOf(campaign)]
                    )
                );
            }
        }

        foreach (var (item, number) in households.OrderBy(tally => tally.Item))
        {
            var asked = tallies
                .Select(tally => tally.Campaign)
                .Where(campaign => campaign.HouseholdsItem == item);
            facts.Add(
                new ReportedFact(
                    item,
                    By: null,
                    Period: null,
                    number,
                    Count: null,
                    area?.Households,
                    [.. asked.Select(EvidenceOf).Order()]
                )
            );
        }

        return facts;
    }

    private static string EvidenceOf(Campaign campaign) => $"campaign:{campaign.Id}";
}
