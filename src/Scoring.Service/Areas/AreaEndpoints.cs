using Assessment.Scoring.Registers;
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
                async (
                    RegisterReading registers,
                    Guid? cycle,
                    CancellationToken cancellationToken
                ) =>
                    (
                        await registers.AreasAsync(
                            new RegisterScope(cycle ?? Guid.Empty),
                            cancellationToken
                        )
                    ).ConvertAll(area => new AreaView(
                        area.Id,
                        area.Name,
                        area.Category,
                        area.Households,
                        area.PartyMembers
                    ))
            )
            .WithName("ListAreas")
            .WithTags("areas")
            .WithSummary("居民区名单：街镇现行名册，或所写考核周期的")
            .RequireTownshipRoles(
                Roles.TownshipAdministrator,
                Roles.Leader,
                Roles.DepartmentScorer,
                Roles.FinancePreparer,
                Roles.FinanceApprover,
                Roles.Area
            );
}
