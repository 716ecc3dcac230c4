using System.Security.Claims;
using Assessment.Audit;
using Assessment.FactSources;
using Assessment.Hotline.Cycles;
using Assessment.Hotline.Rates;
using Assessment.Hotline.Storage;
using Assessment.Hotline.Tickets;
using Assessment.Persistence.Auditing;
using Assessment.Persistence.Storage;
using Assessment.ServiceDefaults.Auditing;
using Assessment.ServiceDefaults.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Assessment.Hotline.Attribution;

/// <param name="Area">The area's id.</param>
public sealed record AttributionRequest(string Area);

/// <summary>人工归属: a person says to which area a ticket belongs; that holds against every later file.</summary>
internal static class AttributionEndpoint
{
    public static RouteGroupBuilder MapAttribution(this RouteGroupBuilder hotline)
    {
        hotline
            .MapPost("/tickets/{number}/attribution", AttributeAsync)
            .WithName("AttributeTicket")
            .WithSummary("人工归属一件工单，If-Match 写所依据的版本")
            .Records(AuditActions.TicketAttributed)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .ProducesProblem(StatusCodes.Status428PreconditionRequired)
            .RequireTownshipRoles(Roles.TownshipAdministrator);
        return hotline;
    }

    private static async Task<Ok<TicketView>> AttributeAsync(
        string number,
        AttributionRequest request,
        [FromHeader(Name = "If-Match")] string? ifMatch,
        HotlineDb db,
        RateReports reports,
        TimeProvider time,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    )
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var register = await db.LockTownshipAsync<RegisterCopy>(cancellationToken);
        var decided = await DecidedTicket.FindAsync(db, db.Tickets, number, cancellationToken);
        var ticket = decided.Ticket;
        var isDone = ticket.AttributedBy == AttributedBy.Person && ticket.Area == request.Area;
        decided.MustMatch(ifMatch, isDone);
        if (isDone)
        {
            return TypedResults.Ok(TicketView.Of(ticket, withTexts: true));
        }

        if (!register.AllAreas().Any(area => area.Id == request.Area))
        {
            throw new AreaMustBeOfTheTownship(request.Area);
        }

        (await FinalTickets.OfAsync(db, cancellationToken)).MustNotHold(ticket);
        db.Record(
            new AuditedChange(
                AuditActions.TicketAttributed,
                $"ticket:{number}",
                Before: new { ticket.Area, By = ticket.AttributedBy },
                After: new { request.Area, By = AttributedBy.Person }
            )
        );
        (ticket.Area, ticket.AttributedBy) = (request.Area, AttributedBy.Person);
        db.AttributionSteps.Add(
            new AttributionStep
            {
                Id = Guid.CreateVersion7(time.GetUtcNow()),
                Number = number,
                Area = request.Area,
                By = caller.UserName(),
                At = time.GetUtcNow(),
            }
        );
        await db.SaveChangesAsync(cancellationToken);
        await reports.SendChangedAsync(register, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.Ok(TicketView.Of(ticket, withTexts: true));
    }
}
