using Assessment.ServiceDefaults.SignIn;

namespace Assessment.Gateway.Accounts;

/// <summary>职责: a role, and what the account may act for in it.</summary>
public sealed record Duty(
    string Role,
    string? Township,
    IReadOnlyList<string> Departments,
    IReadOnlyList<string> Campaigns,
    string? Area
)
{
    private const int LongestName = 50;
    private const int MostNames = 50;

    /// <summary>What an account's role needs of what was asked for; the rest is left out.</summary>
    /// <exception cref="ServiceDefaults.DomainExceptions.DomainException">It makes no sense, or is not the keeper's to give.</exception>
    public static Duty Decide(
        string role,
        string? township,
        IReadOnlyList<string>? departments,
        IReadOnlyList<string>? campaigns,
        string? area,
        AccountKeeper by
    )
    {
        if (!Roles.OfAccounts.Contains(role))
        {
            throw new RoleIsUnknown(role);
        }

        by.CheckPermission(township, role);
        if (RoleScopes.OfTownship.Contains(role) != township is not null)
        {
            throw township is null ? new RoleNeedsTownship(role) : new RoleHasNoTownship(role);
        }

        return new Duty(
            role,
            township,
            role == Roles.DepartmentScorer ? DepartmentsOf(departments) : [],
            role == Roles.Surveyor ? CampaignsOf(campaigns) : [],
            role == Roles.Area ? AreaOf(area) : null
        );
    }

    public void Give(Account account)
    {
        account.Role = Role;
        account.Township = Township;
        account.Departments = [.. Departments];
        account.Campaigns = [.. Campaigns];
        account.Area = Area;
    }

    private static List<string> DepartmentsOf(IReadOnlyList<string>? names)
    {
        var departments = Named(names);
        return departments.Count > 0 ? departments : throw new DepartmentScorerNeedsDepartment();
    }

    private static List<string> CampaignsOf(IReadOnlyList<string>? ids)
    {
        var campaigns = Named(ids);
        if (campaigns.Count == 0)
        {
            throw new SurveyorNeedsCampaign();
        }

        return campaigns.ConvertAll(campaign =>
            Guid.TryParse(campaign, out var id) ? id.ToString() : throw new CampaignIdIsMalformed()
        );
    }

    private static string AreaOf(string? area) =>
        area is null ? throw new AreaAccountNeedsArea()
        : Named([area]) is [var named] ? named
        : throw new AreaAccountNeedsArea();

    private static List<string> Named(IReadOnlyList<string>? names)
    {
        List<string> given =
        [
            .. (names ?? [])
                .Where(name => !string.IsNullOrWhiteSpace(name))
                .Select(name => name.Trim())
                .Distinct(),
        ];
        return given.Count <= MostNames && given.TrueForAll(name => name.Length <= LongestName)
            ? given
            : throw new DutyIsTooLong(MostNames, LongestName);
    }
}
