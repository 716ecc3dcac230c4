using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;

namespace Assessment.ServiceDefaults.Auditing;

/// <summary>Stops a process from starting with an endpoint that changes something and does not say what it records.</summary>
internal sealed class RecordsDeclared(IEnumerable<EndpointDataSource> sources)
    : IHostedLifecycleService
{
    /// <exception cref="InvalidOperationException">An endpoint declares nothing.</exception>
    public Task StartedAsync(CancellationToken cancellationToken) =>
        RecordedActions.UndeclaredAmong(sources) is { Count: > 0 } undeclared
            ? throw new InvalidOperationException(
                $"What is recorded is not declared for: {string.Join("; ", undeclared)}."
            )
            : Task.CompletedTask;

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
