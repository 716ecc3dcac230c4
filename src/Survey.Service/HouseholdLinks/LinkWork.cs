using System.Security.Claims;
using Assessment.ServiceDefaults.SignIn;
using Assessment.ServiceDefaults.Work;
using Assessment.Survey.Campaigns;

namespace Assessment.Survey.HouseholdLinks;

/// <summary>测评链接的待办: areas of an open online campaign whose households were given none.</summary>
public sealed class LinkWork(OpenCampaigns open) : IWorkSource
{
    public async Task<IReadOnlyList<WorkItem>> ForAsync(
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    ) =>
        caller.IsInRole(Roles.TownshipAdministrator)
            ?
            [
                .. (await open.ReadAsync(cancellationToken))
                    .Select(campaign => Of(campaign, caller))
                    .OfType<WorkItem>(),
            ]
            : [];

    /// <returns>Null where every area has links or answers, or the links are not the caller's to issue.</returns>
    public static WorkItem? Of(OpenCampaign open, ClaimsPrincipal caller)
    {
        var campaign = open.Campaign;
        return open.WithoutLinks.Count > 0 && caller.IsInRole(Roles.TownshipAdministrator)
            ? new WorkItem(
                "issueLinks",
                campaign.Cycle,
                open.WithoutLinks is [var only] ? only : null,
                "发放测评链接",
                $"{campaign.Title}：还没有链接的居民区",
                open.WithoutLinks.Count,
                Due: null,
                $"/campaigns/{campaign.Cycle}?campaign={campaign.Id}"
            )
            : null;
    }
}
