using Assessment.Persistence.Ops;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Assessment.Persistence.Messaging;

/// <summary>RabbitMQ with quorum queues, inbox and outbox; poison messages end in the queue's <c>_error</c> queue.</summary>
public static class MessagingRegistration
{
    /// <summary>
    /// How long a service that stops goes on with the messages that it has begun, or waits for its database with; then
    /// they go back to the queue.
    /// </summary>
    private static readonly TimeSpan TimeToFinish = TimeSpan.FromSeconds(10);

    /// <param name="service">Prefix of the service's queues.</param>
    /// <param name="addConsumers">Adds the service's consumers.</param>
    public static void AddMessaging(
        this WebApplicationBuilder builder,
        string service,
        Action<IBusRegistrationConfigurator> addConsumers
    )
    {
        var broker = BrokerAddress.Of(
            builder.Configuration.GetConnectionString("messaging")
                ?? throw new InvalidOperationException(
                    "The connection string 'messaging' is not configured."
                )
        );
        var retries = MessageRetries.Of(builder.Configuration);
        builder.Services.ConfigureOpenTelemetryTracerProvider(traces =>
            traces.AddSource("MassTransit")
        );
        builder.Services.ConfigureOpenTelemetryMeterProvider(metrics =>
            metrics.AddMeter("MassTransit")
        );
        builder.Services.AddMassTransit(bus =>
        {
            bus.DisableUsageTelemetry();
            bus.SetEndpointNameFormatter(
                new KebabCaseEndpointNameFormatter(service, includeNamespace: false)
            );
            addConsumers(bus);
            bus.AddConfigureEndpointsCallback(
                (context, name, endpoint) =>
                {
                    context.GetRequiredService<ServiceQueues>().Add(name);
                    if (endpoint is IRabbitMqReceiveEndpointConfigurator queue)
                    {
                        queue.SetQuorumQueue();
                    }

                    endpoint.PrefetchCount = 32;
                    endpoint.ConcurrentMessageLimit = 4;
                    retries.ApplyTo(endpoint);
                    endpoint.UseConsumeFilter(typeof(InboxFilter<>), context);
                }
            );
            bus.UsingRabbitMq(
                (context, rabbit) =>
                {
                    broker.ApplyTo(rabbit);
                    rabbit.ConfigureEndpoints(context);
                }
            );
        });
        builder.Services.AddMassTransit<ISendingBus>(bus =>
            bus.UsingRabbitMq((_, rabbit) => broker.ApplyTo(rabbit))
        );
        builder
            .Services.AddOptions<MassTransitHostOptions>()
            .Configure(host => host.ConsumerStopTimeout = TimeToFinish);
        builder.Services.AddSingleton<QueuesDeclared>();
        builder.Services.AddHealthChecks().AddCheck<QueuesDeclared>("queues", tags: ["ready"]);
        builder.Services.AddHostedService<OutboxRelay>();
        builder.Services.AddHostedService<InboxCleaning>();
        builder.AddOps();
    }
}
