using System.Security.Claims;
using Assessment.Audit;
using Assessment.ServiceDefaults.Auditing;
using Assessment.ServiceDefaults.DomainExceptions;
using Assessment.ServiceDefaults.SignIn;
using Assessment.Survey.Campaigns;
using Assessment.Survey.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Survey.Closings;

/// <param name="Confirm">Must be true: closing cannot be undone.</param>
public sealed record CloseCampaignRequest(bool Confirm);

public sealed class ClosingMustBeConfirmed()
    : DomainException(StatusCodes.Status422UnprocessableEntity);

/// <summary>The administrator closes a campaign (测评截止).</summary>
public static class CloseCampaignEndpoint
{
    public static void MapCloseCampaign(this IEndpointRouteBuilder app) =>
        app.MapPost("/api/survey/campaigns/{id:guid}/close", CloseAsync)
            .WithName("CloseCampaign")
            .Records(AuditActions.CampaignClosed)
            .WithTags("campaigns")
            .RequireTownshipRoles(Roles.TownshipAdministrator)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Ok<CampaignSummary>> CloseAsync(
        Guid id,
        CloseCampaignRequest request,
        SurveyDb db,
        CampaignClosing closing,
        TimeProvider time,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    )
    {
        if (!request.Confirm)
        {
            throw new ClosingMustBeConfirmed();
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var cycle = await db
            .Campaigns.Where(campaign => campaign.Id == id)
            .Select(campaign => (Guid?)campaign.Cycle)
            .SingleOrDefaultAsync(cancellationToken);
        if (cycle is null)
        {
            throw new NothingIsThere();
        }

        await db.LockCycleAsync(cycle.Value, cancellationToken);
        var campaign = await db.Campaigns.SingleAsync(
            campaign => campaign.Id == id,
            cancellationToken
        );
        await closing.CloseAsync(campaign, time.GetUtcNow(), caller.UserName(), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        var answered = await db.Participations.CountAsync(
            one => one.Campaign == id,
            cancellationToken
        );
        return TypedResults.Ok(CampaignSummary.Of(campaign, answered));
    }
}
