using System.Security.Claims;
using Assessment.Contracts;
using Assessment.Engine.Facts;
using Assessment.Engine.Questionnaires;
using Assessment.ServiceDefaults.DomainExceptions;
using Assessment.ServiceDefaults.SignIn;
using Assessment.Survey.Anonymity;
using Assessment.Survey.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Survey.Campaigns;

/// <summary>What is reported about a campaign.</summary>
/// <param name="Answered">Households that have answered.</param>
public sealed record CampaignSummary(
    Guid Id,
    Guid Cycle,
    string Channel,
    string? Wave,
    string Title,
    string Item,
    CampaignState State,
    int Answered,
    DateTimeOffset? ClosedAt,
    string? ClosedBy,
    Questionnaire Questionnaire
)
{
    public static CampaignSummary Of(Campaign campaign, int answered) =>
        new(
            campaign.Id,
            campaign.Cycle,
            campaign.Channel,
            campaign.Wave.Length == 0 ? null : campaign.Wave,
            campaign.Title,
            campaign.Item,
            campaign.State,
            answered,
            campaign.ClosedAt,
            campaign.ClosedBy,
            campaign.Questionnaire
        );
}

/// <summary>How many have taken part in an area (参评情况).</summary>
/// <param name="Share">Answered of all households, in percent with two decimals; null where the area has none.</param>
/// <param name="PartyMembers">Those who answered as party members.</param>
public sealed record AreaCoverage(
    string Area,
    string Name,
    int Households,
    int Answered,
    decimal? Share,
    int PartyMembers,
    int AllPartyMembers
);

public sealed record CampaignCoverage(CampaignSummary Campaign, IReadOnlyList<AreaCoverage> Areas);

/// <summary>The campaigns and who has been reached; the means are for Scoring to tell.</summary>
public static class CampaignEndpoints
{
    public static void MapCampaigns(this IEndpointRouteBuilder app)
    {
        var campaigns = app.MapGroup("/api/survey/campaigns")
            .WithTags("campaigns")
            .RequireTownshipRoles(
                Roles.TownshipAdministrator,
                Roles.Leader,
                Roles.Area,
                Roles.Surveyor
            );
        campaigns.MapGet("/", ListAsync).WithName("ListCampaigns");
        campaigns
            .MapGet("/{id:guid}/coverage", CoverageAsync)
            .WithName("GetCampaignCoverage")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Ok<List<CampaignSummary>>> ListAsync(
        Guid? cycle,
        SurveyDb db,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    )
    {
        var campaigns = await db
            .Campaigns.AsNoTracking()
            .VisibleTo(caller)
            .Where(campaign => cycle == null || campaign.Cycle == cycle)
            .OrderByDescending(campaign => campaign.Id)
            .ToListAsync(cancellationToken);
        var answered = await db
            .Participations.Where(one =>
                db.Campaigns.Any(campaign =>
                    campaign.Id == one.Campaign && (cycle == null || campaign.Cycle == cycle)
                )
            )
            .GroupBy(one => one.Campaign)
            .Select(group => new { Campaign = group.Key, Number = group.Count() })
            .ToDictionaryAsync(group => group.Campaign, group => group.Number, cancellationToken);
        return TypedResults.Ok(
            campaigns
                .OrderBy(campaign => campaign.Channel)
                .ThenBy(campaign => campaign.Wave)
                .Select(campaign =>
                    CampaignSummary.Of(campaign, answered.GetValueOrDefault(campaign.Id))
                )
                .ToList()
        );
    }

    /// <summary>An area's account sees its own area only.</summary>
    private static async Task<Ok<CampaignCoverage>> CoverageAsync(
        Guid id,
        SurveyDb db,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    )
    {
        var campaign =
            await db
                .Campaigns.AsNoTracking()
                .VisibleTo(caller)
                .SingleOrDefaultAsync(campaign => campaign.Id == id, cancellationToken)
            ?? throw new NothingIsThere();
        var tallies = await db
            .Answers.Where(answer => answer.Campaign == id)
            .GroupBy(answer => answer.Area)
            .Select(group => new
            {
                Area = group.Key,
                Answered = group.Count(),
                PartyMembers = group.Sum(answer =>
                    answer.Respondent == Respondent.PartyMember ? 1 : 0
                ),
            })
            .ToDictionaryAsync(tally => tally.Area, cancellationToken);
        var areas = await db.AreasAsync(campaign.Cycle, cancellationToken);
        var own = caller.IsInAnyRole(Roles.TownshipAdministrator, Roles.Leader, Roles.Surveyor)
            ? null
            : caller.Area() ?? "";
        return TypedResults.Ok(
            new CampaignCoverage(
                CampaignSummary.Of(campaign, tallies.Values.Sum(tally => tally.Answered)),
                [
                    .. areas
                        .Values.Where(area => own is null || area.Id == own)
                        .OrderBy(area => area.Id)
                        .Select(area =>
                        {
                            var tally = tallies.GetValueOrDefault(area.Id);
                            return new AreaCoverage(
                                area.Id,
                                area.Name,
                                area.Households,
                                tally?.Answered ?? 0,
                                ShareOf(tally?.Answered ?? 0, area.Households),
                                tally?.PartyMembers ?? 0,
                                area.PartyMembers
                            );
                        }),
                ]
            )
        );
    }

    private static decimal? ShareOf(int answered, int households) =>
        households == 0
            ? null
            : decimal.Round(100m * answered / households, 2, MidpointRounding.AwayFromZero);
}
