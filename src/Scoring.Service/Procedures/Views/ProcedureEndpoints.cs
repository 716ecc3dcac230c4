using System.Security.Claims;
using Assessment.Engine.Language;
using Assessment.Scoring.Cycles;
using Assessment.Scoring.Results;
using Assessment.ServiceDefaults.SignIn;

namespace Assessment.Scoring.Procedures.Views;

/// <summary>程序: where a cycle stands, and who stands where.</summary>
public static class ProcedureEndpoints
{
    public static void MapProcedureViews(this IEndpointRouteBuilder procedure)
    {
        procedure
            .MapGet("/", GetAsync)
            .WithName("GetProcedure")
            .WithSummary("办理程序：各步骤、条款依据、进度和公示起止日期")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .RequireTownshipRoles(
                Roles.TownshipAdministrator,
                Roles.Leader,
                Roles.DepartmentScorer,
                Roles.FinancePreparer,
                Roles.FinanceApprover,
                Roles.Area
            );
        procedure
            .MapGet("/standings", GetStandingsAsync)
            .WithName("GetStandings")
            .WithSummary(
                "计算、拟定和决定的等次对照，附名额；居民区账号只见由本居民区提出初步意见的人员"
            )
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .RequireTownshipRoles(Roles.TownshipAdministrator, Roles.Leader, Roles.Area);
    }

    private static async Task<ProcedureView> GetAsync(
        Guid id,
        ResultStore results,
        ProcedureStore procedures,
        CancellationToken cancellationToken
    ) =>
        ProcedureView.Of(
            await procedures.OfAsync(
                await results.CycleAsync(id, cancellationToken),
                cancellationToken
            )
        );

    private static async Task<StandingsView> GetStandingsAsync(
        Guid id,
        ResultStore results,
        ProcedureStore procedures,
        Standings standings,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    )
    {
        var at = await procedures.OfAsync(
            await results.CycleAsync(id, cancellationToken),
            cancellationToken
        );
        var seesAll = caller.IsInAnyRole(Roles.TownshipAdministrator, Roles.Leader);
        if (!seesAll)
        {
            at.Cycle.State.MustNotBeCancelled();
        }

        var view = StandingsView.Of(at, await standings.StandingAsync(at, cancellationToken));
        return seesAll ? view : view.OnlyFor(caller.Area(), KindsThatAreasPropose(at));
    }

    private static IReadOnlyList<string> KindsThatAreasPropose(CycleInProcedure at) =>
        at.State.On(at.Today).Due is { Kind: ProcedureStepKind.Propose } due
        && at.Scheme.IsPerArea(due)
            ? due.Of
            : [];
}
