using System.Security.Claims;
using Assessment.Audit;
using Assessment.Gateway.Accounts;
using Assessment.Gateway.SignIn;
using Assessment.ServiceDefaults.Auditing;
using Assessment.ServiceDefaults.DomainExceptions;
using Assessment.ServiceDefaults.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Assessment.Gateway.Invitations;

public static class InvitationEndpoints
{
    public static void MapInvitations(this IEndpointRouteBuilder app)
    {
        var accounts = app.MapGroup("/api/accounts").WithTags("账号");
        accounts
            .MapPost("/{userName}/invitation", InviteAsync)
            .WithName("InviteAccount")
            .Records(AuditActions.AccountInvited)
            .WithSummary(
                "重新邀请（重置密码）：原密码、原链接和全部会话立即失效；新链接只显示这一次，七天内有效"
            )
            .RequireRoles(Roles.District, Roles.TownshipAdministrator)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict);
        accounts
            .MapGet("/invitations/{token}", ReadAsync)
            .WithName("GetInvitation")
            .WithSummary("查看邀请：是谁的账号，是否须绑定动态口令")
            .OpenToEveryone()
            .ProducesProblem(StatusCodes.Status404NotFound);
        accounts
            .MapPost("/invitations/{token}/accept", AcceptAsync)
            .WithName("AcceptInvitation")
            .Records(AuditActions.AccountInvitationAccepted)
            .WithSummary("接受邀请：设置密码，链接随即失效")
            .OpenToEveryone()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<InvitationLink> InviteAsync(
        string userName,
        ClaimsPrincipal caller,
        AccountRegister register,
        CancellationToken cancellation
    ) => await register.InviteAgainAsync(userName, AccountKeeper.Of(caller), cancellation);

    private static async Task<InvitationView> ReadAsync(
        string token,
        InvitationRegister invitations,
        SignInAttempts attempts,
        HttpContext context
    )
    {
        attempts.Count(SecretDigest.Of(token), context);
        var account = await invitations.AccountOfAsync(token, context.RequestAborted);
        return new InvitationView(
            account.UserName!,
            account.DisplayName,
            account.NeedsSecondFactor || account.TwoFactorEnabled
        );
    }

    private static async Task<NoContent> AcceptAsync(
        string token,
        Acceptance acceptance,
        InvitationRegister invitations,
        FirstInvitation first,
        SignInAttempts attempts,
        Lockout lockout,
        HttpContext context
    )
    {
        attempts.Count(SecretDigest.Of(token), context);
        var account = await invitations.AcceptAsync(
            token,
            acceptance.Password,
            context.RequestAborted
        );
        await lockout.LiftAsync(account, context.RequestAborted);
        first.Forget(account);
        return TypedResults.NoContent();
    }
}

/// <param name="SecondFactorRequired">登录时须使用动态口令</param>
public sealed record InvitationView(string UserName, string DisplayName, bool SecondFactorRequired);

/// <param name="Password">至少 10 位，至多 128 位</param>
public sealed record Acceptance(string Password);

public sealed class InvitationIsNotValid() : DomainException(StatusCodes.Status404NotFound);
