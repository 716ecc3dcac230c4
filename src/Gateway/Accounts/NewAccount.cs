using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Assessment.Gateway.Accounts;

/// <summary>开户: the request for an account, and whether it makes sense in itself and from whom it comes.</summary>
/// <param name="Township">街镇代码；街镇管理员开立时可不填</param>
/// <param name="Duties">一项或多项职责，同一角色只能有一项</param>
/// <param name="Staff">本人在工作人员名册中的编号；不在名册中的不填</param>
public sealed partial record NewAccount(
    string UserName,
    string DisplayName,
    IReadOnlyList<AskedDuty> Duties,
    string? Township = null,
    string? Staff = null
)
{
    /// <summary>They would be taken for addresses of the interface.</summary>
    private static readonly FrozenSet<string> Reserved = new[]
    {
        "files",
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
        var duties = DutyRules.Decide(Duties, township, by);
        var account = new Account
        {
            UserName = UserName,
            DisplayName = Accounts.DisplayName.Of(DisplayName),
            Township = township,
            Staff = StaffRecord.Of(Staff, township),
        };
        account.TakeOn(duties);
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

/// <summary>更改账号: its name, duties and staff record; the township and the user name stay.</summary>
/// <param name="Duties">更改后的全部职责</param>
/// <param name="Staff">本人在工作人员名册中的编号；不在名册中的不填</param>
public sealed record AccountChange(
    string DisplayName,
    IReadOnlyList<AskedDuty> Duties,
    string? Staff = null
);
