using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Assessment.Persistence.Files;

/// <summary>Whether the files' folder can be written to. Without it the service goes on with all that needs no file.</summary>
internal sealed class FileFolderHealth(FileFolder folder) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    )
    {
        try
        {
            // A network's folder that is away answers late, and nobody can tell it to stop.
            await Task.Run(folder.TryWriting, cancellationToken).WaitAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return HealthCheckResult.Degraded(failure.Message);
        }
    }
}
