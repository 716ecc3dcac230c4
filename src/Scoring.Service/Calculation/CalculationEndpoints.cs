using System.Security.Claims;
using Assessment.Audit;
using Assessment.Scoring.Cycles;
using Assessment.Scoring.Storage;
using Assessment.ServiceDefaults.Auditing;
using Assessment.ServiceDefaults.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Assessment.Scoring.Calculation;

/// <summary>A calculation was asked for; the cycle shows what it waits for.</summary>
public sealed record CalculationAsked(
    Guid Request,
    CalculationStatus Status,
    DateTimeOffset AskedAt
);

public static class CalculationEndpoints
{
    public static void MapCalculation(this IEndpointRouteBuilder app) =>
        app.MapPost("/api/scoring/cycles/{id:guid}/calculate", AskAsync)
            .WithName("Calculate")
            .Records(AuditActions.CalculationAsked)
            .WithTags("calculation")
            .WithSummary("计算成绩；各来源数据到齐后自动完成")
            .ProducesProblem(StatusCodes.Status409Conflict)
            .RequireTownshipRoles(Roles.TownshipAdministrator);

    private static async Task<Accepted<CalculationAsked>> AskAsync(
        Guid id,
        ScoringDb db,
        Calculations calculations,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    )
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var cycle = await db.LockCycleAsync(id, cancellationToken);
        var request = await calculations.AskAsync(cycle, caller.UserName(), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.Accepted(
            $"/api/scoring/cycles/{id}",
            new CalculationAsked(request.Id, request.Status, request.AskedAt)
        );
    }
}
