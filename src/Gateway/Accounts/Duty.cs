namespace Assessment.Gateway.Accounts;

/// <summary>职责: a role, and what the account may act for in it.</summary>
public sealed class Duty
{
    /// <summary>One of <see cref="ServiceDefaults.SignIn.Roles.OfAccounts"/>.</summary>
    public required string Role { get; init; }

    /// <summary>
    /// The departments (部门) that a departmentScorer scores for, or whose sheets a leader signs as the one in charge
    /// (分管领导); a leader without any signs what the township decides.
    /// </summary>
    public List<string> Departments { get; private set; } = [];

    /// <summary>The survey campaigns (测评活动), by id, that a surveyor (第三方测评机构) carries out.</summary>
    public List<string> Campaigns { get; private set; } = [];

    /// <summary>The area (居民区) an area account reads the result of.</summary>
    public string? Area { get; private set; }

    public static Duty Of(
        string role,
        IReadOnlyList<string> departments,
        IReadOnlyList<string> campaigns,
        string? area
    ) =>
        new()
        {
            Role = role,
            Departments = [.. departments],
            Campaigns = [.. campaigns],
            Area = area,
        };

    public void BecomeFor(Duty other)
    {
        Departments = [.. other.Departments];
        Campaigns = [.. other.Campaigns];
        Area = other.Area;
    }
}

/// <summary>A duty as it is asked for.</summary>
/// <param name="Departments">部门评分：所评分的一个或多个部门；签批领导：所分管、由其签批评分表的部门，不填则签批本街镇的决定</param>
/// <param name="Campaigns">第三方测评机构承担的一个或多个测评活动的编号</param>
/// <param name="Area">居民区账号所属的居民区代码</param>
public sealed record AskedDuty(
    string Role,
    IReadOnlyList<string>? Departments = null,
    IReadOnlyList<string>? Campaigns = null,
    string? Area = null
);

/// <summary>A duty as it is shown.</summary>
/// <param name="Departments">部门评分：所评分的部门；签批领导：所分管、由其签批评分表的部门</param>
/// <param name="Campaigns">第三方测评机构承担的测评活动的编号</param>
/// <param name="Area">居民区账号所属的居民区代码</param>
public sealed record DutyLine(
    string Role,
    IReadOnlyList<string> Departments,
    IReadOnlyList<string> Campaigns,
    string? Area
)
{
    public static DutyLine[] AllOf(Account account) =>
        [
            .. account.RolesOfDuties.Select(role =>
            {
                var duty = account.Duties.Find(held => held.Role == role)!;
                return new DutyLine(role, duty.Departments, duty.Campaigns, duty.Area);
            }),
        ];
}
