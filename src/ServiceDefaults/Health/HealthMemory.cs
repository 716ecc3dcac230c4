using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Assessment.ServiceDefaults.Health;

/// <summary>One health check as it was when it was last made.</summary>
/// <param name="Reason">What it means and what to do, in Chinese; never a text of the failure itself.</param>
/// <param name="LastWell">When it last was well since the process started.</param>
public sealed record CheckState(
    string Check,
    HealthStatus Status,
    string Reason,
    DateTimeOffset At,
    DateTimeOffset? LastWell
);

/// <summary>
/// Keeps what the framework's health checks found, for the ops page and as the metric
/// <c>assessment.health.state</c>: 0 well, 1 degraded, 2 not well.
/// </summary>
public sealed class HealthMemory : IHealthCheckPublisher
{
    private readonly ConcurrentDictionary<string, CheckState> _checks = new(StringComparer.Ordinal);
    private readonly TimeProvider _time;
    private readonly ThisService _service;

    public HealthMemory(TimeProvider time, ThisService service, IMeterFactory meters)
    {
        _time = time;
        _service = service;
        meters
            .Create("Assessment")
            .CreateObservableGauge(
                "assessment.health.state",
                Measure,
                description: "0 well, 1 degraded, 2 not well"
            );
    }

    public IReadOnlyList<CheckState> Checks =>
        [.. _checks.Values.OrderBy(check => check.Check, StringComparer.Ordinal)];

    public Task PublishAsync(HealthReport report, CancellationToken cancellationToken)
    {
        var now = _time.GetUtcNow();
        foreach (var (check, entry) in report.Entries)
        {
            var lastWell =
                entry.Status == HealthStatus.Healthy
                    ? now
                    : _checks.GetValueOrDefault(check)?.LastWell;
            _checks[check] = new CheckState(
                check,
                entry.Status,
                HealthReasons.Of(check, entry.Status),
                now,
                lastWell
            );
        }

        return Task.CompletedTask;
    }

    private IEnumerable<Measurement<int>> Measure() =>
        _checks.Values.Select(check => new Measurement<int>(
            check.Status switch
            {
                HealthStatus.Healthy => 0,
                HealthStatus.Degraded => 1,
                _ => 2,
            },
            new KeyValuePair<string, object?>("service", _service.Name),
            new KeyValuePair<string, object?>("check", check.Check)
        ));
}
