using System.Net.Sockets;
using Assessment.Persistence.Messaging;
using Assessment.ServiceDefaults;
using Assessment.ServiceDefaults.DomainExceptions;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Assessment.Persistence.Ops;

/// <summary>A connection to the broker besides MassTransit's, opened when first needed to look at queues.</summary>
internal sealed class BrokerConnection(IConfiguration configuration, ThisService service)
    : IAsyncDisposable
{
    private readonly SemaphoreSlim _opening = new(1, 1);
    private IConnection? _connection;

    /// <summary>Works on a channel of its own; what is not acknowledged when it ends goes back to its queue.</summary>
    /// <param name="confirms">Whether a publication waits until the broker has it.</param>
    /// <exception cref="BrokerIsAway">The broker does not answer, or not within the limit.</exception>
    public async Task<T> OnChannelAsync<T>(
        Func<IChannel, CancellationToken, Task<T>> work,
        TimeSpan limit,
        CancellationToken cancellationToken,
        bool confirms = false
    )
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limited.CancelAfter(limit);
        try
        {
            var connection = await OpenAsync(limited.Token);
            await using var channel = await connection.CreateChannelAsync(
                new CreateChannelOptions(confirms, confirms),
                limited.Token
            );
            return await work(channel, limited.Token);
        }
        catch (Exception failure)
            when (IsTheBrokers(failure) && !cancellationToken.IsCancellationRequested)
        {
            throw new BrokerIsAway(failure);
        }
    }

    /// <summary>Null where there is none; the broker then closes the channel on which it was asked.</summary>
    /// <exception cref="BrokerIsAway"/>
    public Task<QueueDeclareOk?> FindQueueAsync(
        string queue,
        CancellationToken cancellationToken
    ) =>
        OnChannelAsync(
            async (channel, limited) =>
            {
                try
                {
                    return await channel.QueueDeclarePassiveAsync(queue, limited);
                }
                catch (OperationInterruptedException failure)
                    when (failure.ShutdownReason?.ReplyCode == Constants.NotFound)
                {
                    return null;
                }
            },
            OpsSettings.LookLimit,
            cancellationToken
        );

    public async ValueTask DisposeAsync()
    {
        if (_connection is not null)
        {
            await _connection.DisposeAsync();
        }

        _opening.Dispose();
    }

    private async Task<IConnection> OpenAsync(CancellationToken cancellationToken)
    {
        await _opening.WaitAsync(cancellationToken);
        try
        {
            if (_connection is { IsOpen: true } open)
            {
                return open;
            }

            if (_connection is { } closed)
            {
                _connection = null;
                await closed.DisposeAsync();
            }

            return _connection = await ConnectAsync(cancellationToken);
        }
        finally
        {
            _opening.Release();
        }
    }

    private Task<IConnection> ConnectAsync(CancellationToken cancellationToken)
    {
        var address = BrokerAddress.Of(
            configuration.GetConnectionString("messaging")
                ?? throw new InvalidOperationException(
                    "The connection string 'messaging' is not configured."
                )
        );
        var factory = new ConnectionFactory
        {
            Uri = address.First,
            ClientProvidedName = $"{service.Name} ops",
            AutomaticRecoveryEnabled = false,
            RequestedConnectionTimeout = OpsSettings.LookLimit,
            ContinuationTimeout = OpsSettings.LookLimit,
            HandshakeContinuationTimeout = OpsSettings.LookLimit,
            RequestedHeartbeat = TimeSpan.FromSeconds(10),
        };
        return factory.CreateConnectionAsync(
            address.Nodes.Select(node =>
            {
                var endpoint = AmqpTcpEndpoint.Parse(node);
                endpoint.Ssl = factory.Ssl;
                return endpoint;
            }),
            cancellationToken
        );
    }

    private static bool IsTheBrokers(Exception failure) =>
        failure
            is BrokerUnreachableException
                or OperationInterruptedException
                or PublishException
                or OperationCanceledException
                or IOException
                or SocketException
                or TimeoutException;
}

/// <summary>消息服务没有应答: nothing was taken from a queue; what was under way is found in its queue again.</summary>
public sealed class BrokerIsAway(Exception? reason = null)
    : DomainException(StatusCodes.Status503ServiceUnavailable)
{
    /// <summary>What the broker's client said, for the log.</summary>
    public Exception? Failure => reason;
}
