using Assessment.Contracts;
using Assessment.Persistence.Storage;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Assessment.FactSources;

/// <summary>Keeps the question, and answers it as far as it can be answered now.</summary>
public sealed class SourcesAskedConsumer(ServiceDb db, SourceAnswers answers)
    : IConsumer<SourcesAsked>
{
    public async Task Consume(ConsumeContext<SourcesAsked> context)
    {
        var asked = context.Message;
        var cancellationToken = context.CancellationToken;
        await db.LockTownshipAsync<RegisterCopy>(cancellationToken);
        if (
            !await db.SourceQuestions.AnyAsync(
                question => question.Id == asked.Request,
                cancellationToken
            )
        )
        {
            db.Add(new SourceQuestion { Id = asked.Request, Cycle = asked.Cycle });
            await db.SaveChangesAsync(cancellationToken);
        }

        await answers.AnswerAsync(asked.Cycle, cancellationToken);
    }
}
