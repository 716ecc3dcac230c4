namespace Assessment.LocalHosting.Tests;

/// <summary>Waits for a condition, with a limit.</summary>
internal static class Until
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(50);

    public static Task TrueAsync(Func<bool> condition) =>
        TrueAsync(() => Task.FromResult(condition()));

    public static async Task TrueAsync(Func<Task<bool>> condition)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!await condition())
        {
            if (TimeProvider.System.GetElapsedTime(began) > s_limit)
            {
                throw new TimeoutException("The condition did not come true.");
            }
            await Task.Delay(s_pause);
        }
    }
}
