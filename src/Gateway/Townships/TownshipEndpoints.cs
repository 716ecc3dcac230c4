using Assessment.Gateway.Storage;
using Assessment.ServiceDefaults.Refusals;
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
        townships.MapGet("/", ListAsync).WithSummary("街镇名册");
        townships.MapPost("/", EnterAsync).WithSummary("登记街镇");
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
        TownshipLine wish,
        GatewayDb db,
        CancellationToken cancellation
    )
    {
        if (!Township.IsId(wish.Id))
        {
            throw new TownshipIdIsMalformed();
        }

        if (string.IsNullOrWhiteSpace(wish.Name) || wish.Name.Length > 50)
        {
            throw new TownshipNameIsMissing();
        }

        if (await db.Townships.AnyAsync(township => township.Id == wish.Id, cancellation))
        {
            throw new TownshipIsEnteredAlready(wish.Id);
        }

        db.Townships.Add(new Township { Id = wish.Id, Name = wish.Name.Trim() });
        await db.SaveChangesAsync(cancellation);
        return wish;
    }
}

public sealed record TownshipLine(string Id, string Name);

public sealed class TownshipIdIsMalformed() : Refusal(StatusCodes.Status422UnprocessableEntity);

public sealed class TownshipNameIsMissing() : Refusal(StatusCodes.Status422UnprocessableEntity);

public sealed class TownshipIsEnteredAlready(string id)
    : Refusal(StatusCodes.Status409Conflict, id);

public sealed class TownshipIsUnknown(string id)
    : Refusal(StatusCodes.Status422UnprocessableEntity, id);
