using Aspire.Hosting.ApplicationModel;
using Assessment.LocalServers;
using Assessment.LocalServers.Postgres;

namespace Assessment.AppHost.LocalServers;

internal sealed class LocalPostgres(string name, PostgresOptions options)
    : LocalServer(name, options.Folder)
{
    private readonly PostgresCluster _cluster = new(options);

    public PostgresOptions Options => options;

    public List<LocalDatabase> Databases { get; } = [];

    public override ReferenceExpression ConnectionStringExpression => Database("postgres");

    public ReferenceExpression Database(string name) =>
        ReferenceExpression.Create($"{_cluster.ConnectionString(name)}");

    public override void Require()
    {
        _cluster.Require();
        MissingCluster.Refuse(options.Folder);
    }

    public override Task CheckHealthAsync(CancellationToken cancellationToken) =>
        _cluster.CheckHealthAsync(cancellationToken);

    public Task EnsureDatabaseAsync(string name, CancellationToken cancellationToken) =>
        _cluster.EnsureDatabaseAsync(name, cancellationToken);

    protected override Task<StartLine> PrepareLineAsync(CancellationToken cancellationToken) =>
        _cluster.PrepareAsync(cancellationToken);
}

/// <summary>A database on the server; it is there once the server is ready.</summary>
internal sealed class LocalDatabase(string name, LocalPostgres server)
    : Resource(name),
        IResourceWithConnectionString,
        IResourceWithParent<LocalPostgres>
{
    public LocalPostgres Parent => server;

    public ReferenceExpression ConnectionStringExpression => server.Database(Name);
}
