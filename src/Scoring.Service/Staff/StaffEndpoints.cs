using Assessment.Scoring.Registers;
using Assessment.ServiceDefaults.SignIn;

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
            .WithSummary("工作人员名单：街镇现行名册，或所写考核周期的")
            .RequireTownshipRoles(
                Roles.TownshipAdministrator,
                Roles.Leader,
                Roles.FinancePreparer,
                Roles.FinanceApprover
            );

    private static async Task<List<StaffView>> ListAsync(
        RegisterReading registers,
        Guid? cycle,
        string? area,
        CancellationToken cancellationToken
    )
    {
        var people = await registers.StaffAsync(
            new RegisterScope(cycle ?? Guid.Empty),
            cancellationToken
        );
        return
        [
            .. people
                .Where(person => area == null || person.Area == area)
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
