using System.Security.Claims;
using Assessment.Audit;
using Assessment.Scoring.Procedures.Acts;
using Assessment.Scoring.Procedures.Steps;
using Assessment.Scoring.Procedures.Views;
using Assessment.Scoring.Storage;
using Assessment.ServiceDefaults.Auditing;
using Assessment.ServiceDefaults.SignIn;

namespace Assessment.Scoring.Procedures.Proposals;

/// <summary>The proposals of a step; who is not named keeps the calculated grade.</summary>
public sealed record ProposalsAsked(bool Confirm, IReadOnlyList<Proposal> Proposals);

/// <summary>What is sent back to be proposed anew.</summary>
/// <param name="Area">Whose; null where one body proposes.</param>
public sealed record ReturnAsked(string? Area, string? Reason);

/// <summary>拟定等次、审核和调整</summary>
public static class ProposalEndpoints
{
    public static void MapProposals(this IEndpointRouteBuilder procedure)
    {
        procedure
            .MapPost("/proposals", HandInAsync)
            .WithName("HandInProposals")
            .Records(AuditActions.ProposalsHandedIn)
            .WithSummary("提交等次建议；与计算结果不同的须写明理由")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .RequireTownshipRoles(Roles.TownshipAdministrator, Roles.Area);
        procedure
            .MapPost("/proposals/accept", AcceptAsync)
            .WithName("AcceptProposals")
            .Records(AuditActions.ProposalsAccepted)
            .WithSummary("审核同意各居民区提出的等次建议")
            .ProducesProblem(StatusCodes.Status409Conflict)
            .RequireTownshipRoles(Roles.TownshipAdministrator);
        procedure
            .MapPost("/proposals/return", ReturnAsync)
            .WithName("ReturnProposals")
            .Records(AuditActions.ProposalsReturned)
            .WithSummary("退回等次建议，须写明理由")
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .RequireTownshipRoles(Roles.TownshipAdministrator);
        procedure
            .MapPost("/proposals/change", ChangeAsync)
            .WithName("ChangeProposals")
            .Records(AuditActions.ProposalsChanged)
            .WithSummary("决定前调整拟定等次；调整后应当公示的，须重新公示期满")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .RequireTownshipRoles(Roles.TownshipAdministrator);
    }

    private static async Task<ProcedureView> HandInAsync(
        Guid id,
        ProposalsAsked asked,
        Acting acting,
        Standings standings,
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
                var due = at.State.On(at.Today).Due;
                var isPerArea = due is not null && at.Scheme.IsPerArea(due);
                // Of several duties, the one whose step it is.
                var area =
                    !isPerArea && caller.IsInRole(Roles.TownshipAdministrator)
                        ? null
                        : caller.Area();
                var handed = at.State.HandIn(
                    at.Today,
                    isPerArea,
                    area,
                    asked.Proposals,
                    (await standings.StandingAsync(at, cancellationToken)).Standings
                );
                var evaluated = await standings.WithAsync(at, handed.Proposals, cancellationToken);
                ProposalQuotas.MustHold(evaluated, area);
                return new ActDone(
                    handed,
                    AuditActions.ProposalsHandedIn,
                    new
                    {
                        handed.Step,
                        handed.Area,
                        Departing = handed.Proposals.Select(one => new
                        {
                            one.Subject,
                            one.Grade,
                            one.Tier,
                        }),
                    }
                );
            },
            cancellationToken
        );
    }

    private static Task<ProcedureView> AcceptAsync(
        Guid id,
        Acting acting,
        Standings standings,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    ) =>
        acting.OnAsync(
            id,
            caller,
            async at =>
            {
                var evaluated = await standings.StandingAsync(at, cancellationToken);
                var accepted = at.State.Accept(at.Today, ProposingAreas.Of(at, evaluated));
                return new ActDone(accepted, AuditActions.ProposalsAccepted, new { accepted.Step });
            },
            cancellationToken
        );

    private static Task<ProcedureView> ReturnAsync(
        Guid id,
        ReturnAsked asked,
        Acting acting,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    ) =>
        acting.OnAsync(
            id,
            caller,
            at =>
            {
                var returned = at.State.Return(at.Today, asked.Area, asked.Reason);
                return new ActDone(
                    returned,
                    AuditActions.ProposalsReturned,
                    new { returned.Step, returned.Area },
                    returned.Reason
                );
            },
            cancellationToken
        );

    private static async Task<ProcedureView> ChangeAsync(
        Guid id,
        ProposalsAsked asked,
        Acting acting,
        Standings standings,
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
                var evaluated = await standings.WithAsync(at, asked.Proposals, cancellationToken);
                var changed = at.State.Change(at.Today, asked.Proposals, evaluated.Standings);
                ProposalQuotas.MustHold(evaluated, area: null);
                return new ActDone(
                    changed,
                    AuditActions.ProposalsChanged,
                    new
                    {
                        changed.BackTo,
                        Changed = changed.Proposals.Select(one => new
                        {
                            one.Subject,
                            one.Grade,
                            one.Tier,
                        }),
                    }
                );
            },
            cancellationToken
        );
    }
}
