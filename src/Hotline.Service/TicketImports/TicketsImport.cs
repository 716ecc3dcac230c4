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
    public const string HeldByAFinalResult = "cycleFinal";

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
        var rows = await run.ReadRowsAsync(
            row => (Row: row, Said: TicketRow.Read(row)),
            cancellationToken
        );
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

        if (!cycle.TakesTickets)
        {
            throw new CycleIsFinal();
        }

        var tickets = await FindAsync(rows.ConvertAll(row => row.Said), cancellationToken);
        var areas = new AreaNames(register.AllAreas());
        var final = await FinalTickets.OfAsync(db, cancellationToken);
        var taken = new List<Ticket>(rows.Count);
        foreach (var (row, said) in rows)
        {
            if (Take(said, tickets, areas, final) is { } ticket)
            {
                taken.Add(ticket);
            }
            else
            {
                run.Refuse(
                    row,
                    TicketColumns.Number,
                    HeldByAFinalResult,
                    "该工单所在周期的考核结果已生效，工单不再更改；确需更改的，须经更正程序。"
                );
            }
        }

        Report(run, taken, cycle);
        await db.SaveChangesAsync(cancellationToken);
        await reports.SendChangedAsync(register, cancellationToken);
    }

    /// <returns>The ticket as the row says it is; null where a final result holds it, or would hold it then, and it would change.</returns>
    private Ticket? Take(
        TicketRow said,
        Dictionary<string, Ticket> tickets,
        AreaNames areas,
        FinalTickets final
    )
    {
        var known = tickets.GetValueOrDefault(said.Number);
        if (final.Hold(said.ReceivedAt, said.Source) || (known is not null && final.Hold(known)))
        {
            return known is not null && IsTold(said, known) ? known : null;
        }

        var ticket = known ?? Begin(said.Number, tickets);
        if (said.ApplyTo(ticket) || ticket.Area is null)
        {
            Attributor.ByWhatTheFileSays(ticket, areas);
        }

        return ticket;
    }

    private Ticket Begin(string number, Dictionary<string, Ticket> tickets)
    {
        var ticket = new Ticket { Number = number };
        tickets.Add(number, ticket);
        db.Tickets.Add(ticket);
        return ticket;
    }

    /// <summary>Whether the ticket is what the row says already.</summary>
    private bool IsTold(TicketRow said, Ticket ticket)
    {
        var values = db.Entry(ticket).CurrentValues;
        var told = (Ticket)values.ToObject();
        said.ApplyTo(told);
        var after = values.Clone();
        after.SetValues(told);
        return values.Properties.All(property => Equals(values[property], after[property]));
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

    /// <summary>The tickets of the file by what they are to the cycle now, and by what the file does to them; together they are the distinct ones.</summary>
    /// <param name="taken">One for each row that was taken.</param>
    private void Report(ImportRun run, List<Ticket> taken, HotlineCycle cycle)
    {
        var tickets = taken.Distinct().ToList();
        var states = tickets.CountBy(ticket => TicketStates.Of(ticket, cycle)).ToDictionary();
        run.Count("accepted", taken.Count);
        run.Count("distinct", tickets.Count);
        run.Count("countable", states.GetValueOrDefault(TicketState.Countable));
        run.Count("excluded", states.GetValueOrDefault(TicketState.Excluded));
        run.Count("unattributed", states.GetValueOrDefault(TicketState.Unattributed));
        run.Count("outsideWindow", states.GetValueOrDefault(TicketState.OutsideWindow));
        var changes = tickets.CountBy(ticket => db.Entry(ticket).State).ToDictionary();
        run.Count("added", changes.GetValueOrDefault(EntityState.Added));
        run.Count("updated", changes.GetValueOrDefault(EntityState.Modified));
        run.Count("unchanged", changes.GetValueOrDefault(EntityState.Unchanged));
    }
}
