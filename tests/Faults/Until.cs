using Xunit;

namespace Assessment.Faults.Tests;

internal static class Until
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(90);

    /// <summary>Waits until the condition holds, and fails when it does not within the limit.</summary>
    public static async Task HoldsAsync(string what, Func<Task<bool>> condition)
    {
        using var limit = new CancellationTokenSource(Limit);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (!await condition())
        {
            Assert.False(limit.IsCancellationRequested, $"{what}: not within {Limit}.");
            await timer.WaitForNextTickAsync(CancellationToken.None);
        }
    }
}
