using System.Security.Claims;
using Assessment.Gateway.Accounts;
using Assessment.Gateway.Storage;
using Assessment.Gateway.Townships;
using Assessment.ServiceDefaults.SignIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace Assessment.Gateway.SignIn;

public static class SignInEndpoints
{
    public static void MapSignIn(this IEndpointRouteBuilder app)
    {
        var accounts = app.MapGroup("/api/accounts").WithTags("登录");
        accounts
            .MapPost("/sign-in", SignInAsync)
            .OpenToEveryone()
            .WithSummary("浏览器登录，返回本人信息并设置 Cookie");
        accounts
            .MapPost("/token", IssueTokenAsync)
            .OpenToEveryone()
            .WithSummary("程序登录，返回一小时有效的令牌");
        accounts
            .MapPost("/sign-out", (Delegate)SignOutAsync)
            .OpenToEveryone()
            .WithSummary("退出登录");
        accounts.MapGet("/me", MeAsync).RequireSignIn().WithSummary("本人信息");
        accounts
            .MapPost("/password", ChangePasswordAsync)
            .RequireSignIn()
            .WithSummary("修改本人密码");
    }

    private static async Task<Me> SignInAsync(
        Credentials credentials,
        SignInAttempts attempts,
        PasswordCheck check,
        GatewayDb db,
        HttpContext context
    )
    {
        attempts.Count(credentials.UserName, context);
        var account = await check.CheckAsync(credentials.UserName, credentials.Password);
        await context.SignInAsync(Sessions.Cookie, Sessions.PrincipalOf(account, Sessions.Cookie));
        return await Me.OfAsync(account, db, context.RequestAborted);
    }

    private static async Task<TokenAnswer> IssueTokenAsync(
        Credentials credentials,
        SignInAttempts attempts,
        PasswordCheck check,
        IOptionsMonitor<BearerTokenOptions> tokens,
        TimeProvider clock,
        HttpContext context
    )
    {
        attempts.Count(credentials.UserName, context);
        var account = await check.CheckAsync(credentials.UserName, credentials.Password);
        return Sessions.IssueToken(account, tokens.Get(Sessions.Token), clock.GetUtcNow());
    }

    private static async Task<NoContent> SignOutAsync(HttpContext context)
    {
        await context.SignOutAsync(Sessions.Cookie);
        return TypedResults.NoContent();
    }

    private static async Task<Results<Ok<Me>, UnauthorizedHttpResult>> MeAsync(
        ClaimsPrincipal caller,
        GatewayDb db,
        CancellationToken cancellation
    )
    {
        var id = caller.Id();
        var account = await db
            .Users.AsNoTracking()
            .SingleOrDefaultAsync(user => user.Id == id, cancellation);
        return account is null
            ? TypedResults.Unauthorized()
            : TypedResults.Ok(await Me.OfAsync(account, db, cancellation));
    }

    private static async Task<Results<NoContent, UnauthorizedHttpResult>> ChangePasswordAsync(
        PasswordChange change,
        SignInAttempts attempts,
        UserManager<Account> accounts,
        IMemoryCache cache,
        ClaimsPrincipal caller,
        HttpContext context
    )
    {
        attempts.Count(caller.UserName(), context);
        if (await accounts.FindByIdAsync(caller.Id()) is not { } account)
        {
            return TypedResults.Unauthorized();
        }

        var changed = await accounts.ChangePasswordAsync(account, change.Current, change.Next);
        if (
            changed.Errors.Any(error =>
                error.Code == nameof(IdentityErrorDescriber.PasswordMismatch)
            )
        )
        {
            throw new CurrentPasswordIsWrong();
        }

        if (!changed.Succeeded)
        {
            throw new PasswordIsTooShort(accounts.Options.Password.RequiredLength);
        }

        // The change ends every session of the account; the browser that made it stays signed in.
        cache.Forget(account.Id);
        if (caller.Identity?.AuthenticationType == Sessions.Cookie)
        {
            await context.SignInAsync(
                Sessions.Cookie,
                Sessions.PrincipalOf(account, Sessions.Cookie)
            );
        }

        return TypedResults.NoContent();
    }
}

public sealed record Credentials(string UserName, string Password);

public sealed record PasswordChange(string Current, string Next);

/// <summary>Who is signed in.</summary>
public sealed record Me(
    string UserName,
    string DisplayName,
    string[] Roles,
    TownshipLine? Township,
    string? Department,
    string? Area
)
{
    public static async Task<Me> OfAsync(
        Account account,
        GatewayDb db,
        CancellationToken cancellation
    )
    {
        var township = account.Township is null
            ? null
            : await db
                .Townships.Where(township => township.Id == account.Township)
                .Select(township => new TownshipLine(township.Id, township.Name))
                .SingleAsync(cancellation);
        return new Me(
            account.UserName!,
            account.DisplayName,
            [account.Role],
            township,
            account.Department,
            account.Area
        );
    }
}
