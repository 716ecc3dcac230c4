namespace Assessment.ServiceDefaults.Signals;

/// <summary>Wakes a background worker, so that it need not look again and again.</summary>
public abstract class Signal : IDisposable
{
    private readonly SemaphoreSlim _raised = new(0, 1);

    public void Raise()
    {
        try
        {
            _raised.Release();
        }
        catch (SemaphoreFullException)
        {
            // Already raised: one wake-up finds all that is there.
        }
    }

    /// <returns>True when raised, false after <paramref name="limit"/>.</returns>
    public Task<bool> WaitAsync(TimeSpan limit, CancellationToken cancellationToken) =>
        _raised.WaitAsync(limit, cancellationToken);

    public void Dispose()
    {
        _raised.Dispose();
        GC.SuppressFinalize(this);
    }
}
