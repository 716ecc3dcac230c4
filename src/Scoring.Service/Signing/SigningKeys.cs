using Assessment.Audit;
using Assessment.Persistence.Auditing;
using Assessment.Scoring.Storage;
using Assessment.ServiceDefaults.Townships;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Scoring.Signing;

/// <summary>
/// The deployment's signing keys. They are added in a scope of their own: whoever signs works in a township's
/// transaction, which another replica's key must not break.
/// </summary>
public sealed partial class SigningKeys(
    IServiceScopeFactory scopes,
    SigningKeyWrapping wrapping,
    TimeProvider time,
    ILogger<SigningKeys> log
)
{
    /// <summary>The current key, to sign with; the first time it is made.</summary>
    /// <exception cref="SigningKeyCannotBeUnwrapped">The key ring is not the one that wrapped it.</exception>
    public async Task<DeploymentSignature> OpenAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = InDeployment(scope);
        var key =
            await NewestAsync(db, cancellationToken)
            ?? await AddAsync(db, number: 1, replaces: null, by: null, cancellationToken)
            ?? await db.SigningKeys.AsNoTracking().SingleAsync(cancellationToken);
        return new DeploymentSignature(key, wrapping);
    }

    /// <summary>轮换: from now on a new key signs.</summary>
    /// <param name="replaces">The fingerprint of the key that is current to whoever asks.</param>
    /// <exception cref="SigningKeyToReplaceMustBeTheCurrentOne">Another one is.</exception>
    public async Task RotateAsync(
        string replaces,
        AuditSigner by,
        CancellationToken cancellationToken
    )
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = InDeployment(scope);
        var current = await NewestAsync(db, cancellationToken);
        if (
            current is null
            || current.Fingerprint != replaces
            || await AddAsync(db, current.Number + 1, current, by, cancellationToken) is null
        )
        {
            throw new SigningKeyToReplaceMustBeTheCurrentOne();
        }
    }

    private static Task<SigningKey?> NewestAsync(
        ScoringDb db,
        CancellationToken cancellationToken
    ) =>
        db
            .SigningKeys.AsNoTracking()
            .OrderByDescending(key => key.Number)
            .FirstOrDefaultAsync(cancellationToken);

    /// <returns>Null where another replica has added the key of that number at the same moment.</returns>
    private async Task<SigningKey?> AddAsync(
        ScoringDb db,
        int number,
        SigningKey? replaces,
        AuditSigner? by,
        CancellationToken cancellationToken
    )
    {
        var key = SigningKey.New(number, wrapping, time.GetUtcNow());
        db.SigningKeys.Add(key);
        db.Record(
            new AuditedChange(
                replaces is null ? AuditActions.SigningKeyMade : AuditActions.SigningKeyRotated,
                $"signingKey:{key.Fingerprint}",
                Before: replaces is null ? null : new { replaces.Fingerprint },
                After: new { key.Fingerprint }
            )
            {
                By = by,
            }
        );
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            if (
                await db
                    .SigningKeys.AsNoTracking()
                    .AnyAsync(known => known.Number == number, cancellationToken)
            )
            {
                return null;
            }

            throw;
        }

        LogMade(key.Number, key.Fingerprint);
        return key;
    }

    private static ScoringDb InDeployment(AsyncServiceScope scope)
    {
        scope.ServiceProvider.GetRequiredService<TownshipScope>().EnterDeployment();
        return scope.ServiceProvider.GetRequiredService<ScoringDb>();
    }

    [LoggerMessage(LogLevel.Information, "Signing key {Number} was made: {Fingerprint}")]
    private partial void LogMade(int number, string fingerprint);
}
