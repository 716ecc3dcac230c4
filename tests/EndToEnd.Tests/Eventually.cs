namespace Assessment.EndToEnd.Tests;

internal static class Eventually
{
    /// <summary>Waits until the condition holds, and fails when it does not within the limit.</summary>
    public static async Task HoldsAsync(Func<Task<bool>> condition, TimeSpan limit)
    {
        using var stop = new CancellationTokenSource(limit);
        while (!await condition())
        {
            await Task.Delay(100, stop.Token);
        }
    }
}
