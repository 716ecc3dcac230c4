using System.Security.Claims;
using Assessment.Audit;
using Assessment.Scoring.Cycles;
using Assessment.Scoring.Events;
using Assessment.Scoring.Procedures.Steps;
using Assessment.Scoring.Procedures.Views;
using Assessment.Scoring.Results;
using Assessment.Scoring.Sheets;
using Assessment.Scoring.Storage;
using Assessment.ServiceDefaults.Auditing;
using Assessment.ServiceDefaults.SignIn;

namespace Assessment.Scoring.Procedures.Freezing;

/// <summary>What would be pinned, and what is missing.</summary>
/// <param name="Result">Number of the newest result.</param>
/// <param name="UnsignedSheets">评分表 that somebody has begun and that are not signed: nothing can be frozen before.</param>
public sealed record FreezePreview(
    int Result,
    string Digest,
    IReadOnlyList<FreezeFinding> Findings,
    IReadOnlyList<string> UnsignedSheets
);

/// <summary>Freezing cannot be undone, so it is asked for in so many words.</summary>
/// <param name="Passed">Reasons by the finding's code, for each that was not settled.</param>
public sealed record FreezeAsked(bool Confirm, IReadOnlyDictionary<string, string>? Passed);

/// <summary>定稿</summary>
public static class FreezeEndpoints
{
    public static void MapFreezing(this IEndpointRouteBuilder procedure)
    {
        procedure
            .MapGet("/freeze", PreviewAsync)
            .WithName("PreviewFreezing")
            .WithSummary("定稿前的核对：尚缺的数据和未达要求的事项")
            .ProducesProblem(StatusCodes.Status409Conflict)
            .RequireTownshipRoles(Roles.TownshipAdministrator, Roles.Leader);
        procedure
            .MapPost("/freeze", FreezeAsync)
            .WithName("Freeze")
            .Records(AuditActions.CycleFrozen)
            .WithSummary("定稿，锁定最近一次计算的结果；未达要求的事项须逐类说明理由")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .RequireTownshipRoles(Roles.TownshipAdministrator);
    }

    private static async Task<FreezePreview> PreviewAsync(
        Guid id,
        ScoringDb db,
        EventLedger events,
        ResultStore results,
        ProcedureStore procedures,
        SheetStore sheets,
        CancellationToken cancellationToken
    )
    {
        var at = await procedures.OfAsync(
            await results.CycleAsync(id, cancellationToken),
            cancellationToken
        );
        var result = await NewestAsync(at.Cycle, results, cancellationToken);
        return new FreezePreview(
            result.Number,
            result.Digest,
            await FindingsAsync(db, events, at, result, cancellationToken),
            [.. (await sheets.UnsignedAsync(id, cancellationToken)).Select(sheet => $"{sheet}")]
        );
    }

    private static async Task<ProcedureView> FreezeAsync(
        Guid id,
        FreezeAsked asked,
        Acting acting,
        ScoringDb db,
        EventLedger events,
        ResultStore results,
        SheetStore sheets,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    )
    {
        asked.Confirm.MustBeTrue();
        return await acting.OnAsync(
            id,
            caller,
            async at =>
            {
                SheetStore.MustBeSigned(await sheets.UnsignedAsync(id, cancellationToken));
                var result = await NewestAsync(at.Cycle, results, cancellationToken);
                var frozen = at.State.Freeze(
                    result.Number,
                    result.Digest,
                    await FindingsAsync(db, events, at, result, cancellationToken),
                    asked.Passed ?? new Dictionary<string, string>()
                );
                at.Cycle.State = at.Cycle.State.Freeze();
                return new ActDone(
                    frozen,
                    AuditActions.CycleFrozen,
                    new
                    {
                        at.Cycle.State,
                        frozen.Result,
                        frozen.Digest,
                        Passed = frozen.Passed.Select(one => new
                        {
                            one.Code,
                            one.Count,
                            one.Reason,
                        }),
                    }
                );
            },
            cancellationToken
        );
    }

    private static async Task<IReadOnlyList<FreezeFinding>> FindingsAsync(
        ScoringDb db,
        EventLedger events,
        CycleInProcedure at,
        AssessmentResult result,
        CancellationToken cancellationToken
    )
    {
        FreezeFinding?[] unfinished =
        [
            await db.OpenCampaignsAsync(at, cancellationToken),
            await events.WaitingEventsAsync(at, cancellationToken),
        ];
        return [.. unfinished.OfType<FreezeFinding>(), .. FreezeFindings.Of(at.Scheme, result)];
    }

    private static async Task<AssessmentResult> NewestAsync(
        Cycle cycle,
        ResultStore results,
        CancellationToken cancellationToken
    )
    {
        cycle.State.Freeze();
        var result =
            await results.FindNewestAsync(cycle.Id, cancellationToken)
            ?? throw new ResultsMustBeCalculatedBeforeFreezing();
        return result.IsOutdated(cycle) ? throw new ResultsMustIncludeTheNewestFacts() : result;
    }
}
