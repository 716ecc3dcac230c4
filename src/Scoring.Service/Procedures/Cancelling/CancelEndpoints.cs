using System.Security.Claims;
using Assessment.Audit;
using Assessment.Scoring.Cycles;
using Assessment.Scoring.Procedures.Steps;
using Assessment.Scoring.Procedures.Views;
using Assessment.ServiceDefaults.Auditing;
using Assessment.ServiceDefaults.SignIn;

namespace Assessment.Scoring.Procedures.Cancelling;

/// <summary>Cancelling cannot be undone, so it is asked for in so many words.</summary>
/// <param name="Reason">Shown wherever the cycle is.</param>
public sealed record CancellationRequest(bool Confirm, string Reason);

/// <summary>Agreed to in so many words.</summary>
public sealed record CancellationAgreement(bool Confirm);

/// <param name="Reason">Why the cycle goes on.</param>
public sealed record CancellationRefusal(string Reason);

/// <summary>撤销考核: the office asks, the leader agrees or declines.</summary>
public static class CancelEndpoints
{
    public static void MapCancelling(this IEndpointRouteBuilder app)
    {
        var cancel = app.MapGroup("/api/scoring/cycles/{id:guid}/cancel").WithTags("cycles");
        cancel
            .MapPost("/", AskAsync)
            .WithName("CancelCycle")
            .Records(AuditActions.CycleCancelled, AuditActions.CancellationAsked)
            .WithSummary("撤销考核：尚未收集数据的随即撤销；已有数据的提请街镇主要领导同意")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .RequireTownshipRoles(Roles.TownshipAdministrator);
        cancel
            .MapPost("/agree", AgreeAsync)
            .WithName("AgreeToCancelCycle")
            .Records(AuditActions.CycleCancelled)
            .WithSummary("同意撤销考核，随即生效：测评全部截止，结果不再显示，本年度可重新开启")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .RequireTownshipRoles(Roles.Leader);
        cancel
            .MapPost("/decline", DeclineAsync)
            .WithName("DeclineToCancelCycle")
            .Records(AuditActions.CancellationDeclined)
            .WithSummary("不同意撤销考核，须写明理由；考核照常进行")
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .RequireTownshipRoles(Roles.Leader);
    }

    private static Task<ProcedureView> AskAsync(
        Guid id,
        CancellationRequest asked,
        Acting acting,
        CycleCancelling cancelling,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    )
    {
        asked.Confirm.MustBeTrue();
        return acting.OnAsync(
            id,
            caller,
            async at =>
                at.State.AskToCancel(
                    await cancelling.IsCollectedAsync(at.Cycle, cancellationToken),
                    asked.Reason,
                    caller.UserName()
                ) switch
                {
                    Acts.Cancelled cancelled => await cancelling.CancelAsync(
                        at.Cycle,
                        cancelled,
                        caller.UserName(),
                        cancellationToken
                    ),
                    Acts.CancellationAsked request => Asked(at.Cycle, request),
                    var other => throw new InvalidOperationException(other.GetType().Name),
                },
            cancellationToken
        );
    }

    /// <summary>Refused here already where it could not be agreed to.</summary>
    private static ActDone Asked(Cycle cycle, Acts.CancellationAsked request)
    {
        cycle.State.Cancel();
        return new ActDone(
            request,
            AuditActions.CancellationAsked,
            new { cycle.State },
            request.Reason
        );
    }

    private static Task<ProcedureView> AgreeAsync(
        Guid id,
        CancellationAgreement agreed,
        Acting acting,
        CycleCancelling cancelling,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    )
    {
        agreed.Confirm.MustBeTrue();
        caller.MustSignForTheTownship();
        return acting.OnAsync(
            id,
            caller,
            at =>
                cancelling.CancelAsync(
                    at.Cycle,
                    at.State.AgreeToCancel(caller.UserName()),
                    caller.UserName(),
                    cancellationToken
                ),
            cancellationToken
        );
    }

    private static Task<ProcedureView> DeclineAsync(
        Guid id,
        CancellationRefusal declined,
        Acting acting,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    )
    {
        caller.MustSignForTheTownship();
        return acting.OnAsync(
            id,
            caller,
            at =>
            {
                var act = at.State.DeclineToCancel(declined.Reason, caller.UserName());
                return new ActDone(
                    act,
                    AuditActions.CancellationDeclined,
                    new { at.Cycle.State },
                    act.Reason
                );
            },
            cancellationToken
        );
    }
}
