using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Assessment.ServiceDefaults.Messaging;

/// <summary>RabbitMQ with quorum queues, inbox and outbox; poison messages end in the queue's <c>_error</c> queue.</summary>
public static class MessagingRegistration
{
    /// <summary>Pauses between attempts, in seconds; together longer than a restart of the database.</summary>
    private static readonly int[] RetryPauses = [0, 1, 2, 5, 10, 20, 30];

    /// <param name="service">Prefix of the service's queues.</param>
    /// <param name="addConsumers">Adds the service's consumers.</param>
    public static void AddMessaging(
        this WebApplicationBuilder builder,
        string service,
        Action<IBusRegistrationConfigurator> addConsumers
    )
    {
        var broker =
            builder.Configuration.GetConnectionString("messaging")
            ?? throw new InvalidOperationException(
                "The connection string 'messaging' is not configured."
            );
        builder.Services.AddMassTransit(bus =>
        {
            bus.DisableUsageTelemetry();
            bus.SetEndpointNameFormatter(
                new KebabCaseEndpointNameFormatter(service, includeNamespace: false)
            );
            addConsumers(bus);
            bus.AddConfigureEndpointsCallback(
                (context, _, endpoint) =>
                {
                    if (endpoint is IRabbitMqReceiveEndpointConfigurator queue)
                    {
                        queue.SetQuorumQueue();
                    }

                    endpoint.PrefetchCount = 32;
                    endpoint.ConcurrentMessageLimit = 4;
                    endpoint.UseMessageRetry(retry =>
                    {
                        retry.Ignore<MessageMustNameItsTownship>();
                        retry.Intervals([
                            .. RetryPauses.Select(seconds => TimeSpan.FromSeconds(seconds)),
                        ]);
                    });
                    endpoint.UseConsumeFilter(typeof(InboxFilter<>), context);
                }
            );
            bus.UsingRabbitMq(
                (context, rabbit) =>
                {
                    rabbit.Host(new Uri(broker));
                    rabbit.ConfigureEndpoints(context);
                }
            );
        });
        builder.Services.AddSingleton<QueuesDeclared>();
        builder.Services.AddHealthChecks().AddCheck<QueuesDeclared>("queues", tags: ["ready"]);
        builder.Services.AddHostedService<OutboxRelay>();
        builder.Services.AddHostedService<InboxCleaning>();
    }
}
