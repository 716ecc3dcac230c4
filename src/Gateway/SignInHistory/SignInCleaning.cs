using Assessment.Gateway.Storage;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Gateway.SignInHistory;

/// <summary>Forgets attempts to sign in after a year, and sessions and invitations some time after their end.</summary>
public sealed partial class SignInCleaning(
    IServiceScopeFactory scopes,
    TimeProvider clock,
    ILogger<SignInCleaning> log
) : BackgroundService
{
    private static readonly TimeSpan RecordsKept = TimeSpan.FromDays(365);
    private static readonly TimeSpan EndedKept = TimeSpan.FromDays(30);
    private static readonly TimeSpan Interval = TimeSpan.FromHours(6);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await CleanAsync(
                    scope.ServiceProvider.GetRequiredService<GatewayDb>(),
                    clock.GetUtcNow(),
                    stoppingToken
                );
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                LogNotCleaned(failure);
            }

            await Task.Delay(Interval, clock, stoppingToken)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public static async Task CleanAsync(
        GatewayDb db,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        var records = now - RecordsKept;
        await db
            .SignInRecords.Where(record => record.At < records)
            .ExecuteDeleteAsync(cancellation);
        var ended = now - EndedKept;
        await db
            .Sessions.Where(session => session.ExpiresAt < ended || session.EndedAt < ended)
            .ExecuteDeleteAsync(cancellation);
        await db
            .Invitations.Where(invitation => invitation.ExpiresAt < ended)
            .ExecuteDeleteAsync(cancellation);
    }

    [LoggerMessage(LogLevel.Warning, "Old sign-ins could not be cleaned; it is tried again later")]
    private partial void LogNotCleaned(Exception failure);
}
