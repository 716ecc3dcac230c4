using Assessment.Contracts;
using Assessment.Survey.Campaigns;
using Assessment.Survey.Storage;
using MassTransit;

namespace Assessment.Survey.Messaging;

/// <summary>Takes the township's newest list of areas.</summary>
public sealed class AreasChangedConsumer(SurveyDb db) : IConsumer<AreasChanged>
{
    public Task Consume(ConsumeContext<AreasChanged> context) =>
        db.TakeAreasAsync(
            context.Message.Version,
            context.Message.Areas,
            context.CancellationToken
        );
}
