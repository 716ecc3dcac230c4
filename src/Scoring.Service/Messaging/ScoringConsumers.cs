using MassTransit;

namespace Assessment.Scoring.Messaging;

internal static class ScoringConsumers
{
    public static void Add(IBusRegistrationConfigurator bus)
    {
        bus.AddConsumer<FactsReportedConsumer>();
        bus.AddConsumer<SourceAnsweredConsumer>();
        bus.AddConsumer<CampaignClosedConsumer>();
    }
}
