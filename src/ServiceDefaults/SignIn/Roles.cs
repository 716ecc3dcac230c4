namespace Assessment.ServiceDefaults.SignIn;

/// <summary>The roles that accounts have, one for each of their duties (职责).</summary>
public static class Roles
{
    /// <summary>区委组织部</summary>
    public const string District = "district";

    /// <summary>街镇管理员</summary>
    public const string TownshipAdministrator = "townshipAdministrator";

    /// <summary>科室评分员, of one or several named departments.</summary>
    public const string DepartmentScorer = "departmentScorer";

    /// <summary>签批领导: sees what is decided on, and signs it; for named departments as the leader in charge (分管领导).</summary>
    public const string Leader = "leader";

    /// <summary>居民区</summary>
    public const string Area = "area";

    /// <summary>第三方测评机构, for named campaigns.</summary>
    public const string Surveyor = "surveyor";

    /// <summary>财务编制: enters pay bases, prepares sheets.</summary>
    public const string FinancePreparer = "financePreparer";

    /// <summary>财务审核: approves what another prepared.</summary>
    public const string FinanceApprover = "financeApprover";

    /// <summary>运维</summary>
    public const string Ops = "ops";

    /// <summary>数据接口: a program of one township, with an API key.</summary>
    public const string Feed = "feed";

    /// <summary>居民, without an account, on the page behind a household's link.</summary>
    public const string Resident = "resident";

    /// <summary>The roles that an account can be given.</summary>
    public static IReadOnlyList<string> OfAccounts { get; } =
    [
        District,
        TownshipAdministrator,
        DepartmentScorer,
        Leader,
        Area,
        Surveyor,
        FinancePreparer,
        FinanceApprover,
        Ops,
        Feed,
    ];
}
