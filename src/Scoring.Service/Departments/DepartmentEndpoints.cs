using Assessment.Scoring.Registers;
using Assessment.Scoring.Schemes;
using Assessment.ServiceDefaults.SignIn;

namespace Assessment.Scoring.Departments;

/// <summary>A department as lists show it.</summary>
/// <param name="Schemes">Ids of the adopted schemes that ask it to score.</param>
public sealed record DepartmentView(
    string Name,
    string? FullName,
    string? Contact,
    IReadOnlyList<string> Schemes
);

public static class DepartmentEndpoints
{
    public static void MapDepartments(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/scoring/departments", ListAsync)
            .WithName("ListDepartments")
            .WithTags("departments")
            .WithSummary("科室名单")
            .RequireTownshipRoles(Roles.TownshipAdministrator, Roles.DepartmentScorer);

    private static async Task<List<DepartmentView>> ListAsync(
        RegisterReading registers,
        SchemeStore schemes,
        CancellationToken cancellationToken
    )
    {
        var described = (
            await registers.DepartmentsAsync(RegisterScope.Current, cancellationToken)
        ).ToDictionary(department => department.Name, StringComparer.Ordinal);
        var asked = (await schemes.NewestAsync(cancellationToken))
            .SelectMany(scheme =>
                scheme.Collection.Departments.Select(name => (Name: name, Scheme: scheme.Id))
            )
            .ToLookup(pair => pair.Name, pair => pair.Scheme, StringComparer.Ordinal);
        return
        [
            .. asked
                .Select(group => group.Key)
                .Union(described.Keys, StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
                .Select(name => new DepartmentView(
                    name,
                    described.GetValueOrDefault(name)?.FullName,
                    described.GetValueOrDefault(name)?.Contact,
                    [.. asked[name]]
                )),
        ];
    }
}
