using Assessment.Hotline.Attribution;
using Assessment.Hotline.ExclusionReview;
using Assessment.Hotline.Storage;
using Assessment.ServiceDefaults.DomainExceptions;
using Assessment.ServiceDefaults.Edits;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Hotline.Tickets;

/// <summary>A ticket with what people decided about it, oldest first.</summary>
internal sealed record DecidedTicket(
    Ticket Ticket,
    IReadOnlyList<AttributionStep> Attributions,
    IReadOnlyList<ExclusionStep> Exclusions
)
{
    /// <summary>
    /// The version that a decision is made from: a digest of what the ticket says and of the steps that were taken, so
    /// that a file which changes the ticket makes another version as well.
    /// </summary>
    public string Tag =>
        EntityTags.OfContent(
            new
            {
                Ticket = TicketView.Of(Ticket, withTexts: true),
                Attributions = Attributions.Select(step => step.Id),
                Exclusions = Exclusions.Select(step => step.Id),
            }
        );

    public TicketWithHistory View(bool withTexts) =>
        new(
            TicketView.Of(Ticket, withTexts),
            [.. Attributions.Select(AttributionStepView.Of)],
            [.. Exclusions.Select(step => ExclusionStepView.Of(step, withTexts))]
        );

    /// <param name="ifMatch">The version that the decision was made from, as the request's header has it.</param>
    /// <param name="isDone">Whether what is asked for has been decided already.</param>
    /// <exception cref="EditMustNameItsVersion">The header is absent.</exception>
    /// <exception cref="SomebodyElseWasFaster">It names another version.</exception>
    public void MustMatch(string? ifMatch, bool isDone = false) =>
        EntityTags.MustMatch(ifMatch, Tag, View(withTexts: true), isDone);

    /// <param name="tickets">Those that may be seen.</param>
    /// <exception cref="NothingIsThere">None of them has the number.</exception>
    public static async Task<DecidedTicket> FindAsync(
        HotlineDb db,
        IQueryable<Ticket> tickets,
        string number,
        CancellationToken cancellationToken
    ) =>
        new(
            await tickets.SingleOrDefaultAsync(ticket => ticket.Number == number, cancellationToken)
                ?? throw new NothingIsThere(),
            await db
                .AttributionSteps.AsNoTracking()
                .Where(step => step.Number == number)
                .OrderBy(step => step.At)
                .ThenBy(step => step.Id)
                .ToListAsync(cancellationToken),
            await db
                .ExclusionSteps.AsNoTracking()
                .Where(step => step.Number == number)
                .OrderBy(step => step.At)
                .ThenBy(step => step.Id)
                .ToListAsync(cancellationToken)
        );
}
