using Assessment.ServiceDefaults.SignIn;

namespace Assessment.Gateway.Accounts;

/// <summary>职责规则: what each duty needs, and which duties one account may hold together.</summary>
public static class DutyRules
{
    /// <summary>As many as go together at all: administrator, scorer, leader, area, and one of the two of finance.</summary>
    public const int MostDuties = 5;

    private const int LongestName = 50;
    private const int MostNames = 50;

    /// <summary>What the roles need of what was asked for; the rest is left out.</summary>
    /// <exception cref="ServiceDefaults.DomainExceptions.DomainException">It makes no sense, or is not the keeper's to give.</exception>
    public static IReadOnlyList<Duty> Decide(
        IReadOnlyList<AskedDuty?> asked,
        string? township,
        AccountKeeper by
    )
    {
        List<AskedDuty> duties = [.. asked.OfType<AskedDuty>()];
        if (duties.Count == 0)
        {
            throw new AccountNeedsDuty();
        }

        if (duties.Count > MostDuties)
        {
            throw new AccountHasTooManyDuties(MostDuties);
        }

        var decided = duties.ConvertAll(duty => Decide(duty, township, by));
        MustGoTogether([.. decided.Select(duty => duty.Role)]);
        return decided;
    }

    /// <exception cref="DutyMustBeGivenOnce"/>
    /// <exception cref="ProgramMustHaveNoOtherDuty"/>
    /// <exception cref="DistrictMustHaveNoOtherDuty"/>
    /// <exception cref="OperationsMustHaveNoOtherDuty"/>
    /// <exception cref="SurveyorMustStayIndependent"/>
    /// <exception cref="PayoutMustBeApprovedByAnother"/>
    private static void MustGoTogether(IReadOnlyList<string> roles)
    {
        if (roles.GroupBy(role => role).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw new DutyMustBeGivenOnce(RoleWords.Of(twice.Key));
        }

        if (roles.Count == 1)
        {
            return;
        }

        if (roles.Contains(Roles.Feed))
        {
            throw new ProgramMustHaveNoOtherDuty();
        }

        if (roles.Contains(Roles.District))
        {
            throw new DistrictMustHaveNoOtherDuty();
        }

        if (roles.Contains(Roles.Ops))
        {
            throw new OperationsMustHaveNoOtherDuty();
        }

        if (roles.Contains(Roles.Surveyor))
        {
            throw new SurveyorMustStayIndependent();
        }

        if (roles.Contains(Roles.FinancePreparer) && roles.Contains(Roles.FinanceApprover))
        {
            throw new PayoutMustBeApprovedByAnother();
        }
    }

    private static Duty Decide(AskedDuty asked, string? township, AccountKeeper by)
    {
        var role = asked.Role;
        if (!Roles.OfAccounts.Contains(role))
        {
            throw new RoleIsUnknown(role);
        }

        by.CheckPermission(township, role);
        if (RoleScopes.OfTownship.Contains(role) != township is not null)
        {
            throw township is null ? new RoleNeedsTownship(role) : new RoleHasNoTownship(role);
        }

        return Duty.Of(
            role,
            role switch
            {
                Roles.DepartmentScorer => DepartmentsOf(asked.Departments),
                Roles.Leader => Named(asked.Departments),
                _ => [],
            },
            role == Roles.Surveyor ? CampaignsOf(asked.Campaigns) : [],
            role == Roles.Area ? AreaOf(asked.Area) : null
        );
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
