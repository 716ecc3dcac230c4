using System.Security.Claims;
using Assessment.Audit;
using Assessment.Scoring.Procedures.Acts;
using Assessment.Scoring.Procedures.Moves;
using Assessment.Scoring.Procedures.Steps;
using Assessment.Scoring.Procedures.Views;
using Assessment.Scoring.Results;
using Assessment.ServiceDefaults.Auditing;
using Assessment.ServiceDefaults.SignIn;

namespace Assessment.Scoring.Procedures.Decisions;

/// <summary>What a meeting decided.</summary>
/// <param name="Changes">What is decided other than proposed; everything else is confirmed.</param>
/// <param name="QuotaReason">Why quotas in principle are exceeded; null where none is.</param>
public sealed record DecisionAsked(
    bool Confirm,
    Meeting Meeting,
    IReadOnlyList<Proposal> Changes,
    string? QuotaReason
);

/// <summary>Changes that a meeting thinks of.</summary>
public sealed record DecisionTrial(IReadOnlyList<Proposal> Changes);

/// <summary>What follows from decisions, before they are recorded.</summary>
/// <param name="MustBePublicised">Whether somebody would get a grade that has to be publicised first.</param>
public sealed record DecisionPreview(
    IReadOnlyList<MovedSubject> Moved,
    IReadOnlyList<QuotaView> Quotas,
    bool MustBePublicised
);

/// <summary>集体研究决定</summary>
public static class DecisionEndpoints
{
    public static void MapDecisions(this IEndpointRouteBuilder procedure)
    {
        procedure
            .MapPost("/decision/preview", PreviewAsync)
            .WithName("PreviewDecision")
            .RecordsNothing("nothing is changed, and nothing is shown that the standings do not")
            .WithSummary("决定前的推演：谁的结果会变、依据哪一条、名额是否超出")
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .RequireTownshipRoles(Roles.TownshipAdministrator, Roles.Leader);
        procedure
            .MapPost("/decision", DecideAsync)
            .WithName("RecordDecision")
            .Records(AuditActions.CycleDecided)
            .WithSummary("记录集体研究决定：会议、与会人员、逐项变更及理由")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .RequireTownshipRoles(Roles.Leader);
    }

    private static async Task<DecisionPreview> PreviewAsync(
        Guid id,
        DecisionTrial asked,
        ResultStore results,
        ProcedureStore procedures,
        Standings standings,
        CancellationToken cancellationToken
    )
    {
        var at = await procedures.OfAsync(
            await results.CycleAsync(id, cancellationToken),
            cancellationToken
        );
        var evaluated = await standings.WithAsync(at, asked.Changes, cancellationToken);
        return new DecisionPreview(
            MovedSubjects.Between(
                at.Scheme,
                evaluated.Pinned.Facts(),
                evaluated.Given,
                cancellationToken
            ),
            [.. evaluated.Result.QuotaUses.Select(QuotaView.Of)],
            at.State.On(at.Today).FirstUncovered(evaluated.Standings) is not null
        );
    }

    private static async Task<ProcedureView> DecideAsync(
        Guid id,
        DecisionAsked asked,
        Acting acting,
        Standings standings,
        ResultStore results,
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
                var evaluated = await standings.WithAsync(at, asked.Changes, cancellationToken);
                var number = await results.NextNumberAsync(id, cancellationToken);
                var decided = at.State.Decide(
                    at.Today,
                    new DecisionTaken(asked.Meeting, asked.Changes, asked.QuotaReason),
                    evaluated.Standings,
                    evaluated.Result.QuotaOverruns,
                    number
                );
                var now = time.GetUtcNow();
                var result = AssessmentResult.InPlaceOf(
                    evaluated.Pinned,
                    ResultCause.Decision,
                    Guid.CreateVersion7(now),
                    number,
                    caller.UserName(),
                    now,
                    evaluated.Result,
                    evaluated.Given
                );
                results.Add(result, evaluated.Result);
                return new ActDone(
                    decided,
                    AuditActions.CycleDecided,
                    new
                    {
                        decided.Step,
                        decided.Result,
                        result.Digest,
                        decided.Meeting.Date,
                        Decisions = decided.Decisions.Select(one => new
                        {
                            one.Subject,
                            one.Grade,
                            one.Tier,
                        }),
                        ExceededQuotas = decided.QuotaReasons.Count,
                    }
                );
            },
            cancellationToken
        );
    }
}
