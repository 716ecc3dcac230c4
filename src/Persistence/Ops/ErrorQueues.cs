using Assessment.ServiceDefaults.DomainExceptions;
using Microsoft.Extensions.Logging;
using RabbitMQ.Client;

namespace Assessment.Persistence.Ops;

/// <summary>What a look into an error queue shows.</summary>
/// <param name="Depth">All messages in the queue, of which the first are shown.</param>
public sealed record ErrorQueueSnapshot(
    string Queue,
    int Depth,
    IReadOnlyList<FailedMessage> Messages
);

/// <summary>What became of a re-send.</summary>
/// <param name="Resent">So many are back in the queue that they came from.</param>
/// <param name="Complete">False where time ran out or the broker went: ask again for the rest.</param>
public sealed record ResendReport(string Queue, int Resent, bool Complete);

/// <summary>
/// 失败队列: looks at messages that could not be taken in, and sends them back to where they came from. A message
/// leaves the error queue after the broker has confirmed its copy: a process that dies in between leaves it twice, and
/// the inbox drops the second.
/// </summary>
internal sealed partial class ErrorQueues(
    BrokerConnection broker,
    ServiceQueues queues,
    TimeProvider time,
    ILogger<ErrorQueues> log
)
{
    public const int MostShown = 200;

    /// <summary>Shorter than the gateway waits.</summary>
    private static readonly TimeSpan ResendLimit = TimeSpan.FromSeconds(20);

    /// <summary>The messages at the head, which stay where they are and in their order.</summary>
    /// <exception cref="NothingIsThere">The service has no such error queue.</exception>
    /// <exception cref="BrokerIsAway"/>
    public async Task<ErrorQueueSnapshot> LookAsync(
        string queue,
        int limit,
        CancellationToken cancellationToken
    )
    {
        _ = SourceOf(queue);
        var depth = await DepthAsync(queue, cancellationToken);
        var shown = Math.Min(depth, Math.Clamp(limit, 1, MostShown));
        return await broker.OnChannelAsync(
            async (channel, limited) =>
            {
                var messages = new List<FailedMessage>();
                while (
                    messages.Count < shown
                    && await channel.BasicGetAsync(queue, autoAck: false, limited) is { } message
                )
                {
                    messages.Add(FailedMessage.Of(message));
                }

                return new ErrorQueueSnapshot(queue, depth, messages);
            },
            OpsSettings.LookLimit,
            cancellationToken
        );
    }

    /// <param name="only">Only these; null for all that are there now.</param>
    /// <exception cref="NothingIsThere">The service has no such error queue.</exception>
    /// <exception cref="BrokerIsAway">Nothing was re-sent.</exception>
    public async Task<ResendReport> ResendAsync(
        string queue,
        IReadOnlySet<Guid>? only,
        string caller,
        CancellationToken cancellationToken
    )
    {
        var source = SourceOf(queue);
        var depth = await DepthAsync(queue, cancellationToken);
        var resent = 0;
        var complete = depth == 0;
        try
        {
            complete =
                complete
                || await broker.OnChannelAsync(
                    (channel, limited) =>
                        MoveAsync(channel, queue, depth, source, only, () => resent++, limited),
                    ResendLimit + OpsSettings.LookLimit,
                    cancellationToken,
                    confirms: true
                );
        }
        catch (BrokerIsAway away) when (resent > 0)
        {
            LogBrokenOff(queue, away.Failure);
        }
        finally
        {
            LogResent(caller, resent, queue);
        }

        return new ResendReport(queue, resent, complete);
    }

    /// <summary>What fails again comes back at the end, and is not looked at a second time.</summary>
    private async Task<bool> MoveAsync(
        IChannel channel,
        string queue,
        int depth,
        string source,
        IReadOnlySet<Guid>? only,
        Action moved,
        CancellationToken cancellationToken
    )
    {
        var begun = time.GetTimestamp();
        for (var i = 0; i < depth; i++)
        {
            if (time.GetElapsedTime(begun) > ResendLimit)
            {
                return false;
            }

            if (
                await channel.BasicGetAsync(queue, autoAck: false, cancellationToken)
                is not { } message
            )
            {
                break;
            }

            if (
                only is null
                || (
                    Guid.TryParse(message.BasicProperties.MessageId, out var id)
                    && only.Contains(id)
                )
            )
            {
                await channel.BasicPublishAsync(
                    exchange: "",
                    source,
                    mandatory: true,
                    WithoutFault(message.BasicProperties),
                    message.Body,
                    cancellationToken
                );
                await channel.BasicAckAsync(
                    message.DeliveryTag,
                    multiple: false,
                    cancellationToken
                );
                moved();
            }
        }

        return true;
    }

    private string SourceOf(string queue) => queues.SourceOf(queue) ?? throw new NothingIsThere();

    private static BasicProperties WithoutFault(IReadOnlyBasicProperties properties)
    {
        var copy = new BasicProperties(properties) { Persistent = true };
        if (properties.Headers is { } headers)
        {
            copy.Headers = headers
                .Where(header =>
                    header.Key != "MT-Reason"
                    && !header.Key.StartsWith("MT-Fault-", StringComparison.Ordinal)
                    && !header.Key.StartsWith("MT-Host-", StringComparison.Ordinal)
                    && !header.Key.StartsWith("x-", StringComparison.Ordinal)
                )
                .ToDictionary();
        }

        return copy;
    }

    private async Task<int> DepthAsync(string queue, CancellationToken cancellationToken) =>
        (int)((await broker.FindQueueAsync(queue, cancellationToken))?.MessageCount ?? 0);

    [LoggerMessage(LogLevel.Warning, "Re-sending from {Queue} broke off")]
    private partial void LogBrokenOff(string queue, Exception? failure);

    [LoggerMessage(
        LogLevel.Information,
        "Account {Account} re-sent {Messages} messages from {Queue}"
    )]
    private partial void LogResent(string account, int messages, string queue);
}
