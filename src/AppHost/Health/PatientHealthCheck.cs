using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Assessment.AppHost.Health;

/// <summary>
/// Asks again for some seconds before it says that something is not well. Aspire itself asks ever more slowly, up to five
/// seconds apart, and everything that waits would start as much later.
/// </summary>
internal sealed class PatientHealthCheck(Func<CancellationToken, Task> check) : IHealthCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan PerAttempt = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    )
    {
        var began = TimeProvider.System.GetTimestamp();
        while (true)
        {
            using var attempt = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            attempt.CancelAfter(PerAttempt);
            try
            {
                await check(attempt.Token);
                return HealthCheckResult.Healthy();
            }
            catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
            {
                if (TimeProvider.System.GetElapsedTime(began) > Patience)
                {
                    return HealthCheckResult.Unhealthy(failure.Message);
                }
            }
            await Task.Delay(Pause, cancellationToken);
        }
    }
}

internal static class PatientHealthCheckRegistration
{
    public static void AddPatientCheck(
        this IHealthChecksBuilder checks,
        string name,
        Func<CancellationToken, Task> check
    ) => checks.AddCheck(name, new PatientHealthCheck(check));
}
