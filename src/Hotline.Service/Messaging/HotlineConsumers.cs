using Assessment.FactSources;
using MassTransit;

namespace Assessment.Hotline.Messaging;

internal static class HotlineConsumers
{
    public static void Add(IBusRegistrationConfigurator bus)
    {
        bus.AddConsumer<CycleOpenedConsumer>();
        bus.AddConsumer<CycleCancelledConsumer>();
        bus.AddConsumer<CycleClosedConsumer>();
        bus.AddConsumer<CycleRemovedConsumer>();
        bus.AddConsumer<CorrectionOpenedConsumer>();
        bus.AddConsumer<CorrectionEndedConsumer>();
        bus.AddFactSourceConsumers();
    }
}
