using Microsoft.Extensions.Hosting;

namespace Assessment.ServiceDefaults.KeyRing;

/// <summary>Looks at the key ring's folder every few seconds.</summary>
internal sealed class KeyRingWatch(KeyRingState keys, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            keys.Look();
            await Task.Delay(Interval, time, stoppingToken)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
