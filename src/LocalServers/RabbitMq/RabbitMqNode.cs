using System.Globalization;
using Assessment.LocalServers.Data;
using RabbitMQ.Client;

namespace Assessment.LocalServers.RabbitMq;

/// <summary>
/// A private RabbitMQ from the machine's package: own data folder, own register of nodes (epmd), loopback only.
/// </summary>
public sealed class RabbitMqNode(RabbitMqOptions options)
{
    private const string Server = "/usr/lib/rabbitmq/bin/rabbitmq-server";
    private const string Control = "/usr/lib/rabbitmq/bin/rabbitmqctl";

    /// <summary>
    /// The folder as the broker knows it. Quorum queues keep the path of their files, and would look for them at the old
    /// place in a folder that was copied; the working directory of the process itself is the same path everywhere.
    /// </summary>
    private const string Here = "/proc/self/cwd";

    /// <summary>
    /// The register of nodes is a child of the broker, since exec keeps the process, and ends with it. The broker must
    /// not find it absent: it would start one of its own, which would stay behind. Where there are data, the missing
    /// elections are held as soon as the broker has started.
    /// </summary>
    private const string WithOwnRegister = """
        setpriv --pdeathsig KILL epmd -address 127.0.0.1 -port "$ERL_EPMD_PORT" &
        until epmd -port "$ERL_EPMD_PORT" -names >/dev/null 2>&1; do sleep 0.05; done
        if [ -d "mnesia/$RABBITMQ_NODENAME" ]; then
          setpriv --pdeathsig KILL sh -c '
            tries=0
            until "$0" -q await_startup >/dev/null 2>&1; do
              tries=$((tries + 1))
              [ $tries -lt 60 ] || exit 1
              sleep 1
            done
            exec "$0" -q eval "$1"
            ' "$1" "$2" &
        fi
        exec "$0"
        """;

    /// <summary>
    /// A quorum queue whose broker was killed within seconds of its declaration is taken for a new one, which waits for
    /// somebody to hold its first election, and nobody can consume from it until then.
    /// </summary>
    private const string MissingElections = """
        lists:foreach(
          fun(Queue) ->
            {Name, _} = amqqueue:get_pid(Queue),
            case ra:members({Name, node()}, 2000) of
              {ok, _, _} -> ok;
              _ ->
                rabbit_log:warning("~s has no leader after the start: holding an election", [Name]),
                ra:trigger_election({Name, node()})
            end
          end,
          rabbit_amqqueue:list_by_type(rabbit_quorum_queue)).
        """;

    public string ConnectionString =>
        $"amqp://{options.UserName}:{options.Password}@127.0.0.1:{options.Port}";

    public static void Require()
    {
        if (!File.Exists(Server))
        {
            throw new CannotStartException("没有 RabbitMQ：请运行 ./run，它会说明要安装什么。");
        }
    }

    /// <summary>Writes its configuration and gives the line that starts it.</summary>
    public StartLine Prepare()
    {
        Require();
        WriteConfiguration();
        return options.Cluster is null
            ? Line("sh", "-c", WithOwnRegister, Server, Control, MissingElections)
            : Line(Server);
    }

    /// <summary>Signs in, as the services will.</summary>
    public async Task CheckHealthAsync(CancellationToken cancellationToken)
    {
        var factory = new ConnectionFactory { Uri = new Uri(ConnectionString) };
        await using var connection = await factory.CreateConnectionAsync(cancellationToken);
        await connection.CloseAsync(cancellationToken);
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
            log.console.level = info
            log.console.use_colors = off

            """
        )
        + (
            options.ManagementPort is { } port
                ? $"management.tcp.ip = 127.0.0.1\nmanagement.tcp.port = {port}\n"
                : ""
        )
        + (options.Cluster?.Formation() ?? "");

    private StartLine Line(string program, params IReadOnlyList<string> arguments) =>
        new(program, arguments)
        {
            WorkingDirectory = options.Folder,
            Environment = new Dictionary<string, string>
            {
                ["HOME"] = In("home"),
                ["ERL_EPMD_ADDRESS"] = "127.0.0.1",
                ["ERL_EPMD_PORT"] = $"{options.EpmdPort}",
                ["RABBITMQ_CONF_ENV_FILE"] = $"{Here}/env.conf",
                ["RABBITMQ_NODENAME"] = options.NodeName,
                ["RABBITMQ_NODE_IP_ADDRESS"] = "127.0.0.1",
                ["RABBITMQ_NODE_PORT"] = $"{options.Port}",
                ["RABBITMQ_DIST_PORT"] = $"{options.DistributionPort}",
                ["RABBITMQ_MNESIA_BASE"] = $"{Here}/mnesia",
                ["RABBITMQ_LOG_BASE"] = $"{Here}/log",
                ["RABBITMQ_CONFIG_FILE"] = $"{Here}/rabbitmq.conf",
                ["RABBITMQ_ENABLED_PLUGINS_FILE"] = $"{Here}/enabled_plugins",
                ["RABBITMQ_PID_FILE"] = $"{Here}/pid",
                // Makes the start script become the Erlang process rather than its parent, so that signals reach
                // the broker itself.
                ["RABBITMQ_ALLOW_INPUT"] = "1",
                ["RABBITMQ_CTL_ERL_ARGS"] = "-kernel inet_dist_use_interface {127,0,0,1}",
                ["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] =
                    "-noinput -kernel inet_dist_use_interface {127,0,0,1} +S 2:2 +sbwt none",
            },
        };
}

public sealed record RabbitMqOptions(string Folder, FreePorts Ports)
{
    public required string UserName { get; init; }
    public required string Password { get; init; }
    public required int Port { get; init; }
    public int? ManagementPort { get; init; }

    /// <summary>Part of the data's path; the same wherever the folder lies.</summary>
    public string NodeName { get; init; } = "broker@localhost";

    /// <summary>The cluster that the node belongs to, which also has the register of nodes (epmd) for all of them.</summary>
    public RabbitMqClusterMembership? Cluster { get; init; }

    public int DistributionPort { get; } = Ports.Next();
    public int EpmdPort => Cluster?.EpmdPort ?? OwnEpmdPort;
    private int OwnEpmdPort { get; } = Ports.Next();
}

/// <param name="EpmdPort">Where the cluster's register of nodes listens.</param>
/// <param name="Cookie">The secret by which nodes know each other.</param>
/// <param name="NodeNames">All nodes, the node itself among them.</param>
public sealed record RabbitMqClusterMembership(
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
