using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Assessment.Persistence.Ops;

internal static class OpsRegistration
{
    /// <summary>Part of the messaging: it looks at the queues, and at the outbox among the service's tables.</summary>
    public static void AddOps(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ServiceQueues>();
        builder.Services.AddSingleton<Attempts>();
        builder.Services.AddSingleton<BrokerConnection>();
        builder.Services.AddSingleton<QueueStates>();
        builder.Services.AddSingleton<StorageSnapshots>();
        builder.Services.AddSingleton<ServiceStates>();
        builder.Services.AddSingleton<ErrorQueues>();
        builder.Services.AddSingleton<OpsMetrics>();
        builder.Services.AddHostedService<OpsSampling>();
    }
}
