using System.Security.Claims;
using Assessment.ServiceDefaults.SignIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Assessment.ServiceDefaults.Work;

/// <summary>待办: what waits for the caller in one service; the same in each.</summary>
public static class WorkEndpoint
{
    /// <summary>Adds a source to the service's work list.</summary>
    public static IServiceCollection AddWork<TSource>(this IServiceCollection services)
        where TSource : class, IWorkSource => services.AddScoped<IWorkSource, TSource>();

    /// <param name="service">The service's part of the address, for example <c>survey</c>.</param>
    public static void MapWork(this IEndpointRouteBuilder app, string service) =>
        app.MapGet($"/api/{service}/work", ListAsync)
            .WithName("ListWork")
            .WithTags("work")
            .WithSummary("待办：等候本人办理的事项和期限，办结的自动消失")
            // Which entries are whose, each source says.
            .RequireTownshipRoles(
                Roles.TownshipAdministrator,
                Roles.DepartmentScorer,
                Roles.Leader,
                Roles.Area,
                Roles.Surveyor,
                Roles.FinancePreparer,
                Roles.FinanceApprover
            );

    private static async Task<IReadOnlyList<WorkItem>> ListAsync(
        IEnumerable<IWorkSource> sources,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    )
    {
        var items = new List<WorkItem>();
        // One after the other: they share the request's database context.
        foreach (var source in sources)
        {
            items.AddRange(await source.ForAsync(caller, cancellationToken));
        }

        return InOrder(items);
    }

    /// <summary>What is due first comes first, what has no last day comes last.</summary>
    internal static IReadOnlyList<WorkItem> InOrder(IEnumerable<WorkItem> items) =>
        [
            .. items
                .OrderBy(item => item.Due ?? DateOnly.MaxValue)
                .ThenBy(item => item.Kind, StringComparer.Ordinal)
                .ThenBy(item => item.Link, StringComparer.Ordinal),
        ];
}
