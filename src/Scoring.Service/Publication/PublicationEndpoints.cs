using System.Security.Claims;
using Assessment.Audit;
using Assessment.Contracts;
using Assessment.Persistence.Auditing;
using Assessment.Persistence.Messaging;
using Assessment.Scoring.Cycles;
using Assessment.Scoring.Results;
using Assessment.Scoring.Storage;
using Assessment.ServiceDefaults.Auditing;
using Assessment.ServiceDefaults.SignIn;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Scoring.Publication;

/// <summary>Publishing is final, so it is asked for in so many words.</summary>
public sealed record Confirmation(bool Confirm);

/// <summary>公示</summary>
public static class PublicationEndpoints
{
    public static void MapPublication(this IEndpointRouteBuilder app) =>
        app.MapPost("/api/scoring/cycles/{id:guid}/publish", PublishAsync)
            .WithName("Publish")
            .Records(AuditActions.CyclePublished)
            .WithTags("publication")
            .WithSummary(
                "公示结果；此后不再改变，尚未截止的测评随即截止；请求体须为 {\"confirm\": true}"
            )
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .RequireTownshipRoles(Roles.TownshipAdministrator, Roles.Leader);

    private static async Task<CycleView> PublishAsync(
        Guid id,
        Confirmation confirmation,
        ScoringDb db,
        ResultStore results,
        TimeProvider time,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    )
    {
        if (!confirmation.Confirm)
        {
            throw new PublishingMustBeConfirmed();
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var cycle = await db.LockCycleAsync(id, cancellationToken);
        var before = cycle.State;
        cycle.State = cycle.State.Publish();
        var result =
            await results.FindNewestAsync(id, cancellationToken)
            ?? throw new ResultsMustBeCalculatedBeforePublishing();
        if (result.IsOutdated(cycle))
        {
            throw new ResultsMustIncludeTheNewestFacts();
        }

        cycle.PublishedAt = time.GetUtcNow();
        cycle.PublishedBy = caller.UserName();
        cycle.Publications++;
        db.Record(
            new AuditedChange(
                AuditActions.CyclePublished,
                $"cycle:{id}",
                id,
                Before: new { State = before },
                After: new
                {
                    cycle.State,
                    Result = result.Number,
                    result.Digest,
                    cycle.Publications,
                }
            )
        );
        var adopted = await db
            .Schemes.AsNoTracking()
            .SingleAsync(scheme => scheme.Id == cycle.Adoption, cancellationToken);
        db.Send(Publishing.Message(cycle, adopted, result, cycle.PublishedAt.Value));
        db.Send(
            new CycleClosed(cycle.Township, cycle.Id, cycle.PublishedAt.Value, cycle.PublishedBy)
        );
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return CycleView.Of(cycle);
    }
}
