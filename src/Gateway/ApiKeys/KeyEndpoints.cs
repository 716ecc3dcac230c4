using System.Security.Claims;
using Assessment.Audit;
using Assessment.Gateway.Accounts;
using Assessment.ServiceDefaults.Auditing;
using Assessment.ServiceDefaults.DomainExceptions;
using Assessment.ServiceDefaults.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Gateway.ApiKeys;

public static class KeyEndpoints
{
    public static void MapKeys(this IEndpointRouteBuilder app)
    {
        var keys = app.MapGroup("/api/accounts/{userName}/keys")
            .WithTags("接口密钥")
            .RequireRoles(Roles.District, Roles.TownshipAdministrator)
            .ProducesProblem(StatusCodes.Status404NotFound);
        keys.MapGet("/", ListAsync)
            .WithName("ListApiKeys")
            .WithSummary("数据接口账号的接口密钥，只列出末四位");
        keys.MapPost("/", IssueAsync)
            .WithName("IssueApiKey")
            .Records(AuditActions.AccountKeyIssued)
            .WithSummary("签发接口密钥，完整密钥只显示这一次，有效期至多一年")
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        keys.MapDelete("/{id}", RevokeAsync)
            .WithName("RevokeApiKey")
            .Records(AuditActions.AccountKeyRevoked)
            .WithSummary("撤销接口密钥");
    }

    private static async Task<List<KeyLine>> ListAsync(
        string userName,
        ClaimsPrincipal caller,
        AccountRegister register,
        KeyRegister keys,
        CancellationToken cancellation
    )
    {
        var account = await register.SeenAsync(userName, AccountKeeper.Of(caller));
        return await keys.Of(account.Id)
            .Select(key => new KeyLine(
                key.Id,
                key.Last4,
                key.CreatedAt,
                key.ExpiresAt,
                key.LastUsedAt,
                key.RevokedAt
            ))
            .ToListAsync(cancellation);
    }

    private static async Task<NewKey> IssueAsync(
        string userName,
        KeyRequest request,
        ClaimsPrincipal caller,
        AccountRegister register,
        KeyRegister keys,
        CancellationToken cancellation
    )
    {
        var account = await register.KeptAsync(userName, AccountKeeper.Of(caller));
        return await keys.IssueAsync(account, request.Days, caller.Id(), cancellation);
    }

    private static async Task<NoContent> RevokeAsync(
        string userName,
        string id,
        ClaimsPrincipal caller,
        AccountRegister register,
        KeyRegister keys,
        CancellationToken cancellation
    )
    {
        var account = await register.KeptAsync(userName, AccountKeeper.Of(caller));
        await keys.RevokeAsync(account, id, caller.Id(), cancellation);
        return TypedResults.NoContent();
    }
}

/// <param name="Days">有效天数，1 至 365</param>
public sealed record KeyRequest(int Days = KeyRegister.MostDays);

/// <param name="LastUsedAt">最近使用，精确到几分钟</param>
public sealed record KeyLine(
    string Id,
    string Last4,
    DateTimeOffset CreatedAt,
    DateTimeOffset ExpiresAt,
    DateTimeOffset? LastUsedAt,
    DateTimeOffset? RevokedAt
);

public sealed class KeysAreForPrograms() : DomainException(StatusCodes.Status409Conflict);

public sealed class KeyMustExpireWithinAYear(int days)
    : DomainException(StatusCodes.Status422UnprocessableEntity, days);

public sealed class AccountHasKeysEnough(int most)
    : DomainException(StatusCodes.Status409Conflict, most);
