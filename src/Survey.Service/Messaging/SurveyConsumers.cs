using Assessment.FactSources;
using MassTransit;

namespace Assessment.Survey.Messaging;

internal static class SurveyConsumers
{
    public static void Add(IBusRegistrationConfigurator bus)
    {
        bus.AddConsumer<CycleOpenedConsumer>();
        bus.AddConsumer<CycleClosedConsumer>();
        bus.AddConsumer<CycleRemovedConsumer>();
        bus.AddConsumer<CycleCancelledConsumer>();
        bus.AddFactSourceConsumers();
    }
}
