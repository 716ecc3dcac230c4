using Assessment.Audit;
using Assessment.Contracts;
using Assessment.Persistence.Auditing;
using Assessment.Persistence.Messaging;
using Assessment.Survey.Anonymity;
using Assessment.Survey.Campaigns;
using Assessment.Survey.Storage;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Survey.Closings;

/// <summary>
/// Closes a campaign (测评截止) for good. From then on it is not to be found out who answered what; who took part can still be
/// determined until the result is final (<see cref="CycleEnding"/>): see docs/decisions/0004-anonymity.md.
/// </summary>
public sealed class CampaignClosing(SurveyDb db)
{
    /// <summary>Within the caller's transaction, in which the cycle is held. A closed campaign stays as it is.</summary>
    public async Task CloseAsync(
        Campaign campaign,
        DateTimeOffset at,
        string by,
        CancellationToken cancellationToken
    )
    {
        if (campaign.State == CampaignState.Closed)
        {
            return;
        }

        campaign.State = CampaignState.Closed;
        campaign.ProtectedKey = null;
        campaign.ClosedAt = at;
        campaign.ClosedBy = by;
        db.Send(
            new CampaignClosed(
                db.Township!,
                campaign.Cycle,
                campaign.Channel,
                campaign.Wave.Length == 0 ? null : campaign.Wave,
                at
            )
        );
        db.Record(
            new AuditedChange(
                AuditActions.CampaignClosed,
                $"campaign:{campaign.Id}",
                campaign.Cycle,
                Before: new { State = CampaignState.Open },
                After: new { campaign.State }
            )
        );
        await db.SaveChangesAsync(cancellationToken);
        await ForgetHouseholdsAsync(campaign, cancellationToken);
    }

    private async Task ForgetHouseholdsAsync(Campaign campaign, CancellationToken cancellationToken)
    {
        await db
            .Links.Where(link => link.Campaign == campaign.Id)
            .ExecuteUpdateAsync(
                set => set.SetProperty(link => link.Household, (Guid?)null),
                cancellationToken
            );
        await db
            .Participations.Where(one => one.Campaign == campaign.Id)
            .ExecuteUpdateAsync(
                set => set.SetProperty(one => one.SubmittedAt, (DateTimeOffset?)null),
                cancellationToken
            );
        await ClosedAnswers.WriteAgainAsync(db, campaign.Id, [], cancellationToken);
    }
}
