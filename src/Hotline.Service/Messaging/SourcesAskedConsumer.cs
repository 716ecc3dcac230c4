using Assessment.Contracts;
using Assessment.Hotline.SourceAnswers;
using Assessment.Hotline.Storage;
using Assessment.Hotline.Townships;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Hotline.Messaging;

/// <summary>Remembers the question and answers it as far as it can be answered now.</summary>
public sealed class SourcesAskedConsumer(HotlineDb db, TownshipTurn turn, Answers answers)
    : IConsumer<SourcesAsked>
{
    public async Task Consume(ConsumeContext<SourcesAsked> context)
    {
        var asked = context.Message;
        var cancellationToken = context.CancellationToken;
        await turn.TakeAsync(cancellationToken);
        if (
            await db.SourceRequests.AnyAsync(
                request => request.Id == asked.Request,
                cancellationToken
            )
        )
        {
            return;
        }

        db.SourceRequests.Add(new SourceRequest { Id = asked.Request, Cycle = asked.Cycle });
        await db.SaveChangesAsync(cancellationToken);
        await answers.SendAsync(cancellationToken);
    }
}
