using Assessment.Contracts;
using Assessment.FactSources;
using Assessment.Persistence.Storage;
using Assessment.Survey.Storage;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Survey.Messaging;

/// <summary>A rehearsal was removed, with all its campaigns.</summary>
public sealed class CycleRemovedConsumer(SurveyDb db) : IConsumer<CycleRemoved>
{
    public async Task Consume(ConsumeContext<CycleRemoved> context)
    {
        var cycle = context.Message.Cycle;
        var cancellationToken = context.CancellationToken;
        await db.LockTownshipAsync<RegisterCopy>(cancellationToken);
        var campaigns = db.Campaigns.Where(one => one.Cycle == cycle).Select(one => one.Id);
        await db
            .Answers.Where(one => campaigns.Contains(one.Campaign))
            .ExecuteDeleteAsync(cancellationToken);
        await db
            .Participations.Where(one => campaigns.Contains(one.Campaign))
            .ExecuteDeleteAsync(cancellationToken);
        await db
            .Links.Where(one => campaigns.Contains(one.Campaign))
            .ExecuteDeleteAsync(cancellationToken);
        await db.RemoveCycleRowsAsync(cycle, cancellationToken);
        await db.Cycles.Where(one => one.Id == cycle).ExecuteDeleteAsync(cancellationToken);
    }
}
