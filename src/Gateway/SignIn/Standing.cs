using System.Security.Claims;
using Assessment.Gateway.Storage;
using Assessment.ServiceDefaults.SignIn;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace Assessment.Gateway.SignIn;

/// <summary>
/// 登录是否仍有效: a session ends when the account's password is changed or reset, not only when it expires.
/// Looked up at most every few seconds for each account, so a reset takes effect within that time.
/// </summary>
public static class Standing
{
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(10);

    public static IApplicationBuilder UseStanding(this IApplicationBuilder app) =>
        app.Use(
            async (context, next) =>
            {
                if (
                    context.User.Identity is { IsAuthenticated: true }
                    && context.User.FindFirstValue(SessionClaims.Stamp)
                        != await StampOf(context.User.Id(), context)
                )
                {
                    context.User = new ClaimsPrincipal(new ClaimsIdentity());
                }

                await next(context);
            }
        );

    private static async Task<string?> StampOf(string account, HttpContext context)
    {
        var cache = context.RequestServices.GetRequiredService<IMemoryCache>();
        if (cache.TryGetValue<string>(KeyOf(account), out var known))
        {
            return known;
        }

        var db = context.RequestServices.GetRequiredService<GatewayDb>();
        var stamp = await db
            .Users.Where(user => user.Id == account)
            .Select(user => user.SecurityStamp)
            .SingleOrDefaultAsync(context.RequestAborted);
        return cache.Set(KeyOf(account), stamp, Remembered);
    }

    /// <summary>Forgets what was looked up, for a change made by this very process.</summary>
    public static void Forget(this IMemoryCache cache, string account) =>
        cache.Remove(KeyOf(account));

    private static string KeyOf(string account) => $"stamp:{account}";
}
