using Assessment.FactSources;
using Assessment.Hotline.Cycles;
using Assessment.Hotline.Storage;
using Assessment.Hotline.Tickets;
using Assessment.Persistence.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Hotline.Rates;

/// <summary>
/// Reports to Scoring each area whose facts are no longer what was last reported. The facts follow from the tickets,
/// the window and the list of areas alone, so the order in which these came does not matter.
/// </summary>
public sealed class RateReports(HotlineDb db, SubjectReports reports)
{
    /// <summary>Looks at what has been saved; the caller has locked the township and saves the reports.</summary>
    public async Task SendChangedAsync(RegisterCopy register, CancellationToken cancellationToken)
    {
        foreach (
            var cycle in await db
                .Cycles.Where(cycle => cycle.Item != null && cycle.CancelledAt == null)
                .ToListAsync(cancellationToken)
        )
        {
            await SendChangedAsync(register, cycle, cancellationToken);
        }
    }

    private async Task SendChangedAsync(
        RegisterCopy register,
        HotlineCycle cycle,
        CancellationToken cancellationToken
    )
    {
        var tickets = (await CountedAsync(db, cycle, cancellationToken)).ToLookup(ticket =>
            ticket.Area
        );
        var known = await reports.OfAsync(cycle.Id, cancellationToken);
        // Before the first ticket nothing is known: no ticket so far is not the same as none in the whole year.
        var begun = known.Count > 0 || await HasTicketsAsync(cycle, cancellationToken);
        var areas = begun ? register.Areas(cycle.Id).Select(area => area.Id).ToHashSet() : [];
        areas.UnionWith(tickets.Select(area => area.Key));
        areas.UnionWith(known.Keys);
        foreach (var area in areas.Order(StringComparer.Ordinal))
        {
            reports.Report(
                known.GetValueOrDefault(area) ?? reports.Begin(cycle.Id, area),
                AreaRates.Facts(cycle.Item!, cycle.TicketsItem, [.. tickets[area]])
            );
        }
    }

    private Task<bool> HasTicketsAsync(HotlineCycle cycle, CancellationToken cancellationToken)
    {
        var (begin, end, sources) = (cycle.Begin, cycle.End, cycle.Sources);
        return db.Tickets.AnyAsync(
            ticket =>
                ticket.ReceivedAt >= begin
                && ticket.ReceivedAt < end
                && sources.Contains(ticket.Source),
            cancellationToken
        );
    }

    /// <summary>The countable tickets of the cycle, of all areas.</summary>
    internal static Task<List<CountedTicket>> CountedAsync(
        HotlineDb db,
        HotlineCycle cycle,
        CancellationToken cancellationToken
    ) =>
        db
            .Tickets.Where(TicketStates.Is(TicketState.Countable, cycle))
            .Select(ticket => new CountedTicket(
                ticket.Number,
                ticket.Area!,
                ticket.DueAt,
                ticket.FinishedAt,
                ticket.Solved,
                ticket.Satisfaction
            ))
            .ToListAsync(cancellationToken);
}
