using Assessment.Audit;
using Assessment.Persistence.Auditing;
using Assessment.Survey.Anonymity;
using Assessment.Survey.Campaigns;
using Assessment.Survey.Storage;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Survey.Closings;

/// <summary>
/// Closes a campaign (测评截止) for good. From then on it is not to be found out who answered what: see
/// docs/decisions/0004-anonymity.md.
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
        await ShuffleAnswersAsync(campaign.Id, cancellationToken);
        if (
            !await db.Campaigns.AnyAsync(
                one => one.Cycle == campaign.Cycle && one.State == CampaignState.Open,
                cancellationToken
            )
        )
        {
            await db
                .Cycles.Where(cycle => cycle.Id == campaign.Cycle)
                .ExecuteUpdateAsync(
                    set => set.SetProperty(cycle => cycle.ProtectedKey, (byte[]?)null),
                    cancellationToken
                );
        }
    }

    /// <summary>
    /// Writes the answers again under random slots and in their order: databases stamp rows with the transaction that
    /// wrote them, and by that an answer given alone could be paired with its participation.
    /// </summary>
    private async Task ShuffleAnswersAsync(Guid campaign, CancellationToken cancellationToken)
    {
        var answers = await db
            .Answers.AsNoTracking()
            .Where(answer => answer.Campaign == campaign)
            .ToListAsync(cancellationToken);
        await db
            .Answers.Where(answer => answer.Campaign == campaign)
            .ExecuteDeleteAsync(cancellationToken);
        db.Answers.AddRange(
            answers
                .Select(answer => new Answer
                {
                    Campaign = campaign,
                    Slot = Guid.NewGuid(),
                    Area = answer.Area,
                    Respondent = answer.Respondent,
                    Scores = answer.Scores,
                    Points = answer.Points,
                })
                .OrderBy(answer => answer.Slot)
        );
        await db.SaveChangesAsync(cancellationToken);
    }
}
