using Assessment.Contracts;
using Assessment.Scoring.Cycles;
using Assessment.Scoring.Procedures.Steps;
using Assessment.Scoring.Storage;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Scoring.Procedures.Freezing;

/// <summary>
/// 尚未截止的测评: those of the cycle's plan of which Survey has not said that they are closed. What is under way can only make
/// a closed one look open for a moment, never the reverse.
/// </summary>
internal static class OpenCampaigns
{
    public const string Code = "campaign.open";

    /// <returns>Null where all are closed, or the scheme orders none.</returns>
    public static async Task<FreezeFinding?> OpenCampaignsAsync(
        this ScoringDb db,
        CycleInProcedure at,
        CancellationToken cancellationToken
    )
    {
        var closed = await db
            .ClosedCampaigns.Where(campaign => campaign.Cycle == at.Cycle.Id)
            .Select(campaign => new { campaign.Channel, campaign.Wave })
            .ToListAsync(cancellationToken);
        return FindingOf(
            CyclePlan
                .Of(at.Scheme, at.Cycle.Year)
                .Campaigns.Where(campaign =>
                    !closed.Exists(one =>
                        one.Channel == campaign.Channel && one.Wave == (campaign.Wave ?? "")
                    )
                )
        );
    }

    private static FreezeFinding? FindingOf(IEnumerable<CampaignSpec> open)
    {
        var titles = open.Select(campaign => campaign.Title).ToList();
        return titles.Count == 0
            ? null
            : new FreezeFinding(
                Code,
                "测评尚未截止，定稿后收到的答卷不计入",
                titles.Count,
                [],
                titles
            );
    }
}
