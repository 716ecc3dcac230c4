namespace Assessment.Persistence.Ops;

/// <summary>One queue of the service as the broker sees it. Null where the broker has no such queue.</summary>
/// <param name="Depth">Messages that wait; those a consumer has in hand are not among them.</param>
/// <param name="ErrorDepth">Messages in the <c>_error</c> queue, which is made with the first of them.</param>
/// <param name="SkippedDepth">Messages in the <c>_skipped</c> queue, which is made with the first of them.</param>
public sealed record QueueState(
    string Name,
    int? Depth,
    int? Consumers,
    int ErrorDepth,
    int SkippedDepth
);

/// <summary>Asks the broker for the state of the service's queues.</summary>
internal sealed class QueueStates(BrokerConnection broker, ServiceQueues queues)
{
    /// <exception cref="BrokerIsAway"/>
    public async Task<IReadOnlyList<QueueState>> ReadAsync(CancellationToken cancellationToken)
    {
        var states = new List<QueueState>();
        foreach (var queue in queues.Names)
        {
            var itself = await broker.FindQueueAsync(queue, cancellationToken);
            var failed = await broker.FindQueueAsync(
                ServiceQueues.FailedOf(queue),
                cancellationToken
            );
            var skipped = await broker.FindQueueAsync(
                ServiceQueues.SkippedOf(queue),
                cancellationToken
            );
            states.Add(
                new QueueState(
                    queue,
                    (int?)itself?.MessageCount,
                    (int?)itself?.ConsumerCount,
                    (int)(failed?.MessageCount ?? 0),
                    (int)(skipped?.MessageCount ?? 0)
                )
            );
        }

        return states;
    }
}
