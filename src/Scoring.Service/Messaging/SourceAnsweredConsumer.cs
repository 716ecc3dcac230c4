using System.Text.Json;
using Assessment.Contracts;
using Assessment.Scoring.Calculation;
using Assessment.Scoring.Cycles;
using Assessment.Scoring.Storage;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Scoring.Messaging;

/// <summary>Notes a source's newest answer, and calculates when it was the last thing missing.</summary>
public sealed class SourceAnsweredConsumer(ScoringDb db, Calculations calculations)
    : IConsumer<SourceAnswered>
{
    public async Task Consume(ConsumeContext<SourceAnswered> context)
    {
        var answered = context.Message;
        var cancellationToken = context.CancellationToken;
        if (await db.LockUnlessCancelledAsync(answered.Cycle, cancellationToken) is not { } cycle)
        {
            return;
        }

        var answer = await db.CalculationAnswers.SingleOrDefaultAsync(
            known => known.Request == answered.Request && known.Source == answered.Source,
            cancellationToken
        );
        if (answer is null)
        {
            answer = new CalculationAnswer
            {
                Township = answered.Township,
                Request = answered.Request,
                Source = answered.Source,
            };
            db.CalculationAnswers.Add(answer);
        }

        if (answer.Sequence >= answered.Sequence)
        {
            return;
        }

        answer.Sequence = answered.Sequence;
        answer.PendingImports = answered.PendingImports;
        answer.VersionsJson = JsonSerializer.Serialize(answered.Versions);
        await db.SaveChangesAsync(cancellationToken);
        await calculations.RunIfCompleteAsync(cycle, cancellationToken);
    }
}
