using System.Security.Claims;
using System.Text.Json;
using Assessment.Audit;
using Assessment.Persistence.Auditing;
using Assessment.Scoring.Cycles;
using Assessment.Scoring.Procedures;
using Assessment.Scoring.Procedures.Acts;
using Assessment.Scoring.Procedures.Steps;
using Assessment.Scoring.Registers;
using Assessment.Scoring.Schemes;
using Assessment.Scoring.Storage;
using Assessment.ServiceDefaults.Auditing;
using Assessment.ServiceDefaults.DomainExceptions;
using Assessment.ServiceDefaults.SignIn;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Scoring.Adjustments;

/// <summary>Values that are to count instead of what was observed.</summary>
/// <param name="Clause">The clause by which it may be adjusted.</param>
public sealed record AdjustmentAsked(
    string? Reason,
    string? Clause,
    IReadOnlyList<AdjustedValue>? Values
);

/// <summary>The meeting that approved it.</summary>
public sealed record AdjustmentApproval(bool Confirm, Meeting Meeting);

public sealed record AdjustmentRefusal(string? Reason);

/// <param name="Meeting">That approved it; null before.</param>
/// <param name="Refusal">Why it was refused; null where it was not.</param>
public sealed record AdjustmentView(
    int Number,
    string Reason,
    string Clause,
    IReadOnlyList<AdjustedValue> Values,
    string ProposedBy,
    DateTimeOffset ProposedAt,
    AdjustmentState State,
    Meeting? Meeting,
    string? DecidedBy,
    DateTimeOffset? DecidedAt,
    string? Refusal
)
{
    public static AdjustmentView Of(Adjustment one) =>
        new(
            one.Number,
            one.Reason,
            one.Clause,
            one.Values,
            one.ProposedBy,
            one.ProposedAt,
            one.State,
            one.Meeting,
            one.DecidedBy,
            one.DecidedAt,
            one.Refusal
        );
}

/// <summary>不可抗力调整: 考核办公室提出, 会议审定.</summary>
public static class AdjustmentEndpoints
{
    public static void MapAdjustments(this IEndpointRouteBuilder app)
    {
        var adjustments = app.MapGroup("/api/scoring/cycles/{id:guid}/adjustments")
            .WithTags("adjustments");
        adjustments
            .MapGet("/", ListAsync)
            .WithName("ListAdjustments")
            .WithSummary("因不可抗力对指标的调整")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .RequireTownshipRoles(Roles.TownshipAdministrator, Roles.Leader);
        adjustments
            .MapPost("/", ProposeAsync)
            .WithName("ProposeAdjustment")
            .Records(AuditActions.AdjustmentProposed)
            .WithSummary("提出指标调整意见：指标、居民区、理由和条款，定稿前报会议审定")
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .RequireTownshipRoles(Roles.TownshipAdministrator);
        adjustments
            .MapPost("/{number:int}/approve", ApproveAsync)
            .WithName("ApproveAdjustment")
            .Records(AuditActions.AdjustmentApproved)
            .WithSummary("记录会议审定；审定后的数值计入下一次计算")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .RequireTownshipRoles(Roles.Leader);
        adjustments
            .MapPost("/{number:int}/refuse", RefuseAsync)
            .WithName("RefuseAdjustment")
            .Records(AuditActions.AdjustmentRefused)
            .WithSummary("会议不同意调整，须写明理由")
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .RequireTownshipRoles(Roles.Leader);
        adjustments
            .MapPost("/{number:int}/withdraw", WithdrawAsync)
            .WithName("WithdrawAdjustment")
            .Records(AuditActions.AdjustmentWithdrawn)
            .WithSummary("撤回尚未审定的调整意见")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .RequireTownshipRoles(Roles.TownshipAdministrator);
    }

    private static async Task<IReadOnlyList<AdjustmentView>> ListAsync(
        Guid id,
        ScoringDb db,
        CancellationToken cancellationToken
    ) =>
        (
            await db
                .Adjustments.AsNoTracking()
                .Where(one => one.Cycle == id)
                .OrderBy(one => one.Number)
                .ToListAsync(cancellationToken)
        ).ConvertAll(AdjustmentView.Of);

    private static async Task<AdjustmentView> ProposeAsync(
        Guid id,
        AdjustmentAsked asked,
        ScoringDb db,
        SchemeStore schemes,
        RegisterReading registers,
        TimeProvider time,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    )
    {
        var reason = Said(asked.Reason);
        var clause = Said(asked.Clause);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var cycle = await db.LockCycleAsync(id, cancellationToken);
        cycle.State.AdmitEntries();
        var values = AdjustmentRules.Fitting(
            asked.Values ?? [],
            await schemes.ReadAsync(cycle.Adoption, cancellationToken),
            await registers.SubjectsAsync(new RegisterScope(cycle.Id), cancellationToken)
        );
        var now = time.GetUtcNow();
        var proposed = new Adjustment
        {
            Id = Guid.CreateVersion7(now),
            Cycle = id,
            Number = await db.Adjustments.CountAsync(one => one.Cycle == id, cancellationToken) + 1,
            Reason = reason,
            Clause = clause,
            ValuesJson = JsonSerializer.Serialize(values),
            ProposedBy = caller.UserName(),
            ProposedAt = now,
        };
        db.Adjustments.Add(proposed);
        db.Record(
            new AuditedChange(
                AuditActions.AdjustmentProposed,
                $"cycle:{id}",
                id,
                reason,
                After: new { proposed.Number, proposed.Values }
            )
        );
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return AdjustmentView.Of(proposed);
    }

    private static async Task<AdjustmentView> ApproveAsync(
        Guid id,
        int number,
        AdjustmentApproval asked,
        ScoringDb db,
        ProcedureDay day,
        TimeProvider time,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    )
    {
        asked.Confirm.MustBeTrue();
        caller.MustSignForTheTownship();
        var today = await day.TodayAsync(cancellationToken);
        var meeting = asked.Meeting.Checked(DateOnly.MinValue, today);
        return await DecideAsync(
            id,
            number,
            db,
            (cycle, one) =>
            {
                one.Approve(meeting, caller.UserName(), time.GetUtcNow());
                // Results from before are outdated.
                cycle.FactsVersion++;
            },
            AuditActions.AdjustmentApproved,
            reason: null,
            cancellationToken
        );
    }

    private static Task<AdjustmentView> RefuseAsync(
        Guid id,
        int number,
        AdjustmentRefusal asked,
        ScoringDb db,
        TimeProvider time,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    )
    {
        caller.MustSignForTheTownship();
        var reason = Due.ReasonOf(asked.Reason);
        return DecideAsync(
            id,
            number,
            db,
            (_, one) => one.Refuse(reason, caller.UserName(), time.GetUtcNow()),
            AuditActions.AdjustmentRefused,
            reason,
            cancellationToken
        );
    }

    private static Task<AdjustmentView> WithdrawAsync(
        Guid id,
        int number,
        ScoringDb db,
        TimeProvider time,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    ) =>
        DecideAsync(
            id,
            number,
            db,
            (_, one) => one.Withdraw(caller.UserName(), time.GetUtcNow()),
            AuditActions.AdjustmentWithdrawn,
            reason: null,
            cancellationToken
        );

    private static async Task<AdjustmentView> DecideAsync(
        Guid id,
        int number,
        ScoringDb db,
        Action<Cycle, Adjustment> decide,
        string action,
        string? reason,
        CancellationToken cancellationToken
    )
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var cycle = await db.LockCycleAsync(id, cancellationToken);
        cycle.State.AdmitEntries();
        var one =
            await db.Adjustments.SingleOrDefaultAsync(
                one => one.Cycle == id && one.Number == number,
                cancellationToken
            ) ?? throw new NothingIsThere();
        decide(cycle, one);
        db.Record(
            new AuditedChange(
                action,
                $"cycle:{id}",
                id,
                reason,
                Before: new { State = AdjustmentState.Proposed },
                After: new { one.Number, one.State }
            )
        );
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return AdjustmentView.Of(one);
    }

    private static string Said(string? text) =>
        text?.Trim() is { Length: > 0 and <= Due.TextLength } said
            ? said
            : throw new AdjustmentNeedsReasonAndClause(Due.TextLength);
}
