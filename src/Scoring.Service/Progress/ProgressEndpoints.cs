using Assessment.ServiceDefaults.SignIn;

namespace Assessment.Scoring.Progress;

public static class ProgressEndpoints
{
    public static void MapProgress(this IEndpointRouteBuilder app) =>
        app.MapGet(
                "/api/scoring/cycles/{id:guid}",
                (Guid id, ProgressReading reading, CancellationToken cancellationToken) =>
                    reading.OfAsync(id, cancellationToken)
            )
            .WithName("GetCycle")
            .WithTags("cycles")
            .WithSummary("考核周期的进度：各来源、各科室已到和未到的数据")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .RequireTownshipRoles(
                Roles.TownshipAdministrator,
                Roles.Leader,
                Roles.DepartmentScorer,
                Roles.FinancePreparer,
                Roles.FinanceApprover
            );
}
