using Assessment.Audit;
using Assessment.Persistence.Auditing;
using Assessment.Survey.Campaigns;
using Assessment.Survey.Storage;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Survey.Closings;

/// <summary>
/// Ends the collecting of a cycle whose result is final (生效): the campaigns that were still open are closed, and the
/// cycle's key is destroyed, so that not even who took part can be determined.
/// </summary>
public sealed class CycleEnding(SurveyDb db, CampaignClosing closing)
{
    /// <summary>Within the caller's transaction, in which the cycle is held. What has ended stays as it is.</summary>
    public async Task EndAsync(
        Guid id,
        DateTimeOffset at,
        string by,
        CancellationToken cancellationToken
    )
    {
        foreach (
            var campaign in await db
                .Campaigns.Where(campaign => campaign.Cycle == id)
                .ToListAsync(cancellationToken)
        )
        {
            await closing.CloseAsync(campaign, at, by, cancellationToken);
        }

        var cycle = await db.Cycles.SingleAsync(cycle => cycle.Id == id, cancellationToken);
        if (cycle.IsFinal)
        {
            return;
        }

        cycle.DestroyKey();
        db.Record(
            new AuditedChange(
                AuditActions.SurveyKeyDestroyed,
                $"cycle:{id}",
                id,
                Before: new { HasKey = true },
                After: new { HasKey = false }
            )
        );
        await db.SaveChangesAsync(cancellationToken);
    }
}
