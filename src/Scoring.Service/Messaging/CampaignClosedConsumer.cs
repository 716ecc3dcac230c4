using Assessment.Contracts;
using Assessment.Scoring.Cycles;
using Assessment.Scoring.Storage;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Scoring.Messaging;

/// <summary>Notes that a campaign is closed: it is no longer among what is missing when the cycle is to be frozen.</summary>
public sealed class CampaignClosedConsumer(ScoringDb db) : IConsumer<CampaignClosed>
{
    public async Task Consume(ConsumeContext<CampaignClosed> context)
    {
        var closed = context.Message;
        var cancellationToken = context.CancellationToken;
        await db.LockCycleAsync(closed.Cycle, cancellationToken);
        var wave = closed.Wave ?? "";
        if (
            await db.ClosedCampaigns.AnyAsync(
                known =>
                    known.Cycle == closed.Cycle
                    && known.Channel == closed.Channel
                    && known.Wave == wave,
                cancellationToken
            )
        )
        {
            return;
        }

        db.ClosedCampaigns.Add(
            new ClosedCampaign
            {
                Cycle = closed.Cycle,
                Channel = closed.Channel,
                Wave = wave,
                At = closed.At,
            }
        );
        await db.SaveChangesAsync(cancellationToken);
    }
}
