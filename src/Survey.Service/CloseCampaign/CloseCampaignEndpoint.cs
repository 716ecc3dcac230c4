using System.Security.Claims;
using Assessment.ServiceDefaults.Refusals;
using Assessment.ServiceDefaults.SignIn;
using Assessment.Survey.Anonymity;
using Assessment.Survey.Campaigns;
using Assessment.Survey.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Survey.CloseCampaign;

/// <param name="Confirm">Must be true: closing cannot be undone.</param>
public sealed record CloseCampaignRequest(bool Confirm);

public sealed class ClosingMustBeConfirmed() : Refusal(StatusCodes.Status422UnprocessableEntity);

/// <summary>
/// Closes a campaign (测评截止) for good. From then on it is not to be found out who answered what: see
/// docs/decisions/0004-anonymity.md.
/// </summary>
public static class CloseCampaignEndpoint
{
    public static void MapCloseCampaign(this IEndpointRouteBuilder app) =>
        app.MapPost("/api/survey/campaigns/{id:guid}/close", CloseAsync)
            .WithName("CloseCampaign")
            .WithTags("campaigns")
            .RequireTownshipRoles(Roles.TownshipAdministrator)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Ok<CampaignSummary>> CloseAsync(
        Guid id,
        CloseCampaignRequest request,
        SurveyDb db,
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

        await db.HoldCycleAsync(cycle.Value, cancellationToken);
        var campaign = await db.Campaigns.SingleAsync(
            campaign => campaign.Id == id,
            cancellationToken
        );
        if (campaign.State == CampaignState.Open)
        {
            campaign.State = CampaignState.Closed;
            campaign.ProtectedKey = null;
            campaign.ClosedAt = time.GetUtcNow();
            campaign.ClosedBy = caller.UserName();
            await db.SaveChangesAsync(cancellationToken);
            await ForgetHouseholdsAsync(db, campaign, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        var answered = await db.Participations.CountAsync(
            one => one.Campaign == id,
            cancellationToken
        );
        return TypedResults.Ok(CampaignSummary.Of(campaign, answered));
    }

    private static async Task ForgetHouseholdsAsync(
        SurveyDb db,
        Campaign campaign,
        CancellationToken cancellationToken
    )
    {
        await db
            .Links.Where(link => link.Campaign == campaign.Id)
            .ExecuteUpdateAsync(
                set => set.SetProperty(link => link.Household, (Guid?)null),
                cancellationToken
            );
        await db
            .Participations.Where(one => one.Campaign == campaign.Id)
            .ExecuteUpdateAsync(
                set => set.SetProperty(one => one.SubmittedAt, (DateTimeOffset?)null),
                cancellationToken
            );
        await ShuffleAnswersAsync(db, campaign.Id, cancellationToken);
        if (
            !await db.Campaigns.AnyAsync(
                one => one.Cycle == campaign.Cycle && one.State == CampaignState.Open,
                cancellationToken
            )
        )
        {
            await db
                .Cycles.Where(cycle => cycle.Id == campaign.Cycle)
                .ExecuteUpdateAsync(
                    set => set.SetProperty(cycle => cycle.ProtectedKey, (byte[]?)null),
                    cancellationToken
                );
        }
    }

    /// <summary>
    /// Writes the answers anew under random slots and in their order: databases stamp rows with the transaction that
    /// wrote them, and by that an answer given alone could be paired with its participation.
    /// </summary>
    private static async Task ShuffleAnswersAsync(
        SurveyDb db,
        Guid campaign,
        CancellationToken cancellationToken
    )
    {
        var answers = await db
            .Answers.AsNoTracking()
            .Where(answer => answer.Campaign == campaign)
            .ToListAsync(cancellationToken);
        await db
            .Answers.Where(answer => answer.Campaign == campaign)
            .ExecuteDeleteAsync(cancellationToken);
        db.Answers.AddRange(
            answers
                .Select(answer => new Answer
                {
                    Campaign = campaign,
                    Slot = Guid.NewGuid(),
                    Area = answer.Area,
                    Respondent = answer.Respondent,
                    Scores = answer.Scores,
                    Points = answer.Points,
                })
                .OrderBy(answer => answer.Slot)
        );
        await db.SaveChangesAsync(cancellationToken);
    }
}
