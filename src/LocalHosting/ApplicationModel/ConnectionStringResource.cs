using Microsoft.Extensions.Configuration;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>A server that runs elsewhere; where is said in configuration, <c>ConnectionStrings:NAME</c>.</summary>
internal sealed class ConnectionStringResource(string name, IConfiguration configuration)
    : Resource(name),
        IResourceWithConnectionString
{
    public ValueTask<string?> GetConnectionStringAsync(
        CancellationToken cancellationToken = default
    ) => new(configuration.GetConnectionString(Name));
}
