using System.Security.Claims;
using Assessment.Audit;
using Assessment.Scoring.Procedures.Steps;
using Assessment.Scoring.Procedures.Views;
using Assessment.Scoring.Results;
using Assessment.ServiceDefaults.Auditing;
using Assessment.ServiceDefaults.SignIn;

namespace Assessment.Scoring.Procedures.Corrections;

/// <summary>A correction is opened before the facts are put right.</summary>
public sealed record CorrectionAsked(bool Confirm, string? Reason);

/// <summary>What follows is shown before.</summary>
public sealed record CorrectionMaking(bool Confirm, string? Reason, ChangeAsked? Change);

/// <summary>更正 of a final result, and what a change of pinned facts would move.</summary>
public static class CorrectionEndpoints
{
    public static void MapCorrections(this IEndpointRouteBuilder procedure)
    {
        procedure
            .MapGet("/differences", DifferencesAsync)
            .WithName("ListDifferences")
            .WithSummary("定稿后登记而未计入结果的变动，异议成立或更正时可以采用")
            .ProducesProblem(StatusCodes.Status409Conflict)
            .RequireTownshipRoles(Roles.TownshipAdministrator, Roles.Leader);
        procedure
            .MapPost("/differences/preview", PreviewAsync)
            .WithName("PreviewChange")
            .RecordsNothing("nothing is changed, and nothing is shown that the standings do not")
            .WithSummary("采用变动前的推演：谁的结果会变、依据哪一条、从哪一步重新办理")
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .RequireTownshipRoles(Roles.TownshipAdministrator, Roles.Leader);
        var correction = procedure.MapGroup("/correction");
        correction
            .MapPost("/", OpenAsync)
            .WithName("OpenCorrection")
            .Records(AuditActions.CorrectionOpened)
            .WithSummary("启动更正：结果生效后发现确有错误，须写明理由；原结果在更正生效前继续有效")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .RequireTownshipRoles(Roles.TownshipAdministrator);
        correction
            .MapPost("/make", MakeAsync)
            .WithName("MakeCorrection")
            .Records(AuditActions.CorrectionMade)
            .WithSummary("提出更正内容：采用更正后的数据或调整等次，提请原决定机构重新研究")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .RequireTownshipRoles(Roles.TownshipAdministrator);
        correction
            .MapPost("/abandon", AbandonAsync)
            .WithName("AbandonCorrection")
            .Records(AuditActions.CorrectionAbandoned)
            .WithSummary("终止尚未提出内容的更正，原结果不变")
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .RequireTownshipRoles(Roles.TownshipAdministrator);
    }

    private static async Task<IReadOnlyList<FactDifference>> DifferencesAsync(
        Guid id,
        ResultStore results,
        ProcedureStore procedures,
        Changes changes,
        CancellationToken cancellationToken
    ) =>
        await changes.DifferencesAsync(
            await procedures.OfAsync(
                await results.CycleAsync(id, cancellationToken),
                cancellationToken
            ),
            cancellationToken
        );

    private static async Task<ChangePreview> PreviewAsync(
        Guid id,
        ChangeAsked asked,
        ResultStore results,
        ProcedureStore procedures,
        Changes changes,
        CancellationToken cancellationToken
    ) =>
        await changes.PreviewAsync(
            await procedures.OfAsync(
                await results.CycleAsync(id, cancellationToken),
                cancellationToken
            ),
            asked,
            cancellationToken
        );

    private static async Task<ProcedureView> OpenAsync(
        Guid id,
        CorrectionAsked asked,
        Acting acting,
        CorrectionNews news,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    )
    {
        asked.Confirm.MustBeTrue();
        return await acting.OnAsync(
            id,
            caller,
            at =>
            {
                var opened = at.State.OpenCorrection(asked.Reason);
                news.Opened(at, caller.UserName());
                return new ActDone(
                    opened,
                    AuditActions.CorrectionOpened,
                    new { at.State.Version },
                    opened.Reason
                );
            },
            cancellationToken
        );
    }

    private static async Task<ProcedureView> MakeAsync(
        Guid id,
        CorrectionMaking asked,
        Acting acting,
        Changes changes,
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
                var made = at.State.Correct(
                    at.Today,
                    asked.Reason,
                    await changes.MakeAsync(
                        at,
                        asked.Change ?? new ChangeAsked(null, null),
                        ResultCause.Correction,
                        caller.UserName(),
                        cancellationToken
                    )
                );
                return new ActDone(
                    made,
                    AuditActions.CorrectionMade,
                    new
                    {
                        made.Consequence.TakenUp,
                        Grades = made.Consequence.Grades.Select(one => new
                        {
                            one.Subject,
                            one.Grade,
                            one.Tier,
                        }),
                        made.Consequence.Result,
                        made.Consequence.To,
                    },
                    made.Reason
                );
            },
            cancellationToken
        );
    }

    private static Task<ProcedureView> AbandonAsync(
        Guid id,
        AbandonmentAsked asked,
        Acting acting,
        CorrectionNews news,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    ) =>
        acting.OnAsync(
            id,
            caller,
            at =>
            {
                var abandoned = at.State.AbandonCorrection(asked.Reason);
                news.Ended(at, caller.UserName());
                return new ActDone(
                    abandoned,
                    AuditActions.CorrectionAbandoned,
                    new { at.State.Version },
                    abandoned.Reason
                );
            },
            cancellationToken
        );
}

/// <summary>Why a correction is given up.</summary>
public sealed record AbandonmentAsked(string? Reason);
