using System.Security.Claims;
using Assessment.Persistence.Auditing;
using Assessment.ServiceDefaults.Auditing;
using Assessment.ServiceDefaults.SignIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Assessment.Persistence.Ops;

/// <summary>运维: the state of a service, and its error queues, the same in every service.</summary>
public static class OpsEndpoints
{
    /// <param name="service">The service's part of the address, for example <c>survey</c>.</param>
    public static void MapOps(this IEndpointRouteBuilder app, string service)
    {
        var ops = app.MapGroup($"/api/{service}/ops").WithTags("运维").RequireRoles(Roles.Ops);
        ops.MapGet("/", StateAsync).WithName("GetServiceState").WithSummary("服务的运行状态");
        ops.MapAuditCheck();
        ops.MapGet("/error-queues/{queue}/messages", LookAsync)
            .WithName("ListErrorQueueMessages")
            .WithSummary("查看失败队列，不取走消息，不显示内容")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        ops.MapPost("/error-queues/{queue}/resend", ResendAsync)
            .WithName("ResendErrorQueue")
            .WithSummary("把失败队列的消息送回原队列")
            .RecordsNothing("messages of several townships; who resent them is in the log")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<Ok<ServiceState>> StateAsync(
        ServiceStates states,
        CancellationToken cancellationToken
    ) => TypedResults.Ok(await states.ReadAsync(cancellationToken));

    private static async Task<Ok<ErrorQueueSnapshot>> LookAsync(
        string queue,
        int? limit,
        ErrorQueues queues,
        CancellationToken cancellationToken
    ) => TypedResults.Ok(await queues.LookAsync(queue, limit ?? 50, cancellationToken));

    private static async Task<Ok<ResendReport>> ResendAsync(
        string queue,
        ResendRequest? request,
        ErrorQueues queues,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    ) =>
        TypedResults.Ok(
            await queues.ResendAsync(
                queue,
                request?.Messages is { } only ? only.ToHashSet() : null,
                caller.Id(),
                cancellationToken
            )
        );
}

/// <param name="Messages">Ids of the messages to send back; null for all that are there now.</param>
public sealed record ResendRequest(IReadOnlyList<Guid>? Messages);
