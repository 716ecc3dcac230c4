using System.Security.Claims;
using Assessment.Gateway.Storage;
using Assessment.ServiceDefaults.SignIn;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Gateway.Accounts;

public static class AccountEndpoints
{
    public static void MapAccounts(this IEndpointRouteBuilder app)
    {
        var accounts = app.MapGroup("/api/accounts")
            .WithTags("账号")
            .RequireRoles(Roles.District, Roles.TownshipAdministrator);
        accounts.MapGet("/", ListAsync).WithSummary("账号名册");
        accounts.MapPost("/", OpenAsync).WithSummary("开立账号，初始密码只显示这一次");
        accounts
            .MapPost("/{userName}/password-reset", ResetPasswordAsync)
            .WithSummary("重置密码，新密码只显示这一次");
    }

    private static async Task<List<AccountLine>> ListAsync(
        string? township,
        ClaimsPrincipal caller,
        GatewayDb db,
        TimeProvider clock,
        CancellationToken cancellation
    )
    {
        var keeper = AccountKeeper.Of(caller);
        var wanted = keeper.Township ?? township;
        var now = clock.GetUtcNow();
        return await db
            .Users.AsNoTracking()
            .Where(account => wanted == null || account.Township == wanted)
            .OrderBy(account => account.Township)
            .ThenBy(account => account.UserName)
            .Select(account => new AccountLine(
                account.UserName!,
                account.DisplayName,
                account.Role,
                account.Township,
                account.Department,
                account.Area,
                account.LockoutEnd != null && account.LockoutEnd > now
            ))
            .ToListAsync(cancellation);
    }

    private static Task<OneTimePassword> OpenAsync(
        NewAccount wish,
        ClaimsPrincipal caller,
        AccountRegister register,
        CancellationToken cancellation
    ) => register.OpenAsync(wish, AccountKeeper.Of(caller), cancellation);

    private static Task<OneTimePassword> ResetPasswordAsync(
        string userName,
        ClaimsPrincipal caller,
        AccountRegister register
    ) => register.ResetPasswordAsync(userName, AccountKeeper.Of(caller));
}

/// <summary>A line of the register.</summary>
/// <param name="Locked">连续输错密码，暂时锁定</param>
public sealed record AccountLine(
    string UserName,
    string DisplayName,
    string Role,
    string? Township,
    string? Department,
    string? Area,
    bool Locked
);
