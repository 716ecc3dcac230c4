using System.Security.Claims;
using Assessment.Audit;
using Assessment.Gateway.Accounts;
using Assessment.Gateway.SignIn;
using Assessment.ServiceDefaults.Auditing;
using Assessment.ServiceDefaults.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;

namespace Assessment.Gateway.SecondFactor;

public static class SecondFactorEndpoints
{
    public static void MapSecondFactor(this IEndpointRouteBuilder app)
    {
        var own = app.MapGroup("/api/accounts/me/second-factor")
            .WithTags("动态口令")
            .RequireRoles(RoleScopes.OfPeople)
            .OpenBeforeEnrolment();
        own.MapGet("/", StateAsync).WithName("GetSecondFactor").WithSummary("本人动态口令的状态");
        own.MapPost("/", BeginAsync)
            .WithName("BeginSecondFactor")
            .RecordsNothing("it counts only once it is confirmed")
            .WithSummary("开始绑定动态口令：返回密钥和二维码，用一个动态口令确认后生效")
            .ProducesProblem(StatusCodes.Status409Conflict);
        own.MapPost("/confirm", ConfirmAsync)
            .WithName("ConfirmSecondFactor")
            .Records(AuditActions.AccountSecondFactorEnrolled)
            .WithSummary("确认绑定：返回十个恢复码，只显示这一次；本人的其他会话全部结束")
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        own.MapPost("/show", ShowAsync)
            .WithName("ShowSecondFactor")
            .RecordsNothing("sign-ins have a log of their own")
            .WithSummary("再次出示动态口令或恢复码，五分钟内可以办理须由本人确认的事项，如签批生效")
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .ProducesProblem(StatusCodes.Status429TooManyRequests);
        own.MapPost("/recovery-codes", NewRecoveryCodesAsync)
            .WithName("RenewRecoveryCodes")
            .RecordsNothing("the second factor stays as it is")
            .WithSummary("重新生成十个恢复码，原恢复码全部作废；须提供动态口令")
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        own.MapPost("/remove", RemoveAsync)
            .WithName("RemoveSecondFactor")
            .Records(AuditActions.AccountSecondFactorRemoved)
            .WithSummary(
                "解除本人的动态口令（更换手机时），须提供动态口令或恢复码；所任职责必须使用的，随后须重新绑定"
            )
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        app.MapDelete("/api/accounts/{userName}/second-factor", RemoveOfAsync)
            .WithName("RemoveAccountSecondFactor")
            .Records(AuditActions.AccountSecondFactorRemoved)
            .WithTags("账号")
            .WithSummary("解除某账号的动态口令（遗失手机时），该账号的会话全部结束")
            .RequireRoles(Roles.District, Roles.TownshipAdministrator)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static async Task<SecondFactorState> StateAsync(
        ClaimsPrincipal caller,
        UserManager<Account> accounts,
        SecondFactors factors
    ) => await factors.StateAsync(await accounts.OfAsync(caller));

    private static async Task<SecondFactorKey> BeginAsync(
        ClaimsPrincipal caller,
        UserManager<Account> accounts,
        SecondFactors factors
    ) => await factors.BeginAsync(await accounts.OfAsync(caller));

    private static async Task<RecoveryCodes> ConfirmAsync(
        PresentedCode shown,
        ClaimsPrincipal caller,
        UserManager<Account> accounts,
        SecondFactors factors,
        SignInAttempts attempts,
        HttpContext context
    )
    {
        attempts.Count(caller.UserName(), context);
        return new RecoveryCodes(
            await factors.ConfirmAsync(
                await accounts.OfAsync(caller),
                shown.Code ?? "",
                caller.Session(),
                context.RequestAborted
            )
        );
    }

    private static async Task<NoContent> ShowAsync(
        PresentedCode shown,
        ClaimsPrincipal caller,
        UserManager<Account> accounts,
        SignInCheck check,
        SessionRegister sessions,
        SignInAttempts attempts,
        HttpContext context
    )
    {
        attempts.Count(caller.UserName(), context);
        await check.CheckAgainAsync(
            await accounts.OfAsync(caller),
            new PresentedFactor(shown.Code, shown.RecoveryCode),
            caller.Identity!.AuthenticationType == Sessions.Token
                ? SignInKind.Token
                : SignInKind.Cookie,
            context
        );
        await sessions.SetSecondFactorAsync(
            caller.Session()!.Value,
            shown: true,
            context.RequestAborted
        );
        return TypedResults.NoContent();
    }

    private static async Task<RecoveryCodes> NewRecoveryCodesAsync(
        PresentedCode shown,
        ClaimsPrincipal caller,
        UserManager<Account> accounts,
        SecondFactors factors,
        SignInAttempts attempts,
        HttpContext context
    )
    {
        var account = await CheckedAsync(shown, caller, accounts, factors, attempts, context);
        return new RecoveryCodes(await factors.NewRecoveryCodesAsync(account));
    }

    private static async Task<NoContent> RemoveAsync(
        PresentedCode shown,
        ClaimsPrincipal caller,
        UserManager<Account> accounts,
        SecondFactors factors,
        SignInAttempts attempts,
        HttpContext context
    )
    {
        var account = await CheckedAsync(shown, caller, accounts, factors, attempts, context);
        await factors.RemoveAsync(account, account.Id, caller.Session(), context.RequestAborted);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> RemoveOfAsync(
        string userName,
        ClaimsPrincipal caller,
        AccountRegister register,
        SecondFactors factors,
        CancellationToken cancellation
    )
    {
        var account = await register.KeptAsync(userName, AccountKeeper.Of(caller));
        await factors.RemoveAsync(account, caller.Id(), session: null, cancellation);
        return TypedResults.NoContent();
    }

    /// <summary>A session that was left open must not be enough to take the second factor away.</summary>
    private static async Task<Account> CheckedAsync(
        PresentedCode shown,
        ClaimsPrincipal caller,
        UserManager<Account> accounts,
        SecondFactors factors,
        SignInAttempts attempts,
        HttpContext context
    )
    {
        attempts.Count(caller.UserName(), context);
        var account = await accounts.OfAsync(caller);
        if (!account.TwoFactorEnabled)
        {
            throw new SecondFactorIsNotEnrolled();
        }

        return await factors.IsRightAsync(
            account,
            new PresentedFactor(shown.Code, shown.RecoveryCode)
        )
            ? account
            : throw new SecondFactorCodeIsWrong();
    }
}

/// <param name="Code">认证器应用上的六位动态口令</param>
/// <param name="RecoveryCode">或者一个恢复码</param>
public sealed record PresentedCode(string? Code = null, string? RecoveryCode = null);

/// <param name="Codes">每个只能用一次</param>
public sealed record RecoveryCodes(IReadOnlyList<string> Codes);
