using Assessment.LocalServers.Data;
using Assessment.LocalServers.RabbitMq;
using Assessment.Testing.Processes;
using Assessment.Testing.Servers;

namespace Assessment.Testing.PrivateServers;

/// <summary>A private RabbitMQ with its management interface, for tests.</summary>
public sealed class RabbitMqServer : PrivateServer
{
    private const string UserName = "assessment";

    private readonly RabbitMqNode _node;

    private RabbitMqServer(string folder)
        : this(folder, new FreePorts(), GeneratedSecret.In(folder, "password"), options => options)
    { }

    /// <summary>One node of a cluster.</summary>
    internal RabbitMqServer(
        string folder,
        FreePorts ports,
        string password,
        Func<RabbitMqOptions, RabbitMqOptions> asMember,
        string? mark = null
    )
        : base(mark ?? folder)
    {
        var managementPort = ports.Next();
        _node = new RabbitMqNode(
            asMember(
                new RabbitMqOptions(folder, ports)
                {
                    UserName = UserName,
                    Password = password,
                    Port = ports.Next(),
                    ManagementPort = managementPort,
                }
            )
        );
        Broker = new Broker(_node.ConnectionString, new Uri($"http://127.0.0.1:{managementPort}/"));
    }

    /// <summary>Where it is, for those who do not stop it.</summary>
    public Broker Broker { get; }

    /// <summary>amqp:// with user and password, for the default virtual host.</summary>
    public string ConnectionString => Broker.ConnectionString;

    /// <summary>The same folder again finds the same queues.</summary>
    public static async Task<RabbitMqServer> StartAsync(
        string dataFolder,
        CancellationToken cancellationToken = default
    )
    {
        var server = new RabbitMqServer(await OpenFolderAsync(dataFolder, cancellationToken));
        await server.StartAgainAsync(cancellationToken);
        return server;
    }

    /// <summary>Signed in to the management interface.</summary>
    public HttpClient ManagementClient() => Broker.ManagementClient();

    private protected override Task<ChildCommand> PrepareAsync(
        CancellationToken cancellationToken
    ) => Task.FromResult(new ChildCommand(_node.Prepare()));

    private protected override Task CheckHealthAsync(CancellationToken cancellationToken) =>
        _node.CheckHealthAsync(cancellationToken);
}
