using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;

namespace Assessment.ServiceDefaults.SignIn;

/// <summary>Stops a process from starting with an endpoint that does not say who may call it.</summary>
internal sealed class PermissionsDeclared(IEnumerable<EndpointDataSource> sources)
    : IHostedLifecycleService
{
    /// <exception cref="InvalidOperationException">An endpoint declares no permission.</exception>
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        var undeclared = sources
            .SelectMany(source => source.Endpoints)
            .Where(endpoint => endpoint.Metadata.GetMetadata<Permission>() is null)
            .Select(endpoint => endpoint.DisplayName)
            .Distinct()
            .ToList();
        return undeclared.Count == 0
            ? Task.CompletedTask
            : throw new InvalidOperationException(
                $"No permission is declared for: {string.Join("; ", undeclared)}."
            );
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
