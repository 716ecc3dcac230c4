using System.Linq.Expressions;
using Assessment.Hotline.Cycles;
using Assessment.ServiceDefaults.DomainExceptions;

namespace Assessment.Hotline.Tickets;

/// <summary>What a ticket is to a cycle; each ticket is exactly one of these.</summary>
public enum TicketState
{
    /// <summary>计入</summary>
    Countable,

    /// <summary>剔除: the exclusion is agreed.</summary>
    Excluded,

    /// <summary>待归属: waits for a person to say to which area it belongs.</summary>
    Unattributed,

    /// <summary>Received outside the window, or from a source that the scheme does not count.</summary>
    OutsideWindow,
}

public static class TicketStates
{
    public static TicketState Of(Ticket ticket, HotlineCycle cycle) =>
        ticket switch
        {
            _ when !cycle.Covers(ticket) => TicketState.OutsideWindow,
            { Exclusion: Exclusion.Agreed } => TicketState.Excluded,
            { Area: null } => TicketState.Unattributed,
            _ => TicketState.Countable,
        };

    /// <summary>The state by its name in addresses, for example <c>outsideWindow</c>.</summary>
    /// <exception cref="TicketStateIsUnknown">No state has this name.</exception>
    public static TicketState Named(string name) =>
        Enum.GetValues<TicketState>()
            .Cast<TicketState?>()
            .FirstOrDefault(state =>
                string.Equals($"{state}", name, StringComparison.OrdinalIgnoreCase)
            )
        ?? throw new TicketStateIsUnknown(name);

    /// <summary>The same as <see cref="Of"/>, for the database.</summary>
    public static Expression<Func<Ticket, bool>> Is(TicketState state, HotlineCycle cycle)
    {
        var (begin, end, sources) = (cycle.Begin, cycle.End, cycle.Sources);
        return state switch
        {
            TicketState.OutsideWindow => ticket =>
                ticket.ReceivedAt < begin
                || ticket.ReceivedAt >= end
                || !sources.Contains(ticket.Source),
            TicketState.Excluded => ticket =>
                ticket.ReceivedAt >= begin
                && ticket.ReceivedAt < end
                && sources.Contains(ticket.Source)
                && ticket.Exclusion == Exclusion.Agreed,
            TicketState.Unattributed => ticket =>
                ticket.ReceivedAt >= begin
                && ticket.ReceivedAt < end
                && sources.Contains(ticket.Source)
                && ticket.Exclusion != Exclusion.Agreed
                && ticket.Area == null,
            _ => ticket =>
                ticket.ReceivedAt >= begin
                && ticket.ReceivedAt < end
                && sources.Contains(ticket.Source)
                && ticket.Exclusion != Exclusion.Agreed
                && ticket.Area != null,
        };
    }

    /// <summary>待审核: whether an exclusion is proposed of a ticket that the cycle covers, for the database. Until it is agreed the ticket counts.</summary>
    public static Expression<Func<Ticket, bool>> IsInReview(HotlineCycle cycle)
    {
        var (begin, end, sources) = (cycle.Begin, cycle.End, cycle.Sources);
        return ticket =>
            ticket.ReceivedAt >= begin
            && ticket.ReceivedAt < end
            && sources.Contains(ticket.Source)
            && ticket.Exclusion == Exclusion.Proposed;
    }
}

public sealed class TicketStateIsUnknown(string state)
    : DomainException(StatusCodes.Status400BadRequest, state);
