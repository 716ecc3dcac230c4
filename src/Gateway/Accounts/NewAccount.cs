using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Assessment.Gateway.Accounts;

/// <summary>开户: the request for an account, and whether it makes sense in itself and from whom it comes.</summary>
/// <param name="Township">街镇代码；街镇管理员开立时可不填</param>
/// <param name="Departments">部门评分账号所属的一个或多个部门</param>
/// <param name="Campaigns">第三方测评机构承担的一个或多个测评活动的编号</param>
/// <param name="Area">居民区账号所属的居民区代码</param>
public sealed partial record NewAccount(
    string UserName,
    string DisplayName,
    string Role,
    string? Township = null,
    IReadOnlyList<string>? Departments = null,
    IReadOnlyList<string>? Campaigns = null,
    string? Area = null
)
{
    /// <summary>They would be taken for addresses of the interface.</summary>
    private static readonly FrozenSet<string> Reserved = new[]
    {
        "me",
        "invitations",
        "sign-in",
        "sign-in-failures",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    [GeneratedRegex(
        "^[A-Za-z0-9][A-Za-z0-9._-]{1,49}$",
        RegexOptions.None,
        matchTimeoutMilliseconds: 100
    )]
    private static partial Regex UserNameForm();

    /// <exception cref="ServiceDefaults.DomainExceptions.DomainException">It does not.</exception>
    public Account Decide(AccountKeeper by)
    {
        if (!UserNameForm().IsMatch(UserName))
        {
            throw new UserNameIsMalformed();
        }

        if (Reserved.Contains(UserName))
        {
            throw new UserNameIsTaken(UserName);
        }

        // A township's administrator need not name the township, and may name no other.
        var township = string.IsNullOrWhiteSpace(Township) ? by.Township : Township;
        var duty = Duty.Decide(Role, township, Departments, Campaigns, Area, by);
        var account = new Account
        {
            UserName = UserName,
            DisplayName = Accounts.DisplayName.Of(DisplayName),
            Role = duty.Role,
        };
        duty.Give(account);
        return account;
    }
}

/// <summary>显示名称</summary>
public static class DisplayName
{
    private const int Longest = 50;

    /// <exception cref="DisplayNameIsMissing"/>
    public static string Of(string given) =>
        string.IsNullOrWhiteSpace(given) || given.Trim().Length > Longest
            ? throw new DisplayNameIsMissing()
            : given.Trim();
}

/// <summary>更改账号: its name and duty; the township and the user name stay.</summary>
public sealed record AccountChange(
    string DisplayName,
    string Role,
    IReadOnlyList<string>? Departments = null,
    IReadOnlyList<string>? Campaigns = null,
    string? Area = null
);
