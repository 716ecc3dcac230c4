using Assessment.LocalServers;
using Assessment.LocalServers.Data;
using Assessment.LocalServers.Processes;
using Assessment.LocalServers.RabbitMq;
using Assessment.Testing.Processes;

namespace Assessment.Testing.PrivateServers;

/// <summary>Three private RabbitMQ nodes that hold the same queues, for tests; each may be killed and started again.</summary>
public sealed class RabbitMqCluster : IAsyncDisposable
{
    private readonly ChildProcess _epmd;

    private RabbitMqCluster(IReadOnlyList<RabbitMqServer> nodes, ChildProcess epmd)
    {
        Nodes = nodes;
        _epmd = epmd;
    }

    /// <summary>Named <c>node1@localhost</c> and so on.</summary>
    public IReadOnlyList<RabbitMqServer> Nodes { get; }

    /// <summary>amqp:// with user and password and all nodes, for the default virtual host.</summary>
    public string ConnectionString
    {
        get
        {
            var first = Nodes[0].ConnectionString;
            return string.Join(
                ',',
                [first, .. Nodes.Skip(1).Select(node => new Uri(node.ConnectionString).Authority)]
            );
        }
    }

    public static async Task<RabbitMqCluster> StartAsync(
        string dataFolder,
        CancellationToken cancellationToken = default
    )
    {
        var folder = DataFolder.Open(dataFolder);
        await OrphanedProcesses.EndAsync(folder, cancellationToken);
        var ports = new FreePorts();
        string[] names = ["node1@localhost", "node2@localhost", "node3@localhost"];
        var membership = new RabbitMqClusterMembership(ports.Next(), GeneratedSecret.New(), names);
        var epmd = await StartEpmdAsync(folder, membership.EpmdPort);
        var password = GeneratedSecret.In(folder, "password");
        var cluster = new RabbitMqCluster(
            [
                .. names.Select(name => new RabbitMqServer(
                    Directory.CreateDirectory(Path.Combine(folder, name.Split('@')[0])).FullName,
                    ports,
                    password,
                    node => node with { NodeName = name, Cluster = membership },
                    folder
                )),
            ],
            epmd
        );
        try
        {
            // The first founds the cluster, the others find it.
            await cluster.Nodes[0].StartAgainAsync(cancellationToken);
            await Task.WhenAll(
                cluster.Nodes.Skip(1).Select(node => node.StartAgainAsync(cancellationToken))
            );
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }

        return cluster;
    }

    public async ValueTask DisposeAsync()
    {
        // Together: one after the other, the last would first wait for those that have gone.
        await Task.WhenAll(Nodes.Select(node => node.KillAsync()));
        await _epmd.KillAsync();
    }

    private static Task<ChildProcess> StartEpmdAsync(string folder, int port) =>
        ChildProcess.StartAsync(
            new ChildCommand(
                new StartLine("epmd", "-address", "127.0.0.1", "-port", $"{port}")
                {
                    WorkingDirectory = folder,
                    Environment = new Dictionary<string, string>
                    {
                        [OrphanedProcesses.Mark] = folder,
                    },
                }
            )
        );
}
