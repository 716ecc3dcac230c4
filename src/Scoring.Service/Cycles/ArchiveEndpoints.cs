using System.Security.Claims;
using Assessment.Audit;
using Assessment.Persistence.Auditing;
using Assessment.Scoring.Procedures;
using Assessment.Scoring.Procedures.Steps;
using Assessment.Scoring.Storage;
using Assessment.ServiceDefaults.Auditing;
using Assessment.ServiceDefaults.SignIn;

namespace Assessment.Scoring.Cycles;

/// <param name="Reason">Why the cycle is needed in the lists again.</param>
public sealed record BackFromArchive(string Reason);

/// <summary>归档: a finished cycle leaves the lists of what is going on, and stays readable.</summary>
public static class ArchiveEndpoints
{
    public static void MapArchive(this IEndpointRouteBuilder app)
    {
        var archive = app.MapGroup("/api/scoring/cycles/{id:guid}").WithTags("cycles");
        archive
            .MapPost("/archive", ArchiveAsync)
            .WithName("ArchiveCycle")
            .Records(AuditActions.CycleArchived)
            .WithSummary("归档：结果已生效且全部步骤已办理的周期，不再列入现行周期，仍可查阅")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .RequireTownshipRoles(Roles.TownshipAdministrator);
        archive
            .MapPost("/unarchive", UnarchiveAsync)
            .WithName("UnarchiveCycle")
            .Records(AuditActions.CycleUnarchived)
            .WithSummary("取消归档，须写明理由")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .RequireTownshipRoles(Roles.TownshipAdministrator);
    }

    private static Task<CycleView> ArchiveAsync(
        Guid id,
        ScoringDb db,
        ProcedureStore procedures,
        TimeProvider time,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    ) =>
        ChangeAsync(
            id,
            db,
            procedures,
            AuditActions.CycleArchived,
            reason: null,
            at =>
            {
                if (at.Cycle.ArchivedAt is not null)
                {
                    throw new CycleIsArchivedAlready();
                }

                if (at.State.On(at.Today).Due is { } due)
                {
                    throw new AllStepsMustBeTakenFirst(due.Title);
                }

                at.Cycle.ArchivedAt = time.GetUtcNow();
                at.Cycle.ArchivedBy = caller.UserName();
            },
            cancellationToken
        );

    private static Task<CycleView> UnarchiveAsync(
        Guid id,
        BackFromArchive asked,
        ScoringDb db,
        ProcedureStore procedures,
        CancellationToken cancellationToken
    ) =>
        ChangeAsync(
            id,
            db,
            procedures,
            AuditActions.CycleUnarchived,
            Due.ReasonOf(asked.Reason),
            at =>
            {
                if (at.Cycle.ArchivedAt is null)
                {
                    throw new CycleIsNotArchived();
                }

                at.Cycle.ArchivedAt = null;
                at.Cycle.ArchivedBy = null;
            },
            cancellationToken
        );

    private static async Task<CycleView> ChangeAsync(
        Guid id,
        ScoringDb db,
        ProcedureStore procedures,
        string action,
        string? reason,
        Action<CycleInProcedure> change,
        CancellationToken cancellationToken
    )
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var at = await procedures.LockAsync(id, cancellationToken);
        change(at);
        db.Record(new AuditedChange(action, $"cycle:{id}", id, reason));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return CycleView.Of(at.Cycle);
    }
}
