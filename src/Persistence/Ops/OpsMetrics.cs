using System.Diagnostics.Metrics;
using Assessment.ServiceDefaults;

namespace Assessment.Persistence.Ops;

/// <summary>
/// What was last sampled of outbox and queues, as gauges of the meter <c>Assessment</c>. What could not be sampled is
/// not reported at all, rather than as it once was. Tags name the service and the queue, never a township.
/// </summary>
internal sealed class OpsMetrics
{
    private readonly ThisService _service;
    private volatile OutboxState? _outbox;
    private volatile IReadOnlyList<QueueState>? _queues;

    public OpsMetrics(IMeterFactory meters, ThisService service)
    {
        _service = service;
        var meter = meters.Create("Assessment");
        meter.CreateObservableGauge(
            "assessment.outbox.waiting",
            () => OfOutbox(outbox => (long)outbox.Waiting),
            "{message}",
            "Messages that are decided on and not yet sent"
        );
        meter.CreateObservableGauge(
            "assessment.outbox.oldest_age",
            () => OfOutbox(outbox => outbox.OldestAgeSeconds),
            "s",
            "How long the oldest message of the outbox has waited"
        );
        meter.CreateObservableGauge(
            "assessment.queue.depth",
            () => OfQueues(queue => queue.Depth),
            "{message}",
            "Messages that wait in a queue"
        );
        meter.CreateObservableGauge(
            "assessment.queue.consumers",
            () => OfQueues(queue => queue.Consumers),
            "{consumer}",
            "Consumers of a queue"
        );
        meter.CreateObservableGauge(
            "assessment.queue.errors",
            () => OfQueues(queue => queue.ErrorDepth),
            "{message}",
            "Messages in a queue's error queue"
        );
        meter.CreateObservableGauge(
            "assessment.queue.skipped",
            () => OfQueues(queue => queue.SkippedDepth),
            "{message}",
            "Messages of a queue that no consumer wants"
        );
    }

    public void Keep(OutboxState? outbox) => _outbox = outbox;

    public void Keep(IReadOnlyList<QueueState>? queues) => _queues = queues;

    private IEnumerable<Measurement<T>> OfOutbox<T>(Func<OutboxState, T> value)
        where T : struct =>
        _outbox is { } outbox ? [new Measurement<T>(value(outbox), Service)] : [];

    private IEnumerable<Measurement<long>> OfQueues(Func<QueueState, int?> value) =>
        from queue in _queues ?? []
        let number = value(queue)
        where number is not null
        select new Measurement<long>(
            number.Value,
            Service,
            new KeyValuePair<string, object?>("queue", queue.Name)
        );

    private KeyValuePair<string, object?> Service => new("service", _service.Name);
}
