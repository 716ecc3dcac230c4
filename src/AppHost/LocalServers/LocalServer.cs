using Aspire.Hosting.ApplicationModel;
using Assessment.LocalServers;

namespace Assessment.AppHost.LocalServers;

/// <summary>A server from the machine's own packages, run by the orchestrator in a private folder.</summary>
internal abstract class LocalServer(string name, string folder)
    : ExecutableResource(name, "sh", folder),
        IResourceWithConnectionString
{
    private StartLine? _line;

    public abstract ReferenceExpression ConnectionStringExpression { get; }

    public StartLine Line =>
        _line ?? throw new InvalidOperationException($"{Name} has not been prepared.");

    /// <summary>Whether the machine has the programs.</summary>
    /// <exception cref="CannotStartException">It has not.</exception>
    public abstract void Require();

    public async Task PrepareAsync(CancellationToken cancellationToken) =>
        _line = await PrepareLineAsync(cancellationToken);

    /// <summary>Throws while the server does not answer.</summary>
    public abstract Task CheckHealthAsync(CancellationToken cancellationToken);

    protected abstract Task<StartLine> PrepareLineAsync(CancellationToken cancellationToken);
}
