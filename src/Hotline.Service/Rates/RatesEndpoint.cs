using System.Security.Claims;
using Assessment.Contracts;
using Assessment.FactSources;
using Assessment.Hotline.Storage;
using Assessment.Hotline.Tickets;
using Assessment.ServiceDefaults.DomainExceptions;
using Assessment.ServiceDefaults.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Hotline.Rates;

/// <summary>The cycle's rates, with how many tickets do not count and why.</summary>
public sealed record CycleRates(
    Guid Cycle,
    string Title,
    DateOnly? From,
    DateOnly? To,
    IReadOnlyList<string> Sources,
    IReadOnlyList<NamedAreaRates> Areas,
    int Countable,
    int Excluded,
    int Unattributed,
    int OutsideWindow
);

/// <param name="Area">The area's id.</param>
public sealed record NamedAreaRates(string Area, string Name, AreaRates Rates);

internal static class RatesEndpoint
{
    public static RouteGroupBuilder MapRates(this RouteGroupBuilder hotline)
    {
        hotline
            .MapGet("/rates", GetAsync)
            .WithName("GetRates")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .RequireTownshipRoles(Roles.TownshipAdministrator, Roles.Leader, Roles.Area);
        return hotline;
    }

    private static async Task<Ok<CycleRates>> GetAsync(
        Guid cycle,
        HotlineDb db,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    )
    {
        var window =
            await db
                .Cycles.AsNoTracking()
                .SingleOrDefaultAsync(known => known.Id == cycle, cancellationToken)
            ?? throw new NothingIsThere();
        var counts = window.Item is not null;
        var tickets = counts ? await RateReports.CountedAsync(db, window, cancellationToken) : [];
        var register = await db.RegisterCopies.AsNoTracking().SingleAsync(cancellationToken);
        return TypedResults.Ok(
            new CycleRates(
                window.Id,
                window.Title,
                counts ? window.From : null,
                counts ? window.To : null,
                window.Sources,
                [
                    .. ByArea(register.Areas(cycle), tickets)
                        .Where(area => MaySee(caller, area.Area)),
                ],
                tickets.Count,
                counts ? await CountAsync(TicketState.Excluded) : 0,
                counts ? await CountAsync(TicketState.Unattributed) : 0,
                counts ? await CountAsync(TicketState.OutsideWindow) : 0
            )
        );

        Task<int> CountAsync(TicketState state) =>
            db.Tickets.CountAsync(TicketStates.Is(state, window), cancellationToken);
    }

    /// <summary>Areas that are no longer listed are shown as long as tickets count for them.</summary>
    private static IEnumerable<NamedAreaRates> ByArea(
        IReadOnlyList<ListedArea> areas,
        List<CountedTicket> tickets
    )
    {
        var names = areas.ToDictionary(area => area.Id, area => area.Name);
        var byArea = tickets.ToLookup(ticket => ticket.Area);
        return names
            .Keys.Union(byArea.Select(area => area.Key))
            .Order(StringComparer.Ordinal)
            .Select(area => new NamedAreaRates(
                area,
                names.GetValueOrDefault(area, area),
                AreaRates.Of([.. byArea[area]])
            ));
    }

    /// <summary>An area sees its own rates only.</summary>
    private static bool MaySee(ClaimsPrincipal caller, string area) =>
        caller.IsInAnyRole(Roles.TownshipAdministrator, Roles.Leader) || caller.Area() == area;
}
