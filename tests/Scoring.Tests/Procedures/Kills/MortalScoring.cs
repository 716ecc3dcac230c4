using Assessment.Testing.Hosts;

namespace Assessment.Scoring.Tests.Procedures.Kills;

/// <summary>Scoring as a process that is killed at a moment of a request, and started again.</summary>
internal sealed class MortalScoring(ScoringHost host, KillMoments moments) : IAsyncDisposable
{
    private ServiceProcess? _process;

    public int Kills { get; private set; }

    public KillMoments Moments => moments;

    public async Task StartAsync() => _process = await host.GoOnAsProcessAsync();

    /// <summary>Somebody who writes from whatever is there.</summary>
    public HttpClient As(SignedInPerson person)
    {
        var client = _process!.As(person);
        client.DefaultRequestHeaders.Add("If-Match", "*");
        return client;
    }

    /// <returns>The answer, where it came before the process died, which is there again then.</returns>
    /// <exception cref="HttpRequestException">No answer came.</exception>
    public async Task<T> DieAsync<T>(KillMoment moment, Func<Task<T>> send)
    {
        try
        {
            return await (
                moment switch
                {
                    KillMoment.Before => KilledBeforeAsync(send),
                    KillMoment.WritingTheAct => KilledWritingAsync("procedure_acts", send),
                    KillMoment.WritingTheAudit => KilledWritingAsync("audit_entries", send),
                    KillMoment.WritingTheMessage => KilledWritingAsync("outbox", send),
                    KillMoment.UnderWay => KilledWhenAsync(send, _ => Task.Delay(moments.Pause())),
                    KillMoment.Answered => KilledWhenAsync(send, sending => sending),
                    _ => throw new ArgumentOutOfRangeException(nameof(moment)),
                }
            );
        }
        finally
        {
            await _process!.DisposeAsync();
            await StartAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await _process.DisposeAsync();
        }
    }

    private async Task<T> KilledBeforeAsync<T>(Func<Task<T>> send)
    {
        await KillAsync();
        return await send();
    }

    private async Task<T> KilledWritingAsync<T>(string table, Func<Task<T>> send)
    {
        await using var held = await HeldTable.HoldAsync(host.Storage, table);
        return await KilledWhenAsync(
            send,
            sending =>
                Eventually.HoldsAsync(
                    $"{table} is written or the request answered",
                    async () => sending.IsCompleted || await held.IsWaitedForAsync()
                )
        );
    }

    private async Task<T> KilledWhenAsync<T>(Func<Task<T>> send, Func<Task<T>, Task> when)
    {
        var sending = send();
        await when(sending).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await KillAsync();
        return await sending;
    }

    private Task KillAsync()
    {
        Kills++;
        return _process!.KillAsync();
    }
}
