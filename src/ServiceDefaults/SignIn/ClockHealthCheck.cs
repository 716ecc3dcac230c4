using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Assessment.ServiceDefaults.SignIn;

/// <summary>
/// 时钟不准: whether this machine's clock and the gateway's go together, as far as the tickets tell. Degraded and not
/// unhealthy: taking the service away would not set the clock, and one played-back ticket must not take it away either.
/// </summary>
internal sealed class ClockHealthCheck(TimeProvider time) : IHealthCheck
{
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(5);

    private volatile Offence? _last;

    public void Note(TimeSpan age) => _last = new Offence(age, time.GetTimestamp());

    public void Clear() => _last = null;

    public Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    ) =>
        Task.FromResult(
            _last is { } offence && time.GetElapsedTime(offence.At) < Remembered
                ? HealthCheckResult.Degraded(
                    $"The gateway's tickets are {(long)offence.Age.TotalSeconds} s old by this machine's clock: the clocks differ."
                )
                : HealthCheckResult.Healthy()
        );

    private sealed record Offence(TimeSpan Age, long At);
}
