using MassTransit;

namespace Assessment.Persistence.Messaging;

/// <summary>
/// Where the broker is: <c>amqp://user:password@host:5672/virtual-host</c>, or for a cluster with all its nodes
/// <c>amqp://user:password@one:5672,two:5672,three:5672/virtual-host</c>. When a node goes, the next one is tried.
/// </summary>
internal sealed record BrokerAddress(Uri First, IReadOnlyList<string> Nodes)
{
    /// <summary>A node that is cut off without a word is noticed within two of these.</summary>
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(10);

    /// <exception cref="InvalidOperationException">It is no such address.</exception>
    public static BrokerAddress Of(string connection)
    {
        var hosts = connection.IndexOf("://", StringComparison.Ordinal) + "://".Length;
        var end = connection.IndexOf('/', hosts);
        end = end < 0 ? connection.Length : end;
        // A password may hold an @, the hosts cannot.
        hosts = Math.Max(hosts, connection.LastIndexOf('@', end - 1) + 1);
        var nodes = connection[hosts..end]
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return
            nodes.Length > 0
            && Uri.TryCreate(
                connection[..hosts] + nodes[0] + connection[end..],
                UriKind.Absolute,
                out var first
            )
            ? new BrokerAddress(first, nodes)
            : throw new InvalidOperationException(
                "The connection string 'messaging' is no address of a broker: "
                    + "amqp://user:password@host:port[,host:port…][/virtual-host]."
            );
    }

    public void ApplyTo(IRabbitMqBusFactoryConfigurator rabbit) =>
        rabbit.Host(
            First,
            host =>
            {
                host.Heartbeat(Heartbeat);
                if (Nodes.Count > 1)
                {
                    host.UseCluster(cluster =>
                    {
                        foreach (var node in Nodes)
                        {
                            cluster.Node(node);
                        }
                    });
                }
            }
        );
}
