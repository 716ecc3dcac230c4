using System.Collections.Frozen;
using Assessment.ServiceDefaults.SignIn;

namespace Assessment.Gateway.Accounts;

/// <summary>角色范围: which roles work in one township, which of them a township hands out itself, and how they sign in.</summary>
public static class RoleScopes
{
    public static readonly FrozenSet<string> GivenByTownship = new[]
    {
        Roles.DepartmentScorer,
        Roles.Leader,
        Roles.Area,
        Roles.Surveyor,
        Roles.FinancePreparer,
        Roles.FinanceApprover,
        Roles.Feed,
    }.ToFrozenSet();

    public static readonly FrozenSet<string> OfTownship = GivenByTownship
        .Append(Roles.TownshipAdministrator)
        .ToFrozenSet();

    /// <summary>They see every township, sign, move money or run the platform: a password alone is not enough.</summary>
    public static readonly string[] NeedSecondFactor =
    [
        Roles.District,
        Roles.Leader,
        Roles.FinancePreparer,
        Roles.FinanceApprover,
        Roles.Ops,
    ];

    /// <summary>Everybody but the programs, which have keys (接口密钥) instead of passwords.</summary>
    public static readonly string[] OfPeople =
    [
        .. Roles.OfAccounts.Where(role => role != Roles.Feed),
    ];
}
