using Assessment.Scoring.Storage;
using Assessment.ServiceDefaults.SignIn;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Scoring.Staff;

/// <summary>A staff member as lists show it.</summary>
public sealed record StaffView(
    string Id,
    string Area,
    string Name,
    string Post,
    bool? Presiding,
    bool? OnSite,
    string? Identity,
    int? Months,
    int? LeaveMonths,
    bool? RetiredInYear,
    string? PreviousGrade
);

public static class StaffEndpoints
{
    public static void MapStaff(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/scoring/staff", ListAsync)
            .WithName("ListStaff")
            .WithTags("staff")
            .WithSummary("工作人员名单")
            .RequireTownshipRoles(
                Roles.TownshipAdministrator,
                Roles.Leader,
                Roles.FinancePreparer,
                Roles.FinanceApprover
            );

    private static async Task<List<StaffView>> ListAsync(
        ScoringDb db,
        string? area,
        CancellationToken cancellationToken
    )
    {
        var people = await db
            .Staff.AsNoTracking()
            .Where(person => area == null || person.Area == area)
            .ToListAsync(cancellationToken);
        return
        [
            .. people
                .OrderBy(person => person.Id, StringComparer.Ordinal)
                .Select(person => new StaffView(
                    person.Id,
                    person.Area,
                    person.Name,
                    person.Post,
                    person.Presiding,
                    person.OnSite,
                    person.Identity,
                    person.Months,
                    person.LeaveMonths,
                    person.RetiredInYear,
                    person.PreviousGrade
                )),
        ];
    }
}
