using System.Security.Claims;
using Assessment.Gateway.Accounts;
using Assessment.Gateway.SignIn;
using Assessment.Gateway.Storage;
using Assessment.ServiceDefaults.SignIn;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Gateway.SignInHistory;

public static class SignInHistoryEndpoints
{
    private static readonly TimeSpan Recent = TimeSpan.FromHours(24);

    public static void MapSignInHistory(this IEndpointRouteBuilder app)
    {
        var accounts = app.MapGroup("/api/accounts").WithTags("登录记录");
        accounts
            .MapGet("/me/sign-ins", OwnAsync)
            .WithName("ListOwnSignIns")
            .WithSummary("本人的登录记录，新的在前，保留一年")
            .RequireRoles(RoleScopes.OfPeople);
        accounts
            .MapGet("/{userName}/sign-ins", OfAccountAsync)
            .WithName("ListAccountSignIns")
            .WithSummary("某账号的登录记录，新的在前，保留一年")
            .RequireRoles(Roles.District, Roles.TownshipAdministrator)
            .ProducesProblem(StatusCodes.Status404NotFound);
        accounts
            .MapGet("/sign-in-failures", FailuresAsync)
            .WithName("CountSignInFailures")
            .WithSummary("最近 24 小时登录失败的次数，按结果和小时统计，不含姓名")
            .RequireRoles(Roles.District, Roles.Ops);
    }

    private static Task<Paged<SignInLine>> OwnAsync(
        [AsParameters] PageRequest page,
        ClaimsPrincipal caller,
        GatewayDb db,
        CancellationToken cancellation
    ) => page.OfAsync(LinesOf(caller.Id(), db), cancellation);

    private static async Task<Paged<SignInLine>> OfAccountAsync(
        string userName,
        [AsParameters] PageRequest page,
        ClaimsPrincipal caller,
        AccountRegister register,
        GatewayDb db,
        CancellationToken cancellation
    )
    {
        var account = await register.SeenAsync(userName, AccountKeeper.Of(caller));
        return await page.OfAsync(LinesOf(account.Id, db), cancellation);
    }

    private static async Task<List<FailureCount>> FailuresAsync(
        GatewayDb db,
        TimeProvider clock,
        CancellationToken cancellation
    )
    {
        var since = clock.GetUtcNow() - Recent;
        var counts = await db
            .SignInRecords.Where(record =>
                record.At > since && record.Outcome != SignInOutcome.SignedIn
            )
            .GroupBy(record => new
            {
                record.At.Year,
                record.At.Month,
                record.At.Day,
                record.At.Hour,
                record.Outcome,
            })
            .Select(group => new { group.Key, Count = group.Count() })
            .ToListAsync(cancellation);
        return
        [
            .. counts
                .Select(count => new FailureCount(
                    new DateTimeOffset(
                        count.Key.Year,
                        count.Key.Month,
                        count.Key.Day,
                        count.Key.Hour,
                        minute: 0,
                        second: 0,
                        TimeSpan.Zero
                    ),
                    count.Key.Outcome,
                    count.Count
                ))
                .OrderBy(count => count.Hour)
                .ThenBy(count => count.Outcome),
        ];
    }

    private static IQueryable<SignInLine> LinesOf(string account, GatewayDb db) =>
        db
            .SignInRecords.AsNoTracking()
            .Where(record => record.Account == account)
            .OrderByDescending(record => record.At)
            .ThenByDescending(record => record.Id)
            .Select(record => new SignInLine(
                record.At,
                record.Outcome,
                record.Kind,
                record.Address
            ));
}

/// <summary>One attempt to sign in.</summary>
public sealed record SignInLine(
    DateTimeOffset At,
    SignInOutcome Outcome,
    SignInKind Kind,
    string? Address
);

/// <param name="Hour">该小时的开始</param>
public sealed record FailureCount(DateTimeOffset Hour, SignInOutcome Outcome, int Count);
