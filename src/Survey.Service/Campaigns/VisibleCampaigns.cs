using System.Security.Claims;
using Assessment.ServiceDefaults.SignIn;

namespace Assessment.Survey.Campaigns;

/// <summary>A surveyor (第三方测评机构) sees the campaigns that its account names; the others, all of the township.</summary>
public static class VisibleCampaigns
{
    public static IQueryable<Campaign> VisibleTo(
        this IQueryable<Campaign> campaigns,
        ClaimsPrincipal caller
    )
    {
        if (caller.IsInAnyRole(Roles.TownshipAdministrator, Roles.Leader, Roles.Area))
        {
            return campaigns;
        }

        List<Guid> named =
        [
            .. caller.Campaigns().Select(text => Guid.TryParse(text, out var id) ? id : Guid.Empty),
        ];
        return campaigns.Where(campaign => named.Contains(campaign.Id));
    }
}
