using System.Security.Claims;
using Assessment.Audit;
using Assessment.Persistence.Auditing;
using Assessment.Scoring.Cycles;
using Assessment.Scoring.Procedures.Steps;
using Assessment.Scoring.Storage;
using Assessment.ServiceDefaults.Auditing;
using Assessment.ServiceDefaults.DomainExceptions;
using Assessment.ServiceDefaults.Edits;
using Assessment.ServiceDefaults.SignIn;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Scoring.Events;

/// <summary>核实: one of the events that a department checks.</summary>
/// <param name="Version">The entry that it was shown as.</param>
/// <param name="Points">In place of those applied for; null leaves them.</param>
/// <param name="Level">In place of the one applied for; null leaves it.</param>
/// <param name="Remarks">To be given where points or level are put right.</param>
/// <param name="Confirmed">Whether what the rule presumes holds.</param>
public sealed record EventCheck(
    string Number,
    long Version,
    decimal? Points,
    string? Level,
    string? Remarks,
    bool Confirmed
) : IHandled;

/// <summary>核准: one of the events that the office approves.</summary>
/// <param name="Version">The entry that it was shown as.</param>
/// <param name="Confirmed">Whether what the rule presumes holds, where no department checks.</param>
public sealed record EventApproval(string Number, long Version, bool Confirmed) : IHandled;

public sealed record EventsToCheck(IReadOnlyList<EventCheck> Events);

public sealed record EventsToApprove(IReadOnlyList<EventApproval> Events);

/// <summary>不予通过</summary>
/// <param name="Version">The entry that it was shown as.</param>
public sealed record EventRefusal(string Number, long Version, string? Reason);

/// <summary>加减分事项 after they are applied for: check, approve, refuse. Lists are taken whole or not at all.</summary>
public static class EventHandEndpoints
{
    public static void MapEventHands(this IEndpointRouteBuilder app)
    {
        var events = app.MapGroup("/api/scoring/cycles/{id:guid}/events").WithTags("events");
        events
            .MapPost("/check", CheckAsync)
            .WithName("CheckEvents")
            .Records(AuditActions.EventChecked)
            .WithSummary(
                "核实加减分事项，可以更正级别或分值并注明；一次一批，有一条不能核实的，全部不核实"
            )
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .RequireTownshipRoles(Roles.DepartmentScorer);
        events
            .MapPost("/approve", ApproveAsync)
            .WithName("ApproveEvents")
            .Records(AuditActions.EventApproved)
            .WithSummary("核准加减分事项，核准的计入成绩；一次一批，有一条不能核准的，全部不核准")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .RequireTownshipRoles(Roles.TownshipAdministrator);
        events
            .MapPost("/refuse", RefuseAsync)
            .WithName("RefuseEvent")
            .Records(AuditActions.EventRefused)
            .WithSummary("不予通过一条等待核实、核准的加减分事项，须注明理由")
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .RequireTownshipRoles(Roles.TownshipAdministrator, Roles.DepartmentScorer);
    }

    private static Task<IReadOnlyList<EventView>> CheckAsync(
        Guid id,
        EventsToCheck asked,
        HandlingOfEvents handling,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    ) =>
        handling.TakeAsync(
            id,
            asked.Events ?? [],
            (decisions, entry, one) => decisions.Check(entry, one),
            AuditActions.EventChecked,
            caller,
            cancellationToken
        );

    private static Task<IReadOnlyList<EventView>> ApproveAsync(
        Guid id,
        EventsToApprove asked,
        HandlingOfEvents handling,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    ) =>
        handling.TakeAsync(
            id,
            asked.Events ?? [],
            (decisions, entry, one) => decisions.Approve(entry, one),
            AuditActions.EventApproved,
            caller,
            cancellationToken
        );

    private static async Task<EventView> RefuseAsync(
        Guid id,
        EventRefusal asked,
        ScoringDb db,
        EventReading reading,
        EventLedger ledger,
        TimeProvider time,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    )
    {
        var reason = Due.ReasonOf(asked.Reason);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var cycle = await db.LockCycleAsync(id, cancellationToken);
        cycle.AdmitEntries();
        var context = await reading.ContextAsync(cycle, cancellationToken);
        var hands = EventHands.Of(caller);
        var entry = await EventEndpoints.FindAsync(
            ledger,
            context,
            hands,
            id,
            asked.Number,
            cancellationToken
        );
        if (entry.Id != asked.Version)
        {
            throw new SomebodyElseWasFaster(EventView.Of(entry));
        }

        if (!entry.Stage.Awaits())
        {
            throw new EventMustBeWaiting(asked.Number);
        }

        if (!hands.MayRefuse(entry, context.RuleOf(entry)))
        {
            throw new EventIsNotTheCallers(asked.Number);
        }

        var refused = entry.Refuse(reason, caller.UserName(), time.GetUtcNow());
        await ledger.AddAsync(cycle, [refused], cancellationToken);
        db.Record(EventRecords.Handled(AuditActions.EventRefused, entry, refused));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return await reading.ViewAsync(cycle, context, hands, asked.Number, cancellationToken);
    }
}
