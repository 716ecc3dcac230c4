using System.Security.Claims;
using Assessment.Audit;
using Assessment.Contracts;
using Assessment.Persistence.Messaging;
using Assessment.Scoring.Cycles;
using Assessment.Scoring.FinalFiles;
using Assessment.Scoring.Notices;
using Assessment.Scoring.Procedures.Acts;
using Assessment.Scoring.Procedures.Corrections;
using Assessment.Scoring.Procedures.Steps;
using Assessment.Scoring.Procedures.Views;
using Assessment.Scoring.Results;
using Assessment.Scoring.Storage;
using Assessment.ServiceDefaults.Auditing;
using Assessment.ServiceDefaults.SignIn;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Scoring.Procedures.Finals;

/// <summary>The final result binds, so it is asked for in so many words.</summary>
public sealed record FinalAsked(bool Confirm);

/// <summary>A step that leaves nothing but that it was taken.</summary>
/// <param name="Remarks">What the body said, or where the document is; may be left out.</param>
/// <param name="SignedBy">落款 of an announcement; the body of the step where it is left out.</param>
public sealed record StepAsked(string? Remarks, string? SignedBy = null);

/// <summary>生效, and the steps of review, announcement, feedback and the formal document.</summary>
public static class FinalEndpoints
{
    public static void MapFinal(this IEndpointRouteBuilder procedure)
    {
        procedure
            .MapPost("/final", FinalizeAsync)
            .WithName("Finalize")
            .Records(AuditActions.CycleFinalized, AuditActions.FinalFileMade)
            .WithSummary(
                "签批生效，须在五分钟内出示过动态口令；发放表随即可以编制，尚未截止的测评随即截止，保密材料随即销毁"
            )
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable)
            .RequireTownshipRoles(Roles.Leader)
            .RequireFreshSecondFactor();
        procedure
            .MapPost("/step", TakeAsync)
            .WithName("TakeStep")
            .Records(AuditActions.StepTaken)
            .WithSummary("登记评议、公布、反馈、发文等步骤已经办理")
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .RequireTownshipRoles(Roles.TownshipAdministrator);
    }

    private static async Task<ProcedureView> FinalizeAsync(
        Guid id,
        FinalAsked asked,
        Acting acting,
        ScoringDb db,
        FinalArchive archive,
        CorrectionNews news,
        TimeProvider time,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    )
    {
        asked.Confirm.MustBeTrue();
        caller.MustSignForTheTownship();
        return await acting.OnAsync(
            id,
            caller,
            async at =>
            {
                var number = at.State.Result ?? throw new CycleMustBeFrozenFirst();
                var result = await db
                    .Results.AsNoTracking()
                    .SingleAsync(
                        result => result.Cycle == id && result.Number == number,
                        cancellationToken
                    );
                var final = at.State.Finalize(at.Today, result.Digest);
                var now = time.GetUtcNow();
                at.Cycle.State = CycleState.Final;
                at.Cycle.FinalAt = now;
                at.Cycle.FinalBy = caller.UserName();
                at.Cycle.FinalResult = final.Result;
                await archive.MakeAsync(
                    at.Cycle,
                    result,
                    at.State.CorrectionReason,
                    cancellationToken
                );
                var adopted = await db
                    .Schemes.AsNoTracking()
                    .SingleAsync(scheme => scheme.Id == at.Cycle.Adoption, cancellationToken);
                db.Send(FinalMessage.Of(at.Cycle, adopted, at.Scheme, result, final.Version, now));
                if (at.State.IsCorrecting)
                {
                    news.Ended(at, caller.UserName());
                }

                db.Send(new CycleClosed(at.Cycle.Township, id, now, at.Cycle.FinalBy));
                return new ActDone(
                    final,
                    AuditActions.CycleFinalized,
                    new
                    {
                        at.Cycle.State,
                        final.Result,
                        final.Version,
                        final.Digest,
                    }
                );
            },
            cancellationToken
        );
    }

    private static Task<ProcedureView> TakeAsync(
        Guid id,
        StepAsked asked,
        Acting acting,
        Standings standings,
        TimeProvider time,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    ) =>
        acting.OnAsync(
            id,
            caller,
            async at =>
            {
                var standing = (await standings.StandingAsync(at, cancellationToken)).Standings;
                var taken = at.State.Take(at.Today, asked.Remarks, standing);
                var notice = Guid.CreateVersion7(time.GetUtcNow());
                var act = at.State.Announce(taken, at.Today, notice, standing);
                return new ActDone(act, AuditActions.StepTaken, new { taken.Step })
                {
                    Posted =
                        act is Announced
                            ? PostedNotice.Of(at, notice, taken.Step, asked.SignedBy)
                            : null,
                };
            },
            cancellationToken
        );
}
