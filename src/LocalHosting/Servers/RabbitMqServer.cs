using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using Assessment.LocalHosting.Data;
using Assessment.LocalHosting.Servers;

namespace Assessment.LocalHosting;

/// <summary>A private RabbitMQ with its management interface, for tests.</summary>
public sealed class RabbitMqServer : PrivateServer
{
    private const string UserName = "assessment";

    private readonly RabbitMq _server;
    private readonly string _password;

    private RabbitMqServer(string folder)
        : this(folder, new FreePorts(), GeneratedSecret.In(folder, "password"), options => options)
    { }

    /// <summary>One node of a cluster.</summary>
    internal RabbitMqServer(
        string folder,
        FreePorts ports,
        string password,
        Func<RabbitMqOptions, RabbitMqOptions> asMember
    )
    {
        var managementPort = ports.Next();
        Management = new Uri($"http://127.0.0.1:{managementPort}/");
        _password = password;
        _server = new RabbitMq(
            asMember(
                new RabbitMqOptions(folder, ports)
                {
                    Mark = folder,
                    UserName = UserName,
                    Password = _password,
                    Port = ports.Next(),
                    ManagementPort = managementPort,
                }
            )
        );
    }

    /// <summary>amqp:// with user and password, for the default virtual host.</summary>
    public string ConnectionString => _server.ConnectionString;

    public Uri Management { get; }

    private protected override IServer Server => _server;

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

    /// <summary>Makes a virtual host, in which a test is alone, and gives its connection string.</summary>
    public async Task<string> CreateVirtualHostAsync(
        string name,
        CancellationToken cancellationToken = default
    )
    {
        using var http = ManagementClient();
        using var created = await http.PutAsJsonAsync(
            $"api/vhosts/{name}",
            new { },
            cancellationToken
        );
        created.EnsureSuccessStatusCode();
        return $"{ConnectionString}/{name}";
    }

    /// <summary>Signed in to the management interface.</summary>
    public HttpClient ManagementClient()
    {
        var credentials = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{UserName}:{_password}"));
        return new HttpClient
        {
            BaseAddress = Management,
            DefaultRequestHeaders =
            {
                Authorization = new AuthenticationHeaderValue("Basic", credentials),
            },
        };
    }
}
