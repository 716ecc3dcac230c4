using System.Security.Claims;
using Assessment.Hotline.Storage;
using Assessment.ServiceDefaults.DomainExceptions;
using Assessment.ServiceDefaults.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Hotline.Tickets;

/// <summary>The township's tickets; an area's account sees its own, without the texts.</summary>
internal static class TicketEndpoints
{
    private const int DefaultPageSize = 50;
    private const int MaximumPageSize = 500;
    private const int LastPage = 1_000_000;

    public static RouteGroupBuilder MapTickets(this IEndpointRouteBuilder app)
    {
        var hotline = app.MapGroup("/api/hotline").WithTags("hotline");
        hotline
            .MapGet("/tickets", ListAsync)
            .WithName("ListTickets")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .RequireTownshipRoles(Roles.TownshipAdministrator, Roles.Area);
        hotline
            .MapGet("/tickets/{number}", GetAsync)
            .WithName("GetTicket")
            .WithSummary("一件工单及其归属、剔除经过，版本在 ETag 中")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .RequireTownshipRoles(Roles.TownshipAdministrator, Roles.Area);
        return hotline;
    }

    /// <param name="state">countable, excluded, unattributed or outsideWindow; without it, all that came in the window.</param>
    /// <param name="review">Whether only those are asked for whose exclusion is proposed and not decided yet.</param>
    private static async Task<Ok<TicketPage>> ListAsync(
        Guid cycle,
        HotlineDb db,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken,
        string? area = null,
        string? state = null,
        bool review = false,
        int page = 1,
        int pageSize = DefaultPageSize
    )
    {
        var window =
            await db.Cycles.SingleOrDefaultAsync(known => known.Id == cycle, cancellationToken)
            ?? throw new NothingIsThere();
        var (begin, end) = (window.Begin, window.End);
        var tickets = VisibleTo(caller, db.Tickets.AsNoTracking());
        tickets = state is not null
            ? tickets.Where(TicketStates.Is(TicketStates.Named(state), window))
            : tickets.Where(ticket => ticket.ReceivedAt >= begin && ticket.ReceivedAt < end);
        tickets = review ? tickets.Where(TicketStates.IsInReview(window)) : tickets;
        tickets = area is null ? tickets : tickets.Where(ticket => ticket.Area == area);
        page = Math.Clamp(page, 1, LastPage);
        pageSize = Math.Clamp(pageSize, 1, MaximumPageSize);
        var items = await tickets
            .OrderBy(ticket => ticket.Number)
            .Skip((page - 1) * pageSize)
            .Take(pageSize)
            .ToListAsync(cancellationToken);
        return TypedResults.Ok(
            new TicketPage(
                await tickets.CountAsync(cancellationToken),
                page,
                pageSize,
                items.ConvertAll(ticket => TicketView.Of(ticket, SeesTexts(caller)))
            )
        );
    }

    private static async Task<Ok<TicketWithHistory>> GetAsync(
        string number,
        HttpResponse response,
        HotlineDb db,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    )
    {
        var ticket = await DecidedTicket.FindAsync(
            db,
            VisibleTo(caller, db.Tickets.AsNoTracking()),
            number,
            cancellationToken
        );
        response.Headers.ETag = ticket.Tag;
        return TypedResults.Ok(ticket.View(SeesTexts(caller)));
    }

    private static bool SeesTexts(ClaimsPrincipal caller) =>
        caller.IsInRole(Roles.TownshipAdministrator);

    private static IQueryable<Ticket> VisibleTo(ClaimsPrincipal caller, IQueryable<Ticket> tickets)
    {
        if (caller.IsInRole(Roles.TownshipAdministrator))
        {
            return tickets;
        }

        var own = caller.Area();
        return tickets.Where(ticket => ticket.Area == own && own != null);
    }
}
