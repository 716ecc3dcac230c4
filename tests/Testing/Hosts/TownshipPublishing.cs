using Assessment.Contracts;
using Assessment.Persistence.Messaging;
using MassTransit;

namespace Assessment.Testing.Hosts;

/// <summary>Messages as the services' outboxes send them.</summary>
internal static class TownshipPublishing
{
    /// <param name="id">Of the message; a new one where it is left out.</param>
    public static Task PublishOfTownshipAsync(
        this IPublishEndpoint bus,
        ITownshipMessage message,
        Guid? id = null
    ) =>
        bus.Publish(
            (object)message,
            context =>
            {
                context.MessageId = id ?? Guid.CreateVersion7();
                context.Headers.Set(TownshipHeader.Name, message.Township);
            }
        );
}
