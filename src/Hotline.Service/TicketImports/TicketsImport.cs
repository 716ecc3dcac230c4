using Assessment.FactSources;
using Assessment.Hotline.Attribution;
using Assessment.Hotline.Cycles;
using Assessment.Hotline.Rates;
using Assessment.Hotline.Storage;
using Assessment.Hotline.Tickets;
using Assessment.Imports;
using Assessment.Imports.Templates;
using Assessment.Persistence.Storage;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Hotline.TicketImports;

/// <summary>工单导入. A number seen again is the same ticket: the later row, and the later file, update it.</summary>
public sealed class TicketsImport(HotlineDb db, RateReports reports) : IImport
{
    public const string KindName = "tickets";

    /// <summary>How many numbers are looked up at a time; SQL Server allows 2,100 parameters.</summary>
    private const int LookUpSize = 1000;

    public string Kind => KindName;

    public string Title => "热线与信访工单";

    public string About => "12345、信访、舆情工单。编号相同的是同一工单，以后导入的为准。";

    public bool ForCycle => true;

    public IReadOnlyList<ImportColumn> Columns => TicketRow.Columns;

    public Task<string?> CycleTitleAsync(Guid cycle, CancellationToken cancellationToken) =>
        db
            .Cycles.Where(known => known.Id == cycle)
            .Select(known => known.Title)
            .SingleOrDefaultAsync(cancellationToken);

    public async Task<TemplateChoices> ChoicesAsync(
        TemplateRequest request,
        CancellationToken cancellationToken
    )
    {
        var register = await db
            .RegisterCopies.AsNoTracking()
            .SingleOrDefaultAsync(cancellationToken);
        return new TemplateChoices(
            new Dictionary<string, AllowedList>
            {
                // Another place's name leaves the ticket to be attributed.
                [TicketColumns.Area] = AllowedList.Of(
                    (register?.AllAreas() ?? []).Select(area => area.Name).Distinct()
                ) with
                {
                    IsComplete = false,
                },
            }
        );
    }

    public async Task RunAsync(ImportRun run, CancellationToken cancellationToken)
    {
        var rows = await run.ReadRowsAsync(TicketRow.Read, cancellationToken);
        // Only now: reading needs no lock, and others need not wait for it.
        var register = await db.LockTownshipAsync<RegisterCopy>(cancellationToken);
        var cycle =
            await db.Cycles.SingleOrDefaultAsync(
                cycle => cycle.Id == run.Job.Cycle,
                cancellationToken
            ) ?? throw new CycleMustBeOpenedFirst();
        if (cycle.CancelledAt is not null)
        {
            throw new CycleMustNotBeCancelled();
        }

        if (cycle.Item is null)
        {
            throw new SchemeCountsNoTickets();
        }

        var tickets = await FindAsync(rows, cancellationToken);
        var areas = new AreaNames(register.AllAreas());
        var known = tickets.Count;
        foreach (var row in rows)
        {
            if (!tickets.TryGetValue(row.Number, out var ticket))
            {
                ticket = new Ticket { Number = row.Number };
                tickets.Add(row.Number, ticket);
                db.Tickets.Add(ticket);
            }

            if (row.ApplyTo(ticket) || ticket.Area is null)
            {
                Attributor.ByWhatTheFileSays(ticket, areas);
            }
        }

        Report(run, rows.Count, tickets.Values, cycle);
        CountChanges(run, tickets.Count, tickets.Count - known);
        await db.SaveChangesAsync(cancellationToken);
        await reports.SendChangedAsync(register, cancellationToken);
    }

    /// <summary>The tickets of the file by what it does to them.</summary>
    private void CountChanges(ImportRun run, int tickets, int added)
    {
        var updated = db
            .ChangeTracker.Entries<Ticket>()
            .Count(entry => entry.State == EntityState.Modified);
        run.Count("added", added);
        run.Count("updated", updated);
        run.Count("unchanged", tickets - added - updated);
    }

    private async Task<Dictionary<string, Ticket>> FindAsync(
        List<TicketRow> rows,
        CancellationToken cancellationToken
    )
    {
        var found = new Dictionary<string, Ticket>();
        foreach (var numbers in rows.Select(row => row.Number).Distinct().Chunk(LookUpSize))
        {
            await foreach (
                var ticket in db
                    .Tickets.Where(ticket => numbers.Contains(ticket.Number))
                    .AsAsyncEnumerable()
                    .WithCancellation(cancellationToken)
            )
            {
                found.Add(ticket.Number, ticket);
            }
        }

        return found;
    }

    /// <summary>The tickets of the file by what they are to the cycle now; together they are the distinct ones.</summary>
    private static void Report(
        ImportRun run,
        int accepted,
        Dictionary<string, Ticket>.ValueCollection tickets,
        HotlineCycle cycle
    )
    {
        var states = tickets.CountBy(ticket => TicketStates.Of(ticket, cycle)).ToDictionary();
        run.Count("accepted", accepted);
        run.Count("distinct", tickets.Count);
        run.Count("countable", states.GetValueOrDefault(TicketState.Countable));
        run.Count("excluded", states.GetValueOrDefault(TicketState.Excluded));
        run.Count("unattributed", states.GetValueOrDefault(TicketState.Unattributed));
        run.Count("outsideWindow", states.GetValueOrDefault(TicketState.OutsideWindow));
    }
}
