using System.Text.Json;
using Assessment.Contracts;
using Assessment.Hotline.Cycles;
using Assessment.Hotline.Storage;
using Assessment.Hotline.Tickets;
using Assessment.Hotline.Townships;
using Assessment.ServiceDefaults.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Hotline.Rates;

/// <summary>
/// Reports to Scoring each area whose facts are no longer what was last reported. The facts follow from the tickets,
/// the window and the list of areas alone, so the order in which these came does not matter.
/// </summary>
public sealed class RateReports(HotlineDb db, TimeProvider time)
{
    public const string Source = "hotline";

    /// <summary>Looks at what has been saved; the caller has the turn and saves the reports.</summary>
    public async Task SendChangedAsync(
        HotlineTownship township,
        CancellationToken cancellationToken
    )
    {
        foreach (
            var cycle in await db
                .Cycles.Where(cycle => cycle.Item != null)
                .ToListAsync(cancellationToken)
        )
        {
            await SendChangedAsync(township, cycle, cancellationToken);
        }
    }

    private async Task SendChangedAsync(
        HotlineTownship township,
        HotlineCycle cycle,
        CancellationToken cancellationToken
    )
    {
        var tickets = (await CountedAsync(db, cycle, cancellationToken)).ToLookup(ticket =>
            ticket.Area
        );
        var reports = await db
            .AreaReports.Where(report => report.Cycle == cycle.Id)
            .ToDictionaryAsync(report => report.Area, cancellationToken);
        // Before the first ticket nothing is known: no ticket so far is not the same as none in the whole year.
        var begun = reports.Count > 0 || await HasTicketsAsync(cycle, cancellationToken);
        var areas = begun ? township.Areas().Select(area => area.Id).ToHashSet() : [];
        areas.UnionWith(tickets.Select(area => area.Key));
        areas.UnionWith(reports.Keys);
        foreach (var area in areas.Order(StringComparer.Ordinal))
        {
            var facts = AreaRates.Facts(cycle.Item!, [.. tickets[area]]);
            var json = JsonSerializer.Serialize(facts);
            if (!reports.TryGetValue(area, out var report))
            {
                report = new AreaReport { Cycle = cycle.Id, Area = area };
                db.AreaReports.Add(report);
            }

            if (report.FactsJson == json)
            {
                continue;
            }

            report.FactsJson = json;
            report.Version++;
            db.Send(
                new FactsReported(
                    township.Township,
                    cycle.Id,
                    Source,
                    area,
                    report.Version,
                    time.GetUtcNow(),
                    facts
                )
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
