using System.Security.Claims;
using Assessment.ServiceDefaults.SignIn;
using Assessment.ServiceDefaults.Work;

namespace Assessment.Survey.Campaigns;

/// <summary>
/// 参评面的待办: open campaigns with areas of which there is no answer yet. How many answers a scheme asks for is for the
/// calculation to tell.
/// </summary>
public sealed class CoverageWork(OpenCampaigns open) : IWorkSource
{
    public async Task<IReadOnlyList<WorkItem>> ForAsync(
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    ) =>
        caller.IsInAnyRole(Roles.TownshipAdministrator, Roles.Surveyor)
            ?
            [
                .. (await open.ReadAsync(cancellationToken))
                    .Select(campaign => Of(campaign, caller))
                    .OfType<WorkItem>(),
            ]
            : [];

    /// <returns>Null where every area has answers, or the campaign is not the caller's to carry out.</returns>
    public static WorkItem? Of(OpenCampaign open, ClaimsPrincipal caller)
    {
        var campaign = open.Campaign;
        return open.Unreached.Count > 0 && MayCarryOut(campaign, caller)
            ? new WorkItem(
                "reachAreas",
                campaign.Cycle,
                open.Unreached is [var only] ? only : null,
                "组织参评",
                $"{campaign.Title}：还没有答卷的居民区",
                open.Unreached.Count,
                Due: null,
                $"/campaigns/{campaign.Cycle}?campaign={campaign.Id}"
            )
            : null;
    }

    private static bool MayCarryOut(Campaign campaign, ClaimsPrincipal caller) =>
        caller.IsInRole(Roles.TownshipAdministrator)
        || (
            caller.IsInRole(Roles.Surveyor)
            && caller.Campaigns().Any(id => Guid.TryParse(id, out var own) && own == campaign.Id)
        );
}
