using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Assessment.Persistence.Tests.Messaging;

/// <summary>
/// Sits between a service and its broker and passes on every frame of AMQP 0-9-1 (specification, 2.3.5), but keeps
/// publisher confirmations on request.
/// </summary>
internal sealed class BrokerInBetween : IAsyncDisposable
{
    /// <summary>Type, channel, size of the payload; after the payload one octet ends the frame.</summary>
    private const int HeaderSize = 7;
    private const byte MethodFrame = 1;

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly UriBuilder _broker;
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentBag<Task> _connections = [];
    private readonly Task _accepting;
    private int _accepted;
    private int _keepUpTo;
    private int _kept;

    private BrokerInBetween(string broker)
    {
        _broker = new UriBuilder(broker);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public string ConnectionString =>
        new UriBuilder(_broker.Uri) { Port = ((IPEndPoint)_listener.LocalEndpoint).Port }
            .Uri
            .AbsoluteUri;

    public int ConfirmationsKept => Volatile.Read(ref _kept);

    public static BrokerInBetween To(string broker) => new(broker);

    /// <summary>Whoever connects from now on gets them.</summary>
    public void KeepConfirmationsFromThoseConnected() =>
        Volatile.Write(ref _keepUpTo, Volatile.Read(ref _accepted));

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _accepting;
        await Task.WhenAll(_connections);
        _listener.Dispose();
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_end.Token);
                _connections.Add(ConnectAsync(client, Interlocked.Increment(ref _accepted)));
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }

    private async Task ConnectAsync(TcpClient client, int number)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(_end.Token);
        using (client)
        using (var broker = new TcpClient())
        {
            await broker.ConnectAsync(_broker.Host, _broker.Port, ended.Token);
            var there = client.GetStream().CopyToAsync(broker.GetStream(), ended.Token);
            var back = PassBackAsync(broker.GetStream(), client.GetStream(), number, ended.Token);
            await Task.WhenAny(there, back);
            await ended.CancelAsync();
            await Task.WhenAll(Quietly(there), Quietly(back));
        }
    }

    private async Task PassBackAsync(
        NetworkStream broker,
        NetworkStream client,
        int number,
        CancellationToken cancellationToken
    )
    {
        var header = new byte[HeaderSize];
        while (true)
        {
            await broker.ReadExactlyAsync(header, cancellationToken);
            var rest = new byte[BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(3)) + 1];
            await broker.ReadExactlyAsync(rest, cancellationToken);
            if (number <= Volatile.Read(ref _keepUpTo) && IsConfirmation(header, rest))
            {
                Interlocked.Increment(ref _kept);
                continue;
            }

            await client.WriteAsync((byte[])[.. header, .. rest], cancellationToken);
        }
    }

    /// <summary>basic.ack: of a broker it can only be that.</summary>
    private static bool IsConfirmation(byte[] header, byte[] payload) =>
        header[0] == MethodFrame
        && BinaryPrimitives.ReadUInt16BigEndian(payload) == 60
        && BinaryPrimitives.ReadUInt16BigEndian(payload.AsSpan(2)) == 80;

    /// <summary>Either side may go first.</summary>
    private static async Task Quietly(Task passing)
    {
        try
        {
            await passing;
        }
        catch (Exception end) when (end is IOException or OperationCanceledException)
        {
            // The connection is over.
        }
    }
}
