using Assessment.Persistence.Ops;
using Assessment.ServiceDefaults.Health;

namespace Assessment.Gateway.Ops;

/// <summary>The state of the platform, for the ops page (运维).</summary>
/// <param name="Health">The gateway's own checks.</param>
public sealed record PlatformState(
    string Version,
    DateTimeOffset StartedAt,
    DateTimeOffset At,
    IReadOnlyList<CheckState> Health,
    IReadOnlyList<ServiceLine> Services,
    PlatformTotals Totals
);

/// <summary>Whether requests to a service make sense.</summary>
public enum Readiness
{
    Ready,

    /// <summary>It answers, and says that it is not ready.</summary>
    NotReady,

    /// <summary>It does not answer, or not within the limit.</summary>
    Unreachable,
}

/// <param name="Reason">What it means and what to do, in Chinese.</param>
/// <param name="Circuit">closed, halfOpen (being tried) or open (nothing is sent to it).</param>
/// <param name="State">What the service says of itself; null when it did not say it.</param>
public sealed record ServiceLine(
    string Service,
    Readiness Readiness,
    string Reason,
    string Circuit,
    ServiceState? State
);

/// <summary>Sums over the services that reported their state.</summary>
/// <param name="Said">How many reported it.</param>
public sealed record PlatformTotals(
    int Services,
    int Ready,
    int Said,
    int OutboxWaiting,
    double OldestAgeSeconds,
    int ErrorMessages,
    int SkippedMessages,
    int ImportsWaiting,
    int ImportsRefused
)
{
    internal static PlatformTotals Of(IReadOnlyList<ServiceLine> services)
    {
        var said = services.Select(service => service.State).OfType<ServiceState>().ToList();
        var queues = said.SelectMany(state => state.Queues).ToList();
        return new PlatformTotals(
            services.Count,
            services.Count(service => service.Readiness == Readiness.Ready),
            said.Count,
            said.Sum(state => state.Outbox?.Waiting ?? 0),
            said.Max(state => state.Outbox?.OldestAgeSeconds) ?? 0,
            queues.Sum(queue => queue.ErrorDepth),
            queues.Sum(queue => queue.SkippedDepth),
            said.Sum(state => (state.Imports?.Queued ?? 0) + (state.Imports?.Running ?? 0)),
            said.Sum(state => state.Imports?.Refused.Sum(refused => refused.Count) ?? 0)
        );
    }
}
