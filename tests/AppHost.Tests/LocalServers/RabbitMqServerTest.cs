using Assessment.Testing.PrivateServers;
using Assessment.Testing.Servers;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;
using Xunit;

namespace Assessment.AppHost.Tests;

public sealed class RabbitMqServerTest : IDisposable
{
    private static readonly Dictionary<string, object?> Quorum = new(StringComparer.Ordinal)
    {
        ["x-queue-type"] = "quorum",
    };

    private readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task StoppedAndStartedAgain_MessagesAreFound()
    {
        await using (var first = await RabbitMqServer.StartAsync(_folder.Path))
        {
            await PublishAsync(first.ConnectionString);
        }

        await using var second = await RabbitMqServer.StartAsync(_folder.Path);

        Assert.Equal("fact", await TakeAsync(second.ConnectionString));
    }

    [Fact]
    public async Task Killed_StartsAgainAtTheSameAddressWithItsMessages()
    {
        await using var server = await RabbitMqServer.StartAsync(_folder.Path);
        await PublishAsync(server.ConnectionString);

        await Eventually.HoldsAsync(QueueIsRegistered);
        await server.KillAsync();
        await Assert.ThrowsAsync<BrokerUnreachableException>(() =>
            TakeAsync(server.ConnectionString)
        );
        await server.StartAgainAsync();

        Assert.Equal("fact", await TakeAsync(server.ConnectionString));
    }

    [Fact]
    public async Task KilledRightAfterQueuesWereDeclared_EachCanBeReadAfterwards()
    {
        string[] queues = ["one", "two", "three", "four", "five"];
        await using var server = await RabbitMqServer.StartAsync(_folder.Path);
        await using (var connection = await ConnectAsync(server.ConnectionString))
        {
            await using var channel = await connection.CreateChannelAsync();
            foreach (var queue in queues)
            {
                await channel.QueueDeclareAsync(queue, true, false, false, Quorum);
            }

            await server.KillAsync();
        }

        await server.StartAgainAsync();

        foreach (var queue in queues)
        {
            await Eventually.HoldsAsync(queue, () => CanBeReadAsync(server, queue));
        }
    }

    [Fact]
    public async Task FolderCopiedElsewhere_StartsWithItsQuorumQueues()
    {
        var (original, copy) = (
            Path.Combine(_folder.Path, "original"),
            Path.Combine(_folder.Path, "copy")
        );
        await using (var first = await RabbitMqServer.StartAsync(original))
        {
            await PublishAsync(first.ConnectionString);
        }
        // Moved rather than copied: nothing of it can be found at the old place.
        Directory.Move(original, copy);

        await using var second = await RabbitMqServer.StartAsync(copy);

        Assert.Equal("fact", await TakeAsync(second.ConnectionString));
    }

    [Fact]
    public async Task VirtualHosts_DoNotShareQueues()
    {
        var server = await TestServers.Broker;
        await PublishAsync(await server.CreateVirtualHostAsync("one"));
        var other = await server.CreateVirtualHostAsync("other");

        await Assert.ThrowsAsync<OperationInterruptedException>(() => TakeAsync(other));
    }

    [Fact]
    public async Task GuestAccount_IsNotThere()
    {
        var server = await TestServers.Broker;
        var guest = new UriBuilder(server.ConnectionString)
        {
            UserName = "guest",
            Password = "guest",
        };

        await Assert.ThrowsAsync<BrokerUnreachableException>(() => TakeAsync(guest.ToString()));
    }

    [Fact]
    public async Task Started_ListensOnLoopbackOnly()
    {
        var server = await TestServers.Broker;

        Assert.Equal(["127.0.0.1"], Listening.AddressesOf(new Uri(server.ConnectionString).Port));
        Assert.Equal(["127.0.0.1"], Listening.AddressesOf(server.Management.Port));
    }

    /// <summary>
    /// The broker writes its register of quorum queues half a second late; a queue younger than that does not
    /// survive a power cut.
    /// </summary>
    private bool QueueIsRegistered() =>
        Directory
            .EnumerateFiles(_folder.Path, "names.dets", SearchOption.AllDirectories)
            .Any(file => File.ReadAllBytes(file).AsSpan().IndexOf("facts"u8) >= 0);

    private static async Task PublishAsync(string connectionString)
    {
        await using var connection = await ConnectAsync(connectionString);
        await using var channel = await connection.CreateChannelAsync(
            new CreateChannelOptions(
                publisherConfirmationsEnabled: true,
                publisherConfirmationTrackingEnabled: true
            )
        );
        await channel.QueueDeclareAsync("facts", true, false, false, Quorum);
        await channel.BasicPublishAsync("", "facts", "fact"u8.ToArray());
    }

    private static async Task<bool> CanBeReadAsync(RabbitMqServer server, string queue)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        await using var connection = await ConnectAsync(server.ConnectionString);
        await using var channel = await connection.CreateChannelAsync();
        try
        {
            await channel.BasicGetAsync(queue, autoAck: true, limit.Token);
            return true;
        }
        catch (Exception refused)
            when (refused is OperationCanceledException or OperationInterruptedException)
        {
            return false;
        }
    }

    private static async Task<string?> TakeAsync(string connectionString)
    {
        await using var connection = await ConnectAsync(connectionString);
        await using var channel = await connection.CreateChannelAsync();
        var message = await channel.BasicGetAsync("facts", autoAck: true);
        return message is null ? null : System.Text.Encoding.UTF8.GetString(message.Body.Span);
    }

    private static Task<IConnection> ConnectAsync(string connectionString) =>
        new ConnectionFactory { Uri = new Uri(connectionString) }.CreateConnectionAsync();
}
