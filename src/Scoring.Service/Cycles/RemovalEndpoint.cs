using System.Security.Claims;
using Assessment.Audit;
using Assessment.Contracts;
using Assessment.Persistence.Auditing;
using Assessment.Persistence.Files;
using Assessment.Persistence.Messaging;
using Assessment.Persistence.Storage;
using Assessment.Scoring.Procedures;
using Assessment.Scoring.Storage;
using Assessment.ServiceDefaults.Auditing;
using Assessment.ServiceDefaults.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Scoring.Cycles;

/// <summary>A rehearsal is removed for good, so it is asked for in so many words.</summary>
public sealed record RemovalAsked(bool Confirm);

/// <summary>删除演练, with everything that belongs to it, in one action.</summary>
public static class RemovalEndpoint
{
    public static void MapRemoval(this IEndpointRouteBuilder app) =>
        app.MapPost("/api/scoring/cycles/{id:guid}/remove", RemoveAsync)
            .WithTags("cycles")
            .WithName("RemoveRehearsal")
            .Records(AuditActions.RehearsalRemoved)
            .WithSummary("删除演练及其全部数据，审计记录除外；正式的考核周期不能删除")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .RequireTownshipRoles(Roles.TownshipAdministrator);

    private static async Task<NoContent> RemoveAsync(
        Guid id,
        RemovalAsked asked,
        ScoringDb db,
        TimeProvider time,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    )
    {
        asked.Confirm.MustBeTrue();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // One that was cancelled, too.
        var cycle = await db.LockAnyCycleAsync(id, cancellationToken);
        if (!cycle.IsRehearsal)
        {
            throw new OnlyARehearsalIsRemoved();
        }

        db.Record(
            new AuditedChange(
                AuditActions.RehearsalRemoved,
                $"cycle:{id}",
                id,
                Before: new
                {
                    cycle.Scheme,
                    cycle.Year,
                    cycle.State,
                }
            )
        );
        db.Send(new CycleRemoved(cycle.Township, id, time.GetUtcNow(), caller.UserName()));
        await db.SaveChangesAsync(cancellationToken);
        await db
            .Explanations.Where(one =>
                db.Results.Any(result => result.Cycle == id && result.Id == one.Result)
            )
            .ExecuteDeleteAsync(cancellationToken);
        await db
            .CalculationAnswers.Where(one =>
                db.Calculations.Any(request => request.Cycle == id && request.Id == one.Request)
            )
            .ExecuteDeleteAsync(cancellationToken);
        await db.Set<FileAttachment>()
            .Where(one => db.Set<StoredFile>().Any(file => file.Cycle == id && file.Id == one.File))
            .ExecuteDeleteAsync(cancellationToken);
        await db.RemoveCycleRowsAsync(id, cancellationToken);
        await db.Cycles.Where(one => one.Id == id).ExecuteDeleteAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.NoContent();
    }
}
