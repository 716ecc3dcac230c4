using System.Diagnostics.Metrics;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace Assessment.AppHost.Telemetry;

/// <summary>The figures under the names that OpenTelemetry's own receiver for RabbitMQ gives them.</summary>
internal sealed class BrokerMetrics : IDisposable
{
    private const string MeterName = "Assessment.AppHost.Broker";

    private readonly Meter _meter = new(MeterName);
    private readonly MeterProvider _provider;
    private volatile BrokerFigures? _latest;

    public BrokerMetrics(string broker, OtlpTarget target, TimeSpan interval)
    {
        _meter.CreateObservableUpDownCounter(
            "rabbitmq.message.current",
            () =>
                _latest is { } now
                    ?
                    [
                        new(now.Ready, new KeyValuePair<string, object?>("state", "ready")),
                        new(
                            now.Unacknowledged,
                            new KeyValuePair<string, object?>("state", "unacknowledged")
                        ),
                    ]
                    : (Measurement<long>[])[],
            "{messages}"
        );
        Count("rabbitmq.message.published", "{messages}", now => now.Published);
        Count("rabbitmq.message.delivered", "{messages}", now => now.Delivered);
        Count("rabbitmq.message.acknowledged", "{messages}", now => now.Acknowledged);
        Count("rabbitmq.message.redelivered", "{messages}", now => now.Redelivered);
        Level("rabbitmq.connection.count", "{connections}", now => now.Connections);
        Level("rabbitmq.consumer.count", "{consumers}", now => now.Consumers);
        Level("rabbitmq.queue.count", "{queues}", now => now.Queues);
        Level("rabbitmq.node.mem_used", "By", now => now.MemoryUsed);
        Level("rabbitmq.node.disk_free", "By", now => now.DiskFree);
        Level("rabbitmq.node.fd_used", "{fd}", now => now.FileDescriptors);
        _provider = Sdk.CreateMeterProviderBuilder()
            .ConfigureResource(resource => resource.AddService(broker))
            .AddMeter(MeterName)
            .AddOtlpExporter(
                (options, reader) =>
                {
                    target.ApplyTo(options);
                    reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = (int)
                        interval.TotalMilliseconds;
                }
            )
            .Build();
    }

    public BrokerFigures? Latest
    {
        set => _latest = value;
    }

    public void Dispose()
    {
        _provider.Dispose();
        _meter.Dispose();
    }

    private void Count(string name, string unit, Func<BrokerFigures, long> figure) =>
        _meter.CreateObservableCounter(name, () => Measured(figure), unit);

    private void Level(string name, string unit, Func<BrokerFigures, long> figure) =>
        _meter.CreateObservableUpDownCounter(name, () => Measured(figure), unit);

    private Measurement<long>[] Measured(Func<BrokerFigures, long> figure) =>
        _latest is { } now ? [new(figure(now))] : [];
}
