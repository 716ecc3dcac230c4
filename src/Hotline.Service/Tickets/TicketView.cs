using Assessment.Hotline.Attribution;
using Assessment.Hotline.ExclusionReview;
using Assessment.ServiceDefaults.Time;

namespace Assessment.Hotline.Tickets;

/// <summary>A ticket as it is shown. Texts are null for everybody but the township's administrator.</summary>
public sealed record TicketView(
    string Number,
    string Source,
    DateTimeOffset ReceivedAt,
    DateTimeOffset DueAt,
    DateTimeOffset? FinishedAt,
    string? Kind,
    string? Title,
    string? Content,
    string? Address,
    string? NamedArea,
    string? Area,
    AttributedBy AttributedBy,
    bool Solved,
    Satisfaction Satisfaction,
    Exclusion Exclusion,
    ExclusionReason? ExclusionReason
)
{
    internal static TicketView Of(Ticket ticket, bool withTexts) =>
        new(
            ticket.Number,
            ticket.Source,
            ChinaTime.Local(ticket.ReceivedAt),
            ChinaTime.Local(ticket.DueAt),
            ticket.FinishedAt is { } finished ? ChinaTime.Local(finished) : null,
            ticket.Kind,
            withTexts ? ticket.Title : null,
            withTexts ? ticket.Content : null,
            withTexts ? ticket.Address : null,
            withTexts ? ticket.NamedArea : null,
            ticket.Area,
            ticket.AttributedBy,
            ticket.Solved,
            ticket.Satisfaction,
            ticket.Exclusion,
            ticket.ExclusionReason
        );
}

/// <summary>A page of tickets in the order of their numbers.</summary>
public sealed record TicketPage(int Total, int Page, int PageSize, IReadOnlyList<TicketView> Items);

/// <summary>A ticket with what people decided about it, oldest first.</summary>
public sealed record TicketWithHistory(
    TicketView Ticket,
    IReadOnlyList<AttributionStepView> Attributions,
    IReadOnlyList<ExclusionStepView> Exclusions
);

public sealed record AttributionStepView(string Area, string By, DateTimeOffset At)
{
    internal static AttributionStepView Of(AttributionStep step) =>
        new(step.Area, step.By, step.At);
}

public sealed record ExclusionStepView(
    Exclusion State,
    ExclusionReason Reason,
    string? Note,
    string By,
    DateTimeOffset At
)
{
    internal static ExclusionStepView Of(ExclusionStep step, bool withTexts) =>
        new(step.State, step.Reason, withTexts ? step.Note : null, step.By, step.At);
}
