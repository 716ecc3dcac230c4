using Assessment.Audit;
using Assessment.Gateway.Storage;
using Assessment.Persistence.Auditing;
using Assessment.ServiceDefaults.Auditing;
using Assessment.ServiceDefaults.DomainExceptions;
using Assessment.ServiceDefaults.SignIn;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Gateway.Townships;

public static class TownshipEndpoints
{
    public static void MapTownships(this IEndpointRouteBuilder app)
    {
        var townships = app.MapGroup("/api/townships")
            .WithTags("街镇")
            .RequireRoles(Roles.District);
        townships.MapGet("/", ListAsync).WithName("ListTownships").WithSummary("街镇名册");
        townships
            .MapPost("/", EnterAsync)
            .WithName("RegisterTownship")
            .Records(AuditActions.TownshipRegistered)
            .WithSummary("登记街镇");
    }

    private static async Task<List<TownshipLine>> ListAsync(
        GatewayDb db,
        CancellationToken cancellation
    ) =>
        await db
            .Townships.AsNoTracking()
            .OrderBy(township => township.Id)
            .Select(township => new TownshipLine(township.Id, township.Name))
            .ToListAsync(cancellation);

    private static async Task<TownshipLine> EnterAsync(
        TownshipLine request,
        GatewayDb db,
        CancellationToken cancellation
    )
    {
        if (!Township.IsId(request.Id))
        {
            throw new TownshipIdIsMalformed();
        }

        if (string.IsNullOrWhiteSpace(request.Name) || request.Name.Length > 50)
        {
            throw new TownshipNameIsMissing();
        }

        if (await db.Townships.AnyAsync(township => township.Id == request.Id, cancellation))
        {
            throw new TownshipIsEnteredAlready(request.Id);
        }

        db.Townships.Add(new Township { Id = request.Id, Name = request.Name.Trim() });
        db.Record(
            new AuditedChange(
                AuditActions.TownshipRegistered,
                $"township:{request.Id}",
                After: new { Name = request.Name.Trim() }
            ),
            township: ""
        );
        await db.SaveChangesAsync(cancellation);
        return request;
    }
}

public sealed record TownshipLine(string Id, string Name);

public sealed class TownshipIdIsMalformed()
    : DomainException(StatusCodes.Status422UnprocessableEntity);

public sealed class TownshipNameIsMissing()
    : DomainException(StatusCodes.Status422UnprocessableEntity);

public sealed class TownshipIsEnteredAlready(string id)
    : DomainException(StatusCodes.Status409Conflict, id);

public sealed class TownshipIsUnknown(string id)
    : DomainException(StatusCodes.Status422UnprocessableEntity, id);
