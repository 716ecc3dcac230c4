using MassTransit;

namespace Assessment.Payout.Messaging;

internal static class PayoutConsumers
{
    public static void Add(IBusRegistrationConfigurator bus)
    {
        bus.AddConsumer<AssessmentFinalizedConsumer>();
        bus.AddConsumer<CycleRemovedConsumer>();
    }
}
