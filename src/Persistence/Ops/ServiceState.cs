using Assessment.ServiceDefaults;
using Assessment.ServiceDefaults.Health;

namespace Assessment.Persistence.Ops;

/// <summary>The state of a service. What could not be read within the time limit is null.</summary>
/// <param name="ConsumedLastHour">Messages that took effect in the last hour.</param>
/// <param name="BrokerAnswers">Whether the queues could be looked at; why not is among the health checks' reasons.</param>
public sealed record ServiceState(
    string Service,
    string Version,
    DateTimeOffset StartedAt,
    DateTimeOffset At,
    IReadOnlyList<CheckState> Health,
    OutboxState? Outbox,
    int? ConsumedLastHour,
    ImportsState? Imports,
    bool BrokerAnswers,
    IReadOnlyList<QueueState> Queues
);

/// <summary>Puts together the current state of the service.</summary>
internal sealed class ServiceStates(
    ThisService service,
    HealthMemory health,
    StorageSnapshots storage,
    QueueStates queues,
    Attempts attempts,
    TimeProvider time
)
{
    public async Task<ServiceState> ReadAsync(CancellationToken cancellationToken)
    {
        var looking = attempts.TryAsync("database", storage.AllAsync, cancellationToken);
        var asking = attempts.TryAsync("broker", queues.ReadAsync, cancellationToken);
        var (stored, states) = (await looking, await asking);
        return new ServiceState(
            service.Name,
            service.Version,
            service.StartedAt,
            time.GetUtcNow(),
            health.Checks,
            stored?.Outbox,
            stored?.ConsumedLastHour,
            stored?.Imports,
            states is not null,
            states ?? []
        );
    }
}
