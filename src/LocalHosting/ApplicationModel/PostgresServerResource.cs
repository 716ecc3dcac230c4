using Assessment.LocalHosting.Data;
using Assessment.LocalHosting.Running;
using Assessment.LocalHosting.Servers;

namespace Aspire.Hosting.ApplicationModel;

public sealed class PostgresServerResource
    : RunnableResource,
        IResourceWithConnectionString,
        IResourceWithWaitSupport
{
    private readonly List<string> _databases = [];
    private Postgres? _server;

    internal PostgresServerResource(string name, int? port)
        : base(name) => Port = port;

    internal int? Port { get; }
    internal bool KeepsData { get; set; }
    internal ParameterResource? UserName { get; init; }
    internal ParameterResource? Password { get; init; }

    internal void AddDatabase(string name) => _databases.Add(name);

    public ValueTask<string?> GetConnectionStringAsync(
        CancellationToken cancellationToken = default
    ) => new(ConnectionString("postgres"));

    internal string? ConnectionString(string database) => _server?.ConnectionString(database);

    internal override IServer Prepare(RunContext context) =>
        _server = new Postgres(
            new PostgresOptions(context.FolderOf(Name, KeepsData))
            {
                Mark = context.DataFolder,
                UserName = UserName?.Value(context) ?? "postgres",
                Password =
                    Password?.Value(context)
                    ?? GeneratedSecret.In(context.DataFolder, $"{Name}-password"),
                Port = Port ?? context.Ports.Next(),
                Databases = _databases,
                Output = context.OutputOf(Name),
            }
        );
}

/// <summary>A database on a server; it is there once the server is ready.</summary>
public sealed class PostgresDatabaseResource : Resource, IResourceWithConnectionString
{
    internal PostgresDatabaseResource(
        string name,
        string databaseName,
        PostgresServerResource parent
    )
        : base(name)
    {
        DatabaseName = databaseName;
        Parent = parent;
    }

    public string DatabaseName { get; }

    public PostgresServerResource Parent { get; }

    public ValueTask<string?> GetConnectionStringAsync(
        CancellationToken cancellationToken = default
    ) => new(Parent.ConnectionString(DatabaseName));
}
