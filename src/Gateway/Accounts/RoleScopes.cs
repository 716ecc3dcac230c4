using System.Collections.Frozen;
using Assessment.ServiceDefaults.SignIn;

namespace Assessment.Gateway.Accounts;

/// <summary>角色范围: which roles work in one township, and which of them a township hands out itself.</summary>
public static class RoleScopes
{
    public static readonly FrozenSet<string> OfTownship = new[]
    {
        Roles.TownshipAdministrator,
        Roles.DepartmentScorer,
        Roles.Leader,
        Roles.Area,
        Roles.Surveyor,
        Roles.FinancePreparer,
        Roles.FinanceApprover,
        Roles.Feed,
    }.ToFrozenSet();

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
}
