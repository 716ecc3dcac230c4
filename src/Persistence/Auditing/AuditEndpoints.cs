using System.Security.Claims;
using System.Text;
using Assessment.Audit;
using Assessment.ServiceDefaults;
using Assessment.ServiceDefaults.Auditing;
using Assessment.ServiceDefaults.SignIn;
using Assessment.ServiceDefaults.Townships;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Persistence.Auditing;

/// <summary>审计: the log of the caller's township in one service, and its export; the same in every process with a database.</summary>
public static class AuditEndpoints
{
    private const string LinesType = "application/x-ndjson";

    /// <param name="service">The service's part of the address, for example <c>survey</c>.</param>
    public static void MapAudit(this IEndpointRouteBuilder app, string service) =>
        app.MapGroup($"/api/{service}/audit")
            .RequireTownshipRoles(Roles.TownshipAdministrator, Roles.Leader)
            .MapLog();

    /// <summary>The same where the district has a chain too, of what belongs to no township.</summary>
    public static void MapAuditWithDistrict(this IEndpointRouteBuilder app, string service) =>
        app.MapGroup($"/api/{service}/audit")
            .RequireRoles(Roles.District, Roles.TownshipAdministrator, Roles.Leader)
            .MapLog();

    /// <summary>For those who look after the platform: numbers and places, and nothing of what was recorded.</summary>
    /// <param name="ops">The group that says who may call it.</param>
    public static void MapAuditCheck(this IEndpointRouteBuilder ops) =>
        ops.MapGet("/audit", VerifyAsync)
            .WithName("VerifyAudit")
            .WithSummary("核对各街镇审计记录的校验链");

    private static void MapLog(this RouteGroupBuilder audit)
    {
        audit.WithTags("审计");
        audit.MapGet("/", ListAsync).WithName("ListAuditEntries").WithSummary("审计记录，新的在前");
        audit
            .MapGet("/export", ExportAsync)
            .WithName("ExportAudit")
            .WithSummary("导出本街镇全部审计记录，可用 assess verify-audit 核对")
            .Produces<string>(StatusCodes.Status200OK, LinesType)
            .Records(AuditActions.AuditExported);
    }

    private static async Task<Ok<AuditPage>> ListAsync(
        [AsParameters] AuditFilter filter,
        AuditReading audit,
        TownshipScope scope,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    ) => TypedResults.Ok(await audit.PageAsync(ChainOf(caller, scope), filter, cancellationToken));

    /// <summary>The export records itself first, and so is the last record in it or one of the last.</summary>
    private static async Task<PushStreamHttpResult> ExportAsync(
        AuditReading audit,
        ThisService service,
        TownshipScope scope,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    )
    {
        var township = ChainOf(caller, scope);
        await audit.RecordAsync(
            new AuditedChange(AuditActions.AuditExported, $"audit:{service.Name}"),
            township,
            cancellationToken
        );
        var header = await audit.HeaderAsync(township, cancellationToken);
        return TypedResults.Stream(
            body => WriteAsync(body, audit, header, cancellationToken),
            LinesType,
            $"audit-{service.Name}.ndjson"
        );
    }

    private static async Task WriteAsync(
        Stream body,
        AuditReading audit,
        AuditHeader header,
        CancellationToken cancellationToken
    )
    {
        await using var lines = new StreamWriter(body, new UTF8Encoding(false), leaveOpen: true)
        {
            NewLine = "\n",
        };
        await lines.WriteLineAsync(AuditLine.Of(header).AsMemory(), cancellationToken);
        await foreach (var record in audit.RecordsAsync(header, cancellationToken))
        {
            await lines.WriteLineAsync(AuditLine.Of(record).AsMemory(), cancellationToken);
        }
    }

    private static async Task<Ok<IReadOnlyList<ChainState>>> VerifyAsync(
        AuditReading audit,
        TownshipScope township,
        CancellationToken cancellationToken
    )
    {
        township.EnterCrossTownship();
        return TypedResults.Ok(await audit.VerifyAsync(cancellationToken));
    }

    private static string ChainOf(ClaimsPrincipal caller, TownshipScope scope)
    {
        if (caller.FindFirstValue(CallerClaims.Township) is { } township)
        {
            return township;
        }

        scope.EnterDeployment();
        return TownshipScope.Deployment;
    }
}
