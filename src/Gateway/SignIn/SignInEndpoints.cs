using System.Security.Claims;
using Assessment.Audit;
using Assessment.Gateway.Accounts;
using Assessment.Gateway.Passwords;
using Assessment.Gateway.SecondFactor;
using Assessment.Gateway.Storage;
using Assessment.Gateway.Townships;
using Assessment.ServiceDefaults.Auditing;
using Assessment.ServiceDefaults.SignIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Assessment.Gateway.SignIn;

public static class SignInEndpoints
{
    public static void MapSignIn(this IEndpointRouteBuilder app)
    {
        var accounts = app.MapGroup("/api/accounts").WithTags("登录");
        accounts
            .MapPost("/sign-in", SignInAsync)
            .WithName("SignIn")
            .RecordsNothing("sign-ins have a log of their own")
            .OpenToEveryone()
            .WithSummary(
                "浏览器登录，返回本人信息并设置 Cookie；已绑定动态口令的须同时提供口令或恢复码"
            )
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status429TooManyRequests);
        accounts
            .MapPost("/token", IssueTokenAsync)
            .WithName("IssueToken")
            .RecordsNothing("sign-ins have a log of their own")
            .OpenToEveryone()
            .WithSummary("程序登录，返回一小时有效的令牌；已绑定动态口令的须同时提供口令或恢复码")
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status429TooManyRequests);
        accounts
            .MapPost("/sign-out", (Delegate)SignOutAsync)
            .WithName("SignOut")
            .RecordsNothing("sign-ins have a log of their own")
            .OpenToEveryone()
            .WithSummary("退出登录，会话随即结束");
        accounts
            .MapGet("/me", MeAsync)
            .WithName("GetOwnAccount")
            .RequireSignIn()
            .OpenBeforeEnrolment()
            .WithSummary("本人信息");
        accounts
            .MapPost("/password", ChangePasswordAsync)
            .WithName("ChangePassword")
            .Records(AuditActions.AccountPasswordChanged)
            .RequireRoles(RoleScopes.OfPeople)
            .WithSummary("修改本人密码，本人的其他会话全部结束")
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<Me> SignInAsync(
        Credentials credentials,
        SignInAttempts attempts,
        SignInCheck check,
        BrowserSignIn browser,
        HttpContext context
    )
    {
        attempts.Count(credentials.UserName, context);
        var (account, shown) = await check.CheckAsync(credentials, SignInKind.Cookie, context);
        return await browser.BeginAsync(account, shown, context);
    }

    private static async Task<TokenAnswer> IssueTokenAsync(
        Credentials credentials,
        SignInAttempts attempts,
        SignInCheck check,
        SessionRegister sessions,
        IOptionsMonitor<BearerTokenOptions> tokens,
        HttpContext context
    )
    {
        attempts.Count(credentials.UserName, context);
        var (account, shown) = await check.CheckAsync(credentials, SignInKind.Token, context);
        var session = await sessions.BeginAsync(account, SignInKind.Token, shown, context);
        return Sessions.IssueToken(account, session, tokens.Get(Sessions.Token));
    }

    private static async Task<NoContent> SignOutAsync(
        ClaimsPrincipal caller,
        SessionRegister sessions,
        HttpContext context
    )
    {
        if (caller.Session() is { } session)
        {
            await sessions.EndAsync(caller.Id(), session, context.RequestAborted);
        }

        await context.SignOutAsync(Sessions.Cookie);
        return TypedResults.NoContent();
    }

    private static async Task<Me> MeAsync(
        ClaimsPrincipal caller,
        UserManager<Account> accounts,
        SessionRegister sessions,
        MyAccount mine,
        CancellationToken cancellation
    )
    {
        var account = await accounts.OfAsync(caller);
        var own = caller.Session();
        var session = await sessions
            .Of(account.Id)
            .SingleOrDefaultAsync(session => session.Id == own, cancellation);
        return await mine.OfAsync(account, session, cancellation);
    }

    private static async Task<NoContent> ChangePasswordAsync(
        PasswordChange change,
        SignInAttempts attempts,
        UserManager<Account> accounts,
        PasswordRules rules,
        SessionRegister sessions,
        AccountLog history,
        ClaimsPrincipal caller,
        HttpContext context
    )
    {
        attempts.Count(caller.UserName(), context);
        var account = await accounts.OfAsync(caller);
        if (!await accounts.CheckPasswordAsync(account, change.Current))
        {
            throw new CurrentPasswordIsWrong();
        }

        rules.MustAllow(change.Next, account.UserName!);
        history.Add(account.Id, AccountEvent.PasswordChanged, account.Id);
        (await accounts.ChangePasswordAsync(account, change.Current, change.Next)).MustSucceed();
        // Whoever else was signed in may have known the old one; here it was just shown.
        await sessions.EndAllAsync(
            account.Id,
            but: caller.Session(),
            cancellation: context.RequestAborted
        );
        return TypedResults.NoContent();
    }
}

/// <param name="Code">认证器应用上的六位动态口令</param>
/// <param name="RecoveryCode">或者一个恢复码</param>
public sealed record Credentials(
    string UserName,
    string Password,
    string? Code = null,
    string? RecoveryCode = null
)
{
    internal PresentedFactor SecondFactor => new(Code, RecoveryCode);
}

public sealed record PasswordChange(string Current, string Next);

/// <summary>Begins the session of a browser, however it was found out who sits there.</summary>
public sealed class BrowserSignIn(SessionRegister sessions, MyAccount mine)
{
    public async Task<Me> BeginAsync(Account account, ShownFactor shown, HttpContext context)
    {
        var session = await sessions.BeginAsync(account, SignInKind.Cookie, shown, context);
        await context.SignInAsync(
            Sessions.Cookie,
            Sessions.PrincipalOf(account, session.Id, Sessions.Cookie)
        );
        return await mine.OfAsync(account, session, context.RequestAborted);
    }
}

/// <summary>Who is signed in.</summary>
/// <param name="Roles">全部职责的角色</param>
/// <param name="Staff">本人在工作人员名册中的编号；未关联则无</param>
/// <param name="MustEnrolSecondFactor">须先绑定动态口令，此前不能进行其他操作</param>
/// <param name="ProviderLinked">已关联外部身份</param>
public sealed record Me(
    string UserName,
    string DisplayName,
    string[] Roles,
    TownshipLine? Township,
    IReadOnlyList<DutyLine> Duties,
    string? Staff,
    SecondFactorState SecondFactor,
    bool MustEnrolSecondFactor,
    bool ProviderLinked
);

public sealed class MyAccount(
    GatewayDb db,
    UserManager<Account> accounts,
    SecondFactors secondFactors
)
{
    public async Task<Me> OfAsync(Account account, Session? session, CancellationToken cancellation)
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
            [.. account.RolesOfDuties],
            township,
            DutyLine.AllOf(account),
            account.Staff,
            await secondFactors.StateAsync(account),
            session is not null && SecondFactors.MustBeEnrolled(account, session),
            (await accounts.GetLoginsAsync(account)).Count > 0
        );
    }
}
