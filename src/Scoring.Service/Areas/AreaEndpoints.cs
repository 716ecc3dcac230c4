using Assessment.ServiceDefaults.SignIn;

namespace Assessment.Scoring.Areas;

/// <summary>An area as lists show it.</summary>
public sealed record AreaView(
    string Id,
    string Name,
    string? Category,
    int Households,
    int PartyMembers
);

public static class AreaEndpoints
{
    public static void MapAreas(this IEndpointRouteBuilder app) =>
        app.MapGet(
                "/api/scoring/areas",
                async (Registers registers, CancellationToken cancellationToken) =>
                    (await registers.AreasAsync(cancellationToken)).ConvertAll(area => new AreaView(
                        area.Id,
                        area.Name,
                        area.Category,
                        area.Households,
                        area.PartyMembers
                    ))
            )
            .WithName("ListAreas")
            .WithTags("areas")
            .WithSummary("居民区名单")
            .RequireTownshipRoles(
                Roles.TownshipAdministrator,
                Roles.Leader,
                Roles.DepartmentScorer,
                Roles.FinancePreparer,
                Roles.FinanceApprover,
                Roles.Area
            );
}
