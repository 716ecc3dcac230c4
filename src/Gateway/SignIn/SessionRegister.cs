using Assessment.Gateway.Accounts;
using Assessment.Gateway.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace Assessment.Gateway.SignIn;

/// <summary>会话名册: what a cookie or a token says is worth only what is written here.</summary>
public sealed class SessionRegister(GatewayDb db, IMemoryCache cache, TimeProvider clock)
{
    private const int LongestBrowser = 120;

    public async Task<Session> BeginAsync(
        Account account,
        SignInKind kind,
        ShownFactor shown,
        HttpContext context
    )
    {
        var now = clock.GetUtcNow();
        var browser = context.Request.Headers.UserAgent.ToString();
        var session = new Session
        {
            Id = Guid.NewGuid(),
            Account = account.Id,
            Kind = kind,
            CreatedAt = now,
            SeenAt = now,
            ExpiresAt = now + Sessions.LifetimeOf(kind),
            Address = context.AddressOfCaller(),
            Browser = browser.Length > LongestBrowser ? browser[..LongestBrowser] : browser,
            HasSecondFactor = shown != ShownFactor.None,
            SecondFactorAt = shown == ShownFactor.Own ? now : null,
        };
        db.Sessions.Add(session);
        await db.SaveChangesAsync(context.RequestAborted);
        return session;
    }

    /// <summary>Those that hold, the last seen first.</summary>
    public IQueryable<Session> Of(string account)
    {
        var now = clock.GetUtcNow();
        return db
            .Sessions.AsNoTracking()
            .Where(session =>
                session.Account == account && session.EndedAt == null && session.ExpiresAt > now
            )
            .OrderByDescending(session => session.SeenAt);
    }

    /// <returns>Whether there was one to end.</returns>
    public async Task<bool> EndAsync(string account, Guid id, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var ended = await Of(account)
            .Where(session => session.Id == id)
            .ExecuteUpdateAsync(
                change => change.SetProperty(session => session.EndedAt, now),
                cancellation
            );
        cache.Forget(id);
        return ended > 0;
    }

    /// <param name="but">The session that goes on, if any.</param>
    public async Task EndAllAsync(
        string account,
        Guid? but = null,
        CancellationToken cancellation = default
    )
    {
        var now = clock.GetUtcNow();
        var holding = await db
            .Sessions.Where(session =>
                session.Account == account && session.EndedAt == null && session.Id != but
            )
            .Select(session => session.Id)
            .ToListAsync(cancellation);
        await db
            .Sessions.Where(session =>
                session.Account == account && session.EndedAt == null && session.Id != but
            )
            .ExecuteUpdateAsync(
                change => change.SetProperty(session => session.EndedAt, now),
                cancellation
            );
        holding.ForEach(cache.Forget);
    }

    /// <summary>A code has been shown in this session, just now; or what was shown is gone.</summary>
    public async Task SetSecondFactorAsync(Guid id, bool shown, CancellationToken cancellation)
    {
        DateTimeOffset? at = shown ? clock.GetUtcNow() : null;
        await db
            .Sessions.Where(session => session.Id == id)
            .ExecuteUpdateAsync(
                change =>
                    change
                        .SetProperty(session => session.HasSecondFactor, shown)
                        .SetProperty(session => session.SecondFactorAt, at),
                cancellation
            );
        cache.Forget(id);
    }
}
