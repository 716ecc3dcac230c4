using System.Security.Cryptography;
using System.Text;
using Assessment.Gateway.Accounts;
using Assessment.Gateway.Invitations;
using Assessment.Gateway.SignIn;
using Assessment.Gateway.Storage;
using Assessment.ServiceDefaults.DomainExceptions;
using Assessment.ServiceDefaults.SignIn;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace Assessment.Gateway.ApiKeys;

/// <summary>密钥名册: keys are shown once, expire within a year and can be revoked.</summary>
public sealed class KeyRegister(
    GatewayDb db,
    AccountLog history,
    IMemoryCache cache,
    TimeProvider clock
)
{
    public const int MostDays = 365;
    private const int IdLength = 12;
    private const int MostKeys = 5;
    private const string IdLetters = "abcdefghjkmnpqrstuvwxyz23456789";
    private static readonly TimeSpan UsedEvery = TimeSpan.FromMinutes(5);

    /// <exception cref="KeysAreForPrograms"/>
    /// <exception cref="AccountMustBeEnabled"/>
    /// <exception cref="KeyMustExpireWithinAYear"/>
    /// <exception cref="AccountHasKeysEnough"/>
    public async Task<NewKey> IssueAsync(
        Account account,
        int days,
        string by,
        CancellationToken cancellation
    )
    {
        if (!account.IsProgram)
        {
            throw new KeysAreForPrograms();
        }

        if (account.DisabledAt is not null)
        {
            throw new AccountMustBeEnabled();
        }

        if (days is < 1 or > MostDays)
        {
            throw new KeyMustExpireWithinAYear(MostDays);
        }

        if (await Holding(account.Id).CountAsync(cancellation) >= MostKeys)
        {
            throw new AccountHasKeysEnough(MostKeys);
        }

        var secret = SecretDigest.NewSecret();
        var now = clock.GetUtcNow();
        var key = new ApiKey
        {
            Id = RandomNumberGenerator.GetString(IdLetters, IdLength),
            Account = account.Id,
            SecretDigest = SecretDigest.Of(secret),
            Last4 = secret[^4..],
            CreatedAt = now,
            ExpiresAt = now.AddDays(days),
        };
        db.ApiKeys.Add(key);
        history.Add(account.Id, AccountEvent.KeyIssued, by, key.Last4);
        await db.SaveChangesAsync(cancellation);
        return new NewKey(key.Id, PresentedKey.Text(key.Id, secret), key.ExpiresAt);
    }

    public IQueryable<ApiKey> Of(string account) =>
        db
            .ApiKeys.AsNoTracking()
            .Where(key => key.Account == account)
            .OrderByDescending(key => key.CreatedAt);

    /// <exception cref="NothingIsThere"/>
    public async Task RevokeAsync(
        Account account,
        string id,
        string by,
        CancellationToken cancellation
    )
    {
        var now = clock.GetUtcNow();
        var last4 =
            await Of(account.Id)
                .Where(key => key.Id == id)
                .Select(key => key.Last4)
                .SingleOrDefaultAsync(cancellation)
            ?? throw new NothingIsThere();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db
            .ApiKeys.Where(key => key.Id == id && key.RevokedAt == null)
            .ExecuteUpdateAsync(
                change => change.SetProperty(key => key.RevokedAt, now),
                cancellation
            );
        history.Add(account.Id, AccountEvent.KeyRevoked, by, last4);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        cache.Remove(CacheKey(id));
    }

    public async Task RevokeAllAsync(string account, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var ids = await Holding(account).Select(key => key.Id).ToListAsync(cancellation);
        await Holding(account)
            .ExecuteUpdateAsync(
                change => change.SetProperty(key => key.RevokedAt, now),
                cancellation
            );
        ids.ForEach(id => cache.Remove(CacheKey(id)));
    }

    /// <summary>Looked up at most every few seconds, as sessions are.</summary>
    /// <returns>Null where the key is not, or no longer, good for anything.</returns>
    public async Task<KeyHolder?> HolderOfAsync(
        PresentedKey presented,
        CancellationToken cancellation
    )
    {
        if (!cache.TryGetValue<KeyHolder>(CacheKey(presented.Id), out var holder))
        {
            holder = await LookAsync(presented.Id, cancellation);
            if (holder is not null)
            {
                cache.Set(CacheKey(presented.Id), holder, SessionValidation.Remembered);
            }
        }

        return
            holder is not null
            && holder.ExpiresAt > clock.GetUtcNow()
            && CryptographicOperations.FixedTimeEquals(
                Encoding.ASCII.GetBytes(SecretDigest.Of(presented.Secret)),
                Encoding.ASCII.GetBytes(holder.SecretDigest)
            )
            ? holder
            : null;
    }

    private async Task<KeyHolder?> LookAsync(string id, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var found = await db
            .ApiKeys.AsNoTracking()
            .Where(key => key.Id == id && key.RevokedAt == null && key.ExpiresAt > now)
            .Join(
                db.Users.AsNoTracking().Where(account => account.DisabledAt == null),
                key => key.Account,
                account => account.Id,
                (key, account) => new { Key = key, Account = account }
            )
            .SingleOrDefaultAsync(cancellation);
        if (found is null || !found.Account.IsProgram)
        {
            return null;
        }

        if (found.Key.LastUsedAt is null || now - found.Key.LastUsedAt >= UsedEvery)
        {
            await db
                .ApiKeys.Where(key => key.Id == id)
                .ExecuteUpdateAsync(
                    change => change.SetProperty(key => key.LastUsedAt, now),
                    cancellation
                );
        }

        return new KeyHolder(found.Account, found.Key.SecretDigest, found.Key.ExpiresAt);
    }

    private IQueryable<ApiKey> Holding(string account)
    {
        var now = clock.GetUtcNow();
        return db.ApiKeys.Where(key =>
            key.Account == account && key.RevokedAt == null && key.ExpiresAt > now
        );
    }

    private static string CacheKey(string id) => $"key:{id}";
}

/// <summary>Whose a key is.</summary>
public sealed record KeyHolder(Account Account, string SecretDigest, DateTimeOffset ExpiresAt);

/// <param name="Key">完整的密钥，只显示这一次</param>
public sealed record NewKey(string Id, string Key, DateTimeOffset ExpiresAt);
