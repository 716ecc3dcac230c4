using Microsoft.Extensions.Http.Resilience;

namespace Assessment.Gateway.OutsideProvider;

/// <summary>
/// How the gateway itself asks the outside provider: within ten seconds, and a second time only where that changes
/// nothing there. A code is sent once.
/// </summary>
internal static class ProviderClient
{
    private const long LongestAnswer = 1024 * 1024;
    private static readonly TimeSpan AskLimit = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan AttemptLimit = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(0.5);

    /// <summary>A connection is not kept for good, so that a change of the provider's address is noticed.</summary>
    private static readonly TimeSpan ConnectionLimit = TimeSpan.FromMinutes(5);

    public static void AddProviderClient(this IServiceCollection services) =>
        services
            .AddHttpClient(
                ProviderRegistration.Scheme,
                client => client.MaxResponseContentBufferSize = LongestAnswer
            )
            .ConfigurePrimaryHttpMessageHandler(() =>
                new SocketsHttpHandler { PooledConnectionLifetime = ConnectionLimit }
            )
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .AddStandardResilienceHandler(resilience =>
            {
                resilience.TotalRequestTimeout.Timeout = AskLimit;
                resilience.AttemptTimeout.Timeout = AttemptLimit;
                resilience.Retry.MaxRetryAttempts = 1;
                resilience.Retry.Delay = Pause;
                resilience.Retry.DisableForUnsafeHttpMethods();
            });
}
