using Assessment.Contracts;
using Assessment.Survey.Storage;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Survey.Messaging;

/// <summary>Answers Scoring's question; one that comes before its cycle is answered with nothing and kept.</summary>
public sealed class SourcesAskedConsumer(SurveyDb db, SourceAnswers answers)
    : IConsumer<SourcesAsked>
{
    public async Task Consume(ConsumeContext<SourcesAsked> context)
    {
        var asked = context.Message;
        var request = await db.SourceRequests.SingleOrDefaultAsync(
            request => request.Request == asked.Request,
            context.CancellationToken
        );
        if (request is null)
        {
            request = new SourceRequest { Request = asked.Request, Cycle = asked.Cycle };
            db.SourceRequests.Add(request);
        }

        request.Open = true;
        await db.SaveChangesAsync(context.CancellationToken);
        await answers.AnswerOpenAsync(asked.Cycle, context.CancellationToken);
    }
}
