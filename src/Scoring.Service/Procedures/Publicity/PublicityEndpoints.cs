using System.Security.Claims;
using Assessment.Audit;
using Assessment.Engine.Language;
using Assessment.Scoring.Calendars;
using Assessment.Scoring.Notices;
using Assessment.Scoring.Procedures.Steps;
using Assessment.Scoring.Procedures.Views;
using Assessment.ServiceDefaults.Auditing;
using Assessment.ServiceDefaults.SignIn;

namespace Assessment.Scoring.Procedures.Publicity;

/// <summary>A notice from its first day on; the last day follows from the scheme.</summary>
/// <param name="Contact">联系人、联系方式: whom people can turn to; printed on the notice.</param>
/// <param name="SignedBy">落款: who publicises; the body of the step where it is left out.</param>
public sealed record PublicityAsked(
    bool Confirm,
    DateOnly First,
    string? Contact,
    string? SignedBy = null
);

/// <summary>Why a notice no longer counts.</summary>
public sealed record WithdrawalAsked(string? Reason);

/// <summary>A rehearsal does not wait for days.</summary>
public sealed record ElapseAsked(bool Confirm);

/// <summary>公示</summary>
public static class PublicityEndpoints
{
    public static void MapPublicity(this IEndpointRouteBuilder procedure)
    {
        procedure
            .MapPost("/publicity", ScheduleAsync)
            .WithName("SchedulePublicity")
            .Records(AuditActions.PublicityScheduled)
            .WithSummary("安排公示：从首日起自动开始，期满自动结束")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .RequireTownshipRoles(Roles.TownshipAdministrator);
        procedure
            .MapPost("/publicity/elapse", ElapseAsync)
            .WithName("ElapsePublicity")
            .Records(AuditActions.PublicityElapsed)
            .WithSummary("演练专用：视同公示期满，记录在案")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .RequireTownshipRoles(Roles.TownshipAdministrator);
        procedure
            .MapPost("/publicity/withdraw", WithdrawAsync)
            .WithName("WithdrawPublicity")
            .Records(AuditActions.PublicityWithdrawn)
            .WithSummary("撤回有误的公示，须写明理由；之后须重新公示期满")
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .RequireTownshipRoles(Roles.TownshipAdministrator);
    }

    private static async Task<ProcedureView> ElapseAsync(
        Guid id,
        ElapseAsked asked,
        Acting acting,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    )
    {
        asked.Confirm.MustBeTrue();
        return await acting.OnAsync(
            id,
            caller,
            at =>
            {
                var elapsed = at.State.Elapse(at.Today, at.Cycle.IsRehearsal);
                return new ActDone(
                    elapsed,
                    AuditActions.PublicityElapsed,
                    new { elapsed.Notice, elapsed.On }
                );
            },
            cancellationToken
        );
    }

    private static async Task<ProcedureView> ScheduleAsync(
        Guid id,
        PublicityAsked asked,
        Acting acting,
        Standings standings,
        CalendarStore calendars,
        TimeProvider time,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    )
    {
        asked.Confirm.MustBeTrue();
        var calendar = await calendars.ReadAsync(cancellationToken);
        return await acting.OnAsync(
            id,
            caller,
            async at =>
            {
                var evaluated = await standings.StandingAsync(at, cancellationToken);
                var scheduled = at.State.Schedule(
                    at.Today,
                    Guid.CreateVersion7(time.GetUtcNow()),
                    asked.First,
                    first =>
                    {
                        var notice = at.State.On(at.Today).Due!.Notice!;
                        return calendar.LastDay(first, notice.Days!.Value, notice.DayKind);
                    },
                    asked.Contact,
                    evaluated.Standings
                );
                return new ActDone(
                    scheduled,
                    AuditActions.PublicityScheduled,
                    new
                    {
                        scheduled.Step,
                        scheduled.Notice,
                        scheduled.First,
                        scheduled.Last,
                        scheduled.Result,
                        Lines = scheduled.Lines.Count,
                    }
                )
                {
                    Posted = PostedNotice.Of(at, scheduled.Notice, scheduled.Step, asked.SignedBy),
                };
            },
            cancellationToken
        );
    }

    private static Task<ProcedureView> WithdrawAsync(
        Guid id,
        WithdrawalAsked asked,
        Acting acting,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    ) =>
        acting.OnAsync(
            id,
            caller,
            at =>
            {
                var withdrawn = at.State.Withdraw(at.Today, asked.Reason);
                return new ActDone(
                    withdrawn,
                    AuditActions.PublicityWithdrawn,
                    new { withdrawn.Notice },
                    withdrawn.Reason
                );
            },
            cancellationToken
        );
}
