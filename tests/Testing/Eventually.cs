using System.Runtime.CompilerServices;

namespace Assessment.Testing;

/// <summary>Waits for a condition, with a limit.</summary>
public static class Eventually
{
    /// <summary>How long anything in the tests may take that says nothing else; the machines may be slow.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(90);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <param name="what">What is waited for, as a sentence.</param>
    /// <param name="limit"><see cref="Limit"/> when not given.</param>
    /// <exception cref="TimeoutException">The condition did not hold within the limit.</exception>
    public static async Task HoldsAsync(
        string what,
        Func<Task<bool>> condition,
        TimeSpan? limit = null
    )
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!await condition())
        {
            if (TimeProvider.System.GetElapsedTime(began) > (limit ?? Limit))
            {
                throw new TimeoutException($"{what}: not within {limit ?? Limit}.");
            }

            await Task.Delay(Pause);
        }
    }

    /// <inheritdoc cref="HoldsAsync(string, Func{Task{bool}}, TimeSpan?)"/>
    public static Task HoldsAsync(
        Func<Task<bool>> condition,
        TimeSpan? limit = null,
        [CallerArgumentExpression(nameof(condition))] string what = ""
    ) => HoldsAsync(what, condition, limit);

    /// <inheritdoc cref="HoldsAsync(string, Func{Task{bool}}, TimeSpan?)"/>
    public static Task HoldsAsync(
        Func<bool> condition,
        TimeSpan? limit = null,
        [CallerArgumentExpression(nameof(condition))] string what = ""
    ) => HoldsAsync(what, () => Task.FromResult(condition()), limit);
}
