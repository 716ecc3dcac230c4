using Assessment.LocalServers;
using Assessment.Testing.Processes;

namespace Assessment.Testing.PrivateServers;

/// <summary>Waits until a just started process answers.</summary>
internal static class Healthy
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan PerAttempt = TimeSpan.FromSeconds(5);

    public static async Task WaitAsync(
        string name,
        ChildProcess process,
        Func<CancellationToken, Task> check,
        TimeSpan limit,
        CancellationToken cancellationToken
    )
    {
        var clock = TimeProvider.System;
        var started = clock.GetTimestamp();
        Exception? last = null;
        while (clock.GetElapsedTime(started) < limit)
        {
            if (process.Exited.IsCompleted)
            {
                throw new CannotStartException(
                    $"{name} 未能启动（代码 {await process.Exited}）：\n{process.LastLines}"
                );
            }
            using var attempt = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            attempt.CancelAfter(PerAttempt);
            try
            {
                await check(attempt.Token);
                return;
            }
            catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
            {
                last = failure;
            }
            await Task.Delay(Pause, cancellationToken);
        }
        throw new CannotStartException(
            $"{name} 在 {limit.TotalSeconds} 秒内没有就绪：{last?.Message}\n{process.LastLines}"
        );
    }
}
