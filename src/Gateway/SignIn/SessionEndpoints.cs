using System.Security.Claims;
using Assessment.Gateway.Accounts;
using Assessment.ServiceDefaults.Auditing;
using Assessment.ServiceDefaults.DomainExceptions;
using Assessment.ServiceDefaults.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Gateway.SignIn;

public static class SessionEndpoints
{
    public static void MapSessions(this IEndpointRouteBuilder app)
    {
        var own = app.MapGroup("/api/accounts/me/sessions")
            .WithTags("登录")
            .RequireRoles(RoleScopes.OfPeople);
        own.MapGet("/", ListAsync)
            .WithName("ListSessions")
            .WithSummary("本人的有效会话，最近使用的在前");
        own.MapDelete("/{id:guid}", EndAsync)
            .WithName("EndSession")
            .RecordsNothing("sign-ins have a log of their own")
            .WithSummary("结束本人的一个会话")
            .ProducesProblem(StatusCodes.Status404NotFound);
        own.MapDelete("/", EndOthersAsync)
            .WithName("EndOtherSessions")
            .RecordsNothing("sign-ins have a log of their own")
            .WithSummary("结束本人的其他全部会话");
    }

    private static async Task<List<SessionLine>> ListAsync(
        ClaimsPrincipal caller,
        SessionRegister sessions,
        CancellationToken cancellation
    )
    {
        var own = caller.Session();
        return await sessions
            .Of(caller.Id())
            .Select(session => new SessionLine(
                session.Id,
                session.Kind,
                session.CreatedAt,
                session.SeenAt,
                session.Address,
                session.Browser,
                session.Id == own
            ))
            .ToListAsync(cancellation);
    }

    private static async Task<NoContent> EndAsync(
        Guid id,
        ClaimsPrincipal caller,
        SessionRegister sessions,
        CancellationToken cancellation
    ) =>
        await sessions.EndAsync(caller.Id(), id, cancellation)
            ? TypedResults.NoContent()
            : throw new NothingIsThere();

    private static async Task<NoContent> EndOthersAsync(
        ClaimsPrincipal caller,
        SessionRegister sessions,
        CancellationToken cancellation
    )
    {
        await sessions.EndAllAsync(caller.Id(), but: caller.Session(), cancellation);
        return TypedResults.NoContent();
    }
}

/// <param name="SeenAt">最近使用，精确到几分钟</param>
/// <param name="Browser">浏览器或程序自报的名称，只保留开头</param>
/// <param name="Own">当前会话</param>
public sealed record SessionLine(
    Guid Id,
    SignInKind Kind,
    DateTimeOffset CreatedAt,
    DateTimeOffset SeenAt,
    string? Address,
    string? Browser,
    bool Own
);
