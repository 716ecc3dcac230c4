using Microsoft.Extensions.Logging;

namespace Assessment.ServiceDefaults.Ops;

/// <summary>Looks that may fail because what is looked at is away; then there is nothing to show.</summary>
internal sealed class Attempts(ILogger<Attempts> log)
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
            log.LogInformation(
                "The {What} could not be looked at ({Failure}: {Cause})",
                what,
                failure.GetType().Name,
                (failure as BrokerIsAway)?.Failure?.GetType().Name
                    ?? failure.InnerException?.GetType().Name
            );
            return null;
        }
    }
}
