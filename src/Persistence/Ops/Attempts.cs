using Microsoft.Extensions.Logging;

namespace Assessment.Persistence.Ops;

/// <summary>Looks that may fail because what is looked at is away; then there is nothing to show.</summary>
internal sealed partial class Attempts(ILogger<Attempts> log)
{
    public async Task<T?> TryAsync<T>(
        string what,
        Func<CancellationToken, Task<T>> look,
        CancellationToken cancellationToken
    )
        where T : class
    {
        try
        {
            return await look(cancellationToken);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            // Health tells the same at length, and again and again; this is only why a number is missing.
            LogNotRead(
                what,
                failure.GetType().Name,
                (failure as BrokerIsAway)?.Failure?.GetType().Name
                    ?? failure.InnerException?.GetType().Name
            );
            return null;
        }
    }

    [LoggerMessage(LogLevel.Information, "The {What} could not be read ({Failure}: {Cause})")]
    private partial void LogNotRead(string what, string failure, string? cause);
}
