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

namespace Assessment.Hotline.ExclusionReview;

/// <param name="State">申请, 同意 or 驳回.</param>
/// <param name="Reason">非法定职责, 不属实 or 历史重复; needed with 申请.</param>
/// <param name="Note">Why, in the reviewer's words.</param>
public sealed record ExclusionRequest(Exclusion State, ExclusionReason? Reason, string? Note);

internal static class ExclusionEndpoint
{
    private const int NoteLength = 500;

    public static RouteGroupBuilder MapExclusionReview(this RouteGroupBuilder hotline)
    {
        hotline
            .MapPost("/tickets/{number}/exclusion", ReviewAsync)
            .WithName("ReviewTicketExclusion")
            .WithSummary("剔除审核的一步：申请、同意或驳回，If-Match 写所依据的版本")
            .Records(AuditActions.TicketExclusionReviewed)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .ProducesProblem(StatusCodes.Status428PreconditionRequired)
            .RequireTownshipRoles(Roles.TownshipAdministrator);
        return hotline;
    }

    private static async Task<Ok<TicketView>> ReviewAsync(
        string number,
        ExclusionRequest request,
        [FromHeader(Name = "If-Match")] string? ifMatch,
        HotlineDb db,
        RateReports reports,
        TimeProvider time,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    )
    {
        if (request.Note?.Length > NoteLength)
        {
            throw new ExclusionNoteIsTooLong();
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var register = await db.LockTownshipAsync<RegisterCopy>(cancellationToken);
        var decided = await DecidedTicket.FindAsync(db, db.Tickets, number, cancellationToken);
        decided.MustMatch(ifMatch);
        var ticket = decided.Ticket;
        (await FinalTickets.OfAsync(db, cancellationToken)).MustNotHold(ticket);
        var before = new { State = ticket.Exclusion, Ground = ticket.ExclusionReason };
        ExclusionWorkflow.Step(ticket, request.State, request.Reason);
        // The reviewer's note may repeat the ticket; it stays with the ticket.
        db.Record(
            new AuditedChange(
                AuditActions.TicketExclusionReviewed,
                $"ticket:{number}",
                Reason: $"{ticket.ExclusionReason}",
                Before: before,
                After: new { State = ticket.Exclusion, Ground = ticket.ExclusionReason }
            )
        );
        db.ExclusionSteps.Add(
            new ExclusionStep
            {
                Id = Guid.CreateVersion7(time.GetUtcNow()),
                Number = number,
                State = ticket.Exclusion,
                Reason = ticket.ExclusionReason!.Value,
                Note = request.Note,
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
