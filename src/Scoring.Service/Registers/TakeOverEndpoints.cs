using System.Security.Claims;
using Assessment.Audit;
using Assessment.Scoring.Cycles;
using Assessment.Scoring.Storage;
using Assessment.ServiceDefaults.Auditing;
using Assessment.ServiceDefaults.DomainExceptions;
using Assessment.ServiceDefaults.Edits;
using Assessment.ServiceDefaults.SignIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Scoring.Registers;

/// <summary>What became of a take-over.</summary>
/// <param name="Changed">How many rows of the cycle's registers were changed.</param>
public sealed record TakenOver(int Changed);

/// <summary>采用街镇现行名册: what the township's registers say otherwise, and taking it over into a cycle.</summary>
internal static class TakeOverEndpoints
{
    public static void MapTakeOver(this IEndpointRouteBuilder app)
    {
        var cycle = app.MapGroup("/api/scoring/cycles/{id:guid}/register-differences")
            .WithTags("registers");
        cycle
            .MapGet("/", ListAsync)
            .WithName("ListRegisterDifferences")
            .WithSummary("街镇现行名册与本考核周期名册的差异，版本在 ETag 中")
            .RequireTownshipRoles(Roles.TownshipAdministrator, Roles.Leader);
        cycle
            .MapPost("/take-over", TakeAsync)
            .WithName("TakeOverRegisters")
            .Records(AuditActions.RegisterTakenOver)
            .WithSummary(
                "把街镇现行名册的差异采用到本考核周期，须注明日期和理由；If-Match 写所依据的差异的版本"
            )
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .ProducesProblem(StatusCodes.Status428PreconditionRequired)
            .RequireTownshipRoles(Roles.TownshipAdministrator);
    }

    private static async Task<IReadOnlyList<RegisterDifference>> ListAsync(
        Guid id,
        HttpResponse response,
        ScoringDb db,
        TakingOver taking,
        CancellationToken cancellationToken
    )
    {
        var differences = await taking.DifferencesAsync(
            await db
                .Cycles.AsNoTracking()
                .SingleOrDefaultAsync(cycle => cycle.Id == id, cancellationToken)
                ?? throw new NothingIsThere(),
            cancellationToken
        );
        response.Headers.ETag = EntityTags.OfContent(differences);
        return differences;
    }

    private static async Task<TakenOver> TakeAsync(
        Guid id,
        TakeOver asked,
        [FromHeader(Name = "If-Match")] string? ifMatch,
        ScoringDb db,
        TakingOver taking,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    )
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var cycle = await db.LockCycleAsync(id, cancellationToken);
        cycle.AdmitEntries();
        var changed = await taking.TakeAsync(
            cycle,
            ifMatch,
            asked,
            caller.UserName(),
            cancellationToken
        );
        await transaction.CommitAsync(cancellationToken);
        return new TakenOver(changed);
    }
}
