using System.Globalization;
using System.Security.Claims;
using Assessment.Gateway.Accounts;
using Assessment.Gateway.Storage;
using Assessment.ServiceDefaults.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace Assessment.Gateway.SignIn;

/// <summary>
/// 登录是否仍有效: a session holds as long as the register says so, not only until it expires. Looked up at most every
/// few seconds for each session, so its end takes effect within that time.
/// </summary>
public static class SessionValidation
{
    /// <summary>Of sessions and of keys.</summary>
    public static readonly TimeSpan Remembered = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(5);

    public static IApplicationBuilder UseSessionValidation(this IApplicationBuilder app) =>
        app.Use(
            async (context, next) =>
            {
                if (IsBySession(context.User))
                {
                    var standing = await OfAsync(context);
                    if (!standing.Holds)
                    {
                        context.User = new ClaimsPrincipal(new ClaimsIdentity());
                    }
                    else if (standing.MustEnrol && !IsOpenBeforeEnrolment(context.GetEndpoint()))
                    {
                        throw new SecondFactorMustBeEnrolled();
                    }
                    else if (standing.SecondFactorAt is { } shown)
                    {
                        context.User = With(context.User, shown);
                    }
                }

                await next(context);
            }
        );

    /// <summary>What may be asked in a session that has yet to enrol a second factor (动态口令).</summary>
    public static TBuilder OpenBeforeEnrolment<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(BeforeEnrolment.Instance);

    /// <summary>Forgets what was looked up, for a change made by this very process.</summary>
    public static void Forget(this IMemoryCache cache, Guid session) =>
        cache.Remove(KeyOf(session));

    private static bool IsBySession(ClaimsPrincipal caller) =>
        caller.Identity
            is { IsAuthenticated: true, AuthenticationType: Sessions.Cookie or Sessions.Token };

    /// <summary>A copy: what the cookie says is renewed from the original.</summary>
    private static ClaimsPrincipal With(ClaimsPrincipal caller, DateTimeOffset shown)
    {
        var identity = ((ClaimsIdentity)caller.Identity!).Clone();
        identity.AddClaim(
            new Claim(
                CallerClaims.SecondFactorAt,
                shown.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)
            )
        );
        return new ClaimsPrincipal(identity);
    }

    private static bool IsOpenBeforeEnrolment(Endpoint? endpoint) =>
        endpoint?.Metadata.GetMetadata<BeforeEnrolment>() is not null
        || endpoint?.Metadata.GetMetadata<IAllowAnonymous>() is not null;

    private static async Task<Looked> OfAsync(HttpContext context)
    {
        if (context.User.Session() is not { } id)
        {
            return Looked.Nothing;
        }

        var cache = context.RequestServices.GetRequiredService<IMemoryCache>();
        return
            cache.TryGetValue<Looked>(KeyOf(id), out var known)
            // Another gateway process may have been shown a code since, on the strength of which this is asked.
            && (known!.SecondFactorAt is null || HttpMethods.IsGet(context.Request.Method))
            ? known
            : cache.Set(KeyOf(id), await LookAsync(id, context), Remembered);
    }

    private static async Task<Looked> LookAsync(Guid id, HttpContext context)
    {
        var db = context.RequestServices.GetRequiredService<GatewayDb>();
        var now = context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        var caller = context.User.Id();
        var row = await db
            .Sessions.AsNoTracking()
            .Where(session =>
                session.Id == id
                && session.Account == caller
                && session.EndedAt == null
                && session.ExpiresAt > now
            )
            .Join(
                db.Users.Where(account => account.DisabledAt == null),
                session => session.Account,
                account => account.Id,
                (session, account) =>
                    new
                    {
                        session.Kind,
                        session.SeenAt,
                        session.HasSecondFactor,
                        session.SecondFactorAt,
                        account.TwoFactorEnabled,
                        NeedsSecondFactor = account.Duties.Any(duty =>
                            RoleScopes.NeedSecondFactor.Contains(duty.Role)
                        ),
                    }
            )
            .SingleOrDefaultAsync(context.RequestAborted);
        if (row is null)
        {
            return Looked.Nothing;
        }

        if (now - row.SeenAt >= SeenEvery)
        {
            // A browser's session is prolonged by its use, a program's is not.
            var until = now + Sessions.LifetimeOf(row.Kind);
            await db
                .Sessions.Where(session => session.Id == id)
                .ExecuteUpdateAsync(
                    change =>
                        change
                            .SetProperty(session => session.SeenAt, now)
                            .SetProperty(
                                session => session.ExpiresAt,
                                session =>
                                    session.Kind == SignInKind.Token ? session.ExpiresAt : until
                            ),
                    context.RequestAborted
                );
        }

        return new Looked(
            Holds: true,
            MustEnrol: !row.HasSecondFactor && row.NeedsSecondFactor,
            SecondFactorAt: row.TwoFactorEnabled
                ? row.SecondFactorAt ?? DateTimeOffset.UnixEpoch
                : null
        );
    }

    private static string KeyOf(Guid session) => $"session:{session}";

    /// <param name="SecondFactorAt">Long ago where none was shown; null where none is enrolled.</param>
    private sealed record Looked(bool Holds, bool MustEnrol, DateTimeOffset? SecondFactorAt = null)
    {
        public static readonly Looked Nothing = new(Holds: false, MustEnrol: false);
    }

    private sealed class BeforeEnrolment
    {
        public static readonly BeforeEnrolment Instance = new();
    }
}
