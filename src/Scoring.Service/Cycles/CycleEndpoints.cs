using System.Security.Claims;
using Assessment.Audit;
using Assessment.Persistence.Auditing;
using Assessment.Persistence.Messaging;
using Assessment.Scoring.Procedures;
using Assessment.Scoring.Registers;
using Assessment.Scoring.Schemes;
using Assessment.Scoring.Staff;
using Assessment.Scoring.Storage;
using Assessment.ServiceDefaults.Auditing;
using Assessment.ServiceDefaults.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Scoring.Cycles;

/// <summary>A cycle as lists show it.</summary>
/// <param name="CancelledBecause">Why it was cancelled; null where it was not.</param>
/// <param name="ArchivedAt">Null where it is not archived.</param>
public sealed record CycleView(
    Guid Id,
    string Scheme,
    string SchemeVersion,
    string Title,
    int Year,
    CycleState State,
    DateTimeOffset OpenedAt,
    DateTimeOffset? FinalAt,
    DateTimeOffset? CancelledAt,
    string? CancelledBecause,
    DateTimeOffset? ArchivedAt,
    bool IsRehearsal
)
{
    public static CycleView Of(Cycle cycle) =>
        new(
            cycle.Id,
            cycle.Scheme,
            cycle.SchemeVersion,
            cycle.Title,
            cycle.Year,
            cycle.State,
            cycle.OpenedAt,
            cycle.FinalAt,
            cycle.CancelledAt,
            cycle.CancelledBecause,
            cycle.ArchivedAt,
            cycle.IsRehearsal
        );
}

/// <summary>Which adopted scheme to run for which year.</summary>
/// <param name="Version">Which adoption of the scheme; the newest where it is left out.</param>
/// <param name="Rehearsal">Whether it is a rehearsal, beside which there may be a real cycle.</param>
public sealed record NewCycle(string Scheme, int Year, string? Version, bool Rehearsal = false);

/// <summary>考核周期: open one, and let departments begin to score.</summary>
public static class CycleEndpoints
{
    private const int FirstYear = 2000;
    private const int LastYear = 2100;

    public static void MapCycles(this IEndpointRouteBuilder app)
    {
        var cycles = app.MapGroup("/api/scoring/cycles").WithTags("cycles");
        cycles
            .MapGet("/", ListAsync)
            .WithName("ListCycles")
            .WithSummary("考核周期列表；已归档的不在其中，须以 archived=true 另行查询")
            .RequireTownshipRoles(
                Roles.TownshipAdministrator,
                Roles.Leader,
                Roles.DepartmentScorer,
                Roles.FinancePreparer,
                Roles.FinanceApprover,
                Roles.Area,
                Roles.Surveyor,
                Roles.Feed
            );
        cycles
            .MapPost("/", OpenAsync)
            .WithName("OpenCycle")
            .Records(AuditActions.CycleOpened)
            .WithSummary("开启考核周期")
            .ProducesProblem(StatusCodes.Status409Conflict)
            .RequireTownshipRoles(Roles.TownshipAdministrator);
        cycles
            .MapPost("/{id:guid}/start-scoring", StartScoringAsync)
            .WithName("StartScoring")
            .Records(AuditActions.CycleScoringStarted)
            .WithSummary("开始评分")
            .ProducesProblem(StatusCodes.Status409Conflict)
            .RequireTownshipRoles(Roles.TownshipAdministrator);
    }

    /// <param name="archived">Whether those that are archived are asked for, and not the others.</param>
    private static async Task<List<CycleView>> ListAsync(
        bool? archived,
        ScoringDb db,
        CancellationToken cancellationToken
    ) =>
        (
            await db
                .Cycles.AsNoTracking()
                .Where(cycle => (cycle.ArchivedAt != null) == (archived == true))
                .OrderByDescending(cycle => cycle.OpenedAt)
                .ToListAsync(cancellationToken)
        ).ConvertAll(CycleView.Of);

    private static async Task<Created<CycleView>> OpenAsync(
        NewCycle asked,
        ScoringDb db,
        SchemeStore schemes,
        RegisterReading registers,
        TakingOver taking,
        StaffCheck staff,
        TimeProvider time,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    )
    {
        if (asked.Year is < FirstYear or > LastYear)
        {
            throw new CycleYearMustBePlausible(FirstYear, LastYear);
        }

        var adopted =
            await schemes.FindAsync(asked.Scheme, asked.Version, cancellationToken)
            ?? throw new SchemeMustBeAdoptedFirst(asked.Scheme);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await RefuseSecondAsync(db, asked, cancellationToken);
        var scheme = await schemes.ReadAsync(adopted.Id, cancellationToken);
        if (scheme.Procedure is null)
        {
            throw new SchemeMustHaveAProcedure();
        }

        await staff.RunAsync(scheme, cancellationToken);
        var cycle = new Cycle
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            Township = db.Township!,
            Adoption = adopted.Id,
            Scheme = adopted.SchemeId,
            SchemeVersion = adopted.Version,
            Title = asked.Rehearsal ? Rehearsals.Mark + adopted.Title : adopted.Title,
            Year = asked.Year,
            IsRehearsal = asked.Rehearsal,
            Run = 1 + await CancelledAsync(db, asked, cancellationToken),
            OpenedAt = time.GetUtcNow(),
            OpenedBy = caller.UserName(),
        };
        db.Cycles.Add(cycle);
        db.Record(
            new AuditedChange(
                AuditActions.CycleOpened,
                $"cycle:{cycle.Id}",
                cycle.Id,
                After: new
                {
                    cycle.Scheme,
                    Version = cycle.SchemeVersion,
                    cycle.Year,
                    cycle.State,
                    cycle.IsRehearsal,
                }
            )
        );
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            cycle.TakeOver(await taking.AtOpeningAsync(cycle, scheme, cancellationToken));
            await db.SaveChangesAsync(cancellationToken);
            db.Send(
                CycleOrders.Of(
                    cycle,
                    scheme,
                    adopted,
                    await registers.AreasAsync(new RegisterScope(cycle.Id), cancellationToken)
                )
            );
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Two people opened it at the same moment.
            await transaction.RollbackAsync(cancellationToken);
            await RefuseSecondAsync(db, asked, cancellationToken);
            throw;
        }

        await transaction.CommitAsync(cancellationToken);
        return TypedResults.Created($"/api/scoring/cycles/{cycle.Id}", CycleView.Of(cycle));
    }

    private static async Task RefuseSecondAsync(
        ScoringDb db,
        NewCycle asked,
        CancellationToken cancellationToken
    )
    {
        if (
            await db
                .Cycles.AsNoTracking()
                .AnyAsync(
                    cycle =>
                        cycle.Scheme == asked.Scheme
                        && cycle.Year == asked.Year
                        && cycle.IsRehearsal == asked.Rehearsal
                        && cycle.State != CycleState.Cancelled,
                    cancellationToken
                )
        )
        {
            throw new CycleIsAlreadyOpenForSchemeAndYear(asked.Scheme, asked.Year);
        }
    }

    /// <summary>How many were cancelled before: of two that are opened at the same moment both find the same number.</summary>
    private static Task<int> CancelledAsync(
        ScoringDb db,
        NewCycle asked,
        CancellationToken cancellationToken
    ) =>
        db.Cycles.CountAsync(
            cycle =>
                cycle.Scheme == asked.Scheme
                && cycle.Year == asked.Year
                && cycle.IsRehearsal == asked.Rehearsal
                && cycle.State == CycleState.Cancelled,
            cancellationToken
        );

    private static async Task<CycleView> StartScoringAsync(
        Guid id,
        ScoringDb db,
        CancellationToken cancellationToken
    )
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var cycle = await db.LockCycleAsync(id, cancellationToken);
        var before = cycle.State;
        cycle.State = cycle.State.StartScoring();
        db.Record(
            new AuditedChange(
                AuditActions.CycleScoringStarted,
                $"cycle:{id}",
                id,
                Before: new { State = before },
                After: new { cycle.State }
            )
        );
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return CycleView.Of(cycle);
    }
}
