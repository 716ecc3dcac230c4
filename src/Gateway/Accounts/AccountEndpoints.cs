using System.Security.Claims;
using Assessment.Audit;
using Assessment.Gateway.Invitations;
using Assessment.Gateway.Storage;
using Assessment.ServiceDefaults.Auditing;
using Assessment.ServiceDefaults.DomainExceptions;
using Assessment.ServiceDefaults.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Gateway.Accounts;

public static class AccountEndpoints
{
    public static void MapAccounts(this IEndpointRouteBuilder app)
    {
        var accounts = app.MapGroup("/api/accounts")
            .WithTags("账号")
            .RequireRoles(Roles.District, Roles.TownshipAdministrator);
        accounts.MapGet("/", ListAsync).WithName("ListAccounts").WithSummary("账号名册");
        accounts
            .MapPost("/", OpenAsync)
            .WithName("OpenAccount")
            .Records(AuditActions.AccountOpened)
            .WithSummary(
                "开立账号，返回本人设置密码的邀请链接，链接只显示这一次；数据接口账号没有链接，另行签发密钥"
            )
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        accounts
            .MapGet("/{userName}", GetAsync)
            .WithName("GetAccount")
            .WithSummary("一个账号；响应头 ETag 是其版本，更改时须注明")
            .ProducesProblem(StatusCodes.Status404NotFound);
        accounts
            .MapPut("/{userName}", ChangeAsync)
            .WithName("ChangeAccount")
            .Records(AuditActions.AccountChanged)
            .WithSummary(
                "更改账号的名称、职责和所关联的工作人员，该账号的会话全部结束；请求头 If-Match 注明所依据的版本，已被他人更改的，返回当前内容"
            )
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .ProducesProblem(StatusCodes.Status428PreconditionRequired);
        accounts
            .MapPost("/{userName}/disable", DisableAsync)
            .WithName("DisableAccount")
            .Records(AuditActions.AccountDisabled)
            .WithSummary("停用账号：会话结束，邀请作废，密钥撤销")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict);
        accounts
            .MapPost("/{userName}/enable", EnableAsync)
            .WithName("EnableAccount")
            .Records(AuditActions.AccountEnabled)
            .WithSummary("恢复使用账号；已撤销的密钥须重新签发")
            .ProducesProblem(StatusCodes.Status404NotFound);
        accounts
            .MapGet("/{userName}/log", LogAsync)
            .WithName("ListAccountChanges")
            .WithSummary("账号变动记录，新的在前")
            .ProducesProblem(StatusCodes.Status404NotFound);
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
        var accounts = await db
            .Users.AsNoTracking()
            .Where(account => wanted == null || account.Township == wanted)
            .OrderBy(account => account.Township)
            .ThenBy(account => account.UserName)
            .ToListAsync(cancellation);
        return accounts.ConvertAll(account => AccountLine.Of(account, now));
    }

    private static async Task<AccountLine> GetAsync(
        string userName,
        AccountRegister register,
        TimeProvider clock,
        HttpContext context
    )
    {
        var account = await register.SeenAsync(userName, AccountKeeper.Of(context.User));
        context.Response.Headers.ETag = account.Tag;
        return AccountLine.Of(account, clock.GetUtcNow());
    }

    private static async Task<OpenedAccount> OpenAsync(
        NewAccount request,
        ClaimsPrincipal caller,
        AccountRegister register,
        CancellationToken cancellation
    ) =>
        new(
            request.UserName,
            await register.OpenAsync(request, AccountKeeper.Of(caller), cancellation)
        );

    private static async Task<NoContent> ChangeAsync(
        string userName,
        AccountChange change,
        [FromHeader(Name = "If-Match")] string? ifMatch,
        ClaimsPrincipal caller,
        AccountRegister register,
        CancellationToken cancellation
    )
    {
        await register.ChangeAsync(
            userName,
            change,
            ifMatch,
            AccountKeeper.Of(caller),
            cancellation
        );
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> DisableAsync(
        string userName,
        ClaimsPrincipal caller,
        AccountRegister register,
        CancellationToken cancellation
    )
    {
        await register.DisableAsync(userName, AccountKeeper.Of(caller), cancellation);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> EnableAsync(
        string userName,
        ClaimsPrincipal caller,
        AccountRegister register,
        CancellationToken cancellation
    )
    {
        await register.EnableAsync(userName, AccountKeeper.Of(caller), cancellation);
        return TypedResults.NoContent();
    }

    private static async Task<Paged<AccountLogLine>> LogAsync(
        string userName,
        [AsParameters] PageRequest page,
        ClaimsPrincipal caller,
        AccountRegister register,
        GatewayDb db,
        CancellationToken cancellation
    )
    {
        var account = await register.SeenAsync(userName, AccountKeeper.Of(caller));
        return await page.OfAsync(
            db.AccountLog.AsNoTracking()
                .Where(entry => entry.Account == account.Id)
                .OrderByDescending(entry => entry.At)
                .ThenByDescending(entry => entry.Id)
                .Select(entry => new AccountLogLine(
                    entry.At,
                    entry.Event,
                    db.Users.Where(user => user.Id == entry.By)
                        .Select(user => user.UserName)
                        .FirstOrDefault(),
                    entry.Details
                )),
            cancellation
        );
    }
}

/// <summary>A line of the register.</summary>
/// <param name="Duties">全部职责</param>
/// <param name="Staff">本人在工作人员名册中的编号；未关联则无</param>
/// <param name="Locked">连续输错密码，暂时锁定</param>
/// <param name="DisabledAt">停用时间；未停用则无</param>
/// <param name="Invited">已邀请，尚未设置密码</param>
/// <param name="SecondFactor">已绑定动态口令</param>
public sealed record AccountLine(
    string UserName,
    string DisplayName,
    string? Township,
    IReadOnlyList<DutyLine> Duties,
    string? Staff,
    bool Locked,
    DateTimeOffset? DisabledAt,
    bool Invited,
    bool SecondFactor
)
{
    public static AccountLine Of(Account account, DateTimeOffset now) =>
        new(
            account.UserName!,
            account.DisplayName,
            account.Township,
            DutyLine.AllOf(account),
            account.Staff,
            account.LockoutEnd > now,
            account.DisabledAt,
            account.PasswordHash is null && !account.IsProgram,
            account.TwoFactorEnabled
        );
}

/// <param name="Invitation">数据接口账号没有邀请</param>
public sealed record OpenedAccount(string UserName, InvitationLink? Invitation);

/// <param name="By">操作人的用户名；系统自动操作则无</param>
/// <param name="Details">变动后全部职责的角色，以逗号分隔；或密钥的末四位</param>
public sealed record AccountLogLine(
    DateTimeOffset At,
    AccountEvent Event,
    string? By,
    string? Details
);
