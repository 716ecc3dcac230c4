using System.Collections.Frozen;
using Assessment.ServiceDefaults.SignIn;

namespace Assessment.Gateway.Accounts;

/// <summary>角色名称: the Chinese word of each role, as files and messages have it.</summary>
public static class RoleWords
{
    private static readonly FrozenDictionary<string, string> Words = new Dictionary<string, string>
    {
        [Roles.District] = "区级管理员",
        [Roles.TownshipAdministrator] = "街镇管理员",
        [Roles.DepartmentScorer] = "部门评分",
        [Roles.Leader] = "签批领导",
        [Roles.Area] = "居民区",
        [Roles.Surveyor] = "第三方测评机构",
        [Roles.FinancePreparer] = "财务编制",
        [Roles.FinanceApprover] = "财务审核",
        [Roles.Ops] = "运维",
        [Roles.Feed] = "数据接口",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string> ByWord = Words.ToFrozenDictionary(
        role => role.Value,
        role => role.Key
    );

    public static string Of(string role) => Words.GetValueOrDefault(role, role);

    /// <param name="word">In Chinese, or the code itself; upper and lower case of a code are one.</param>
    /// <returns>Null where there is no such role.</returns>
    public static string? RoleOf(string word) =>
        ByWord.GetValueOrDefault(word)
        ?? Roles.OfAccounts.FirstOrDefault(role =>
            role.Equals(word, StringComparison.OrdinalIgnoreCase)
        );
}
