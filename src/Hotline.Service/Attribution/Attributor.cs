using Assessment.Hotline.Tickets;

namespace Assessment.Hotline.Attribution;

/// <summary>Gives a ticket its area by what the file says. What a person has said holds against every file.</summary>
public static class Attributor
{
    public static void ByWhatTheFileSays(Ticket ticket, AreaNames areas)
    {
        if (ticket.AttributedBy == AttributedBy.Person)
        {
            return;
        }

        if (areas.ByName(ticket.NamedArea) is { } named)
        {
            (ticket.Area, ticket.AttributedBy) = (named, AttributedBy.File);
        }
        else if (areas.ByAddress(ticket.Address) is { } addressed)
        {
            (ticket.Area, ticket.AttributedBy) = (addressed, AttributedBy.Address);
        }
        else
        {
            (ticket.Area, ticket.AttributedBy) = (null, AttributedBy.Nobody);
        }
    }
}
