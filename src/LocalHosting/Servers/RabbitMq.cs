using System.Globalization;
using Assessment.LocalHosting.Data;
using Assessment.LocalHosting.Processes;
using RabbitMQ.Client;

namespace Assessment.LocalHosting.Servers;

/// <summary>
/// A private RabbitMQ from the machine's package: own data folder, own account, own epmd, loopback only.
/// </summary>
internal sealed class RabbitMq(RabbitMqOptions options) : IServer
{
    private const string Program = "/usr/lib/rabbitmq/bin/rabbitmq-server";
    private static readonly TimeSpan s_stopLimit = TimeSpan.FromSeconds(30);

    private static readonly string[] s_trouble = ["[warning]", "[error]", "[critical]"];

    private readonly int _distributionPort = options.Ports.Next();
    private readonly int _epmdPort = options.Cluster?.EpmdPort ?? options.Ports.Next();
    private ChildProcess? _epmd;

    public string Url => $"amqp://127.0.0.1:{options.Port}";

    public string ConnectionString =>
        $"amqp://{options.UserName}:{options.Password}@127.0.0.1:{options.Port}";

    public async Task<ChildProcess> LaunchAsync(CancellationToken cancellationToken)
    {
        if (!File.Exists(Program))
        {
            throw new CannotHostException("没有 RabbitMQ：请运行 ./run，它会说明要安装什么。");
        }
        WriteConfiguration();
        if (options.Cluster is null && _epmd is null or { Exited.IsCompleted: true })
        {
            _epmd = await ChildProcess.StartAsync(
                Command("epmd", "-address", "127.0.0.1", "-port", $"{_epmdPort}")
            );
        }
        return await ChildProcess.StartAsync(Command(Program) with { Output = TellTrouble });
    }

    /// <summary>Signs in, as the services will.</summary>
    public async Task CheckHealthAsync(CancellationToken cancellationToken)
    {
        var factory = new ConnectionFactory { Uri = new Uri(ConnectionString) };
        await using var connection = await factory.CreateConnectionAsync(cancellationToken);
        await connection.CloseAsync(cancellationToken);
    }

    public Task PrepareAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(ChildProcess process)
    {
        await process.StopAsync(s_stopLimit);
        if (_epmd is { } epmd)
        {
            await epmd.KillAsync();
        }
    }

    /// <summary>The banner and the list of its features are of interest to nobody; the log file has all.</summary>
    private void TellTrouble(string line)
    {
        if (s_trouble.Any(line.Contains))
        {
            options.Output(line);
        }
    }

    private string In(string name) => Path.Combine(options.Folder, name);

    private void WriteConfiguration()
    {
        foreach (var folder in (string[])["mnesia", "log", "home"])
        {
            Directory.CreateDirectory(In(folder));
        }
        var cookie = In("home/.erlang.cookie");
        if (!File.Exists(cookie))
        {
            PrivateFile.Write(cookie, options.Cluster?.Cookie ?? GeneratedSecret.New());
            File.SetUnixFileMode(cookie, UnixFileMode.UserRead);
        }
        File.WriteAllText(In("env.conf"), "");
        File.WriteAllText(
            In("enabled_plugins"),
            options.ManagementPort is null ? "[]." : "[rabbitmq_management]."
        );
        PrivateFile.Write(In("rabbitmq.conf"), Configuration());
    }

    private string Configuration() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"""
            listeners.tcp.1 = 127.0.0.1:{options.Port}
            default_user = {options.UserName}
            default_pass = {options.Password}
            loopback_users = none
            disk_free_limit.absolute = 50MB
            log.console = true
            log.console.level = warning
            log.console.use_colors = off

            """
        )
        + (
            options.ManagementPort is { } port
                ? $"management.tcp.ip = 127.0.0.1\nmanagement.tcp.port = {port}\n"
                : ""
        )
        + (options.Cluster?.Formation() ?? "");

    private ChildCommand Command(string program, params string[] arguments) =>
        new(program, arguments)
        {
            WorkingDirectory = options.Folder,
            Output = options.Output,
            Environment = new Dictionary<string, string>
            {
                [Leftovers.Mark] = options.Mark,
                ["HOME"] = In("home"),
                ["ERL_EPMD_ADDRESS"] = "127.0.0.1",
                ["ERL_EPMD_PORT"] = $"{_epmdPort}",
                ["RABBITMQ_CONF_ENV_FILE"] = In("env.conf"),
                ["RABBITMQ_NODENAME"] = options.NodeName,
                ["RABBITMQ_NODE_IP_ADDRESS"] = "127.0.0.1",
                ["RABBITMQ_NODE_PORT"] = $"{options.Port}",
                ["RABBITMQ_DIST_PORT"] = $"{_distributionPort}",
                ["RABBITMQ_MNESIA_BASE"] = In("mnesia"),
                ["RABBITMQ_LOG_BASE"] = In("log"),
                ["RABBITMQ_CONFIG_FILE"] = In("rabbitmq.conf"),
                ["RABBITMQ_ENABLED_PLUGINS_FILE"] = In("enabled_plugins"),
                ["RABBITMQ_PID_FILE"] = In("pid"),
                // Makes the start script become the Erlang process rather than its parent, so that signals,
                // and the one that tells of the host's death, reach the broker itself.
                ["RABBITMQ_ALLOW_INPUT"] = "1",
                ["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] =
                    "-noinput -kernel inet_dist_use_interface {127,0,0,1} +S 2:2 +sbwt none",
            },
        };
}

internal sealed record RabbitMqOptions(string Folder, FreePorts Ports)
{
    /// <summary>The host's data folder, by which leftovers are known.</summary>
    public required string Mark { get; init; }
    public required string UserName { get; init; }
    public required string Password { get; init; }
    public required int Port { get; init; }
    public int? ManagementPort { get; init; }
    public string NodeName { get; init; } = "broker@localhost";

    /// <summary>The cluster that the node belongs to, which also has the register of nodes (epmd) for all of them.</summary>
    public RabbitMqClusterMembership? Cluster { get; init; }
    public Action<string> Output { get; init; } = static _ => { };
}

/// <param name="EpmdPort">Where the cluster's register of nodes listens.</param>
/// <param name="Cookie">The secret by which nodes know each other.</param>
/// <param name="NodeNames">All nodes, the node itself among them.</param>
internal sealed record RabbitMqClusterMembership(
    int EpmdPort,
    string Cookie,
    IReadOnlyList<string> NodeNames
)
{
    public string Formation() =>
        string.Join(
            '\n',
            [
                "cluster_formation.peer_discovery_backend = classic_config",
                "cluster_formation.randomized_startup_delay_range.min = 0",
                "cluster_formation.randomized_startup_delay_range.max = 1",
                "cluster_partition_handling = pause_minority",
                .. NodeNames.Select(
                    (node, at) => $"cluster_formation.classic_config.nodes.{at + 1} = {node}"
                ),
                "",
            ]
        );
}
