using System.Text.RegularExpressions;
using Assessment.ServiceDefaults.SignIn;

namespace Assessment.Gateway.Accounts;

/// <summary>开户: the wish for an account, and whether it makes sense in itself and from whom it comes.</summary>
public sealed partial record NewAccount(
    string UserName,
    string DisplayName,
    string Role,
    string? Township = null,
    string? Department = null,
    string? Area = null
)
{
    [GeneratedRegex(
        "^[A-Za-z0-9][A-Za-z0-9._-]{1,49}$",
        RegexOptions.None,
        matchTimeoutMilliseconds: 100
    )]
    private static partial Regex UserNameForm();

    /// <exception cref="ServiceDefaults.Refusals.Refusal">It does not.</exception>
    public Account Decide(AccountKeeper by)
    {
        if (!UserNameForm().IsMatch(UserName))
        {
            throw new UserNameIsMalformed();
        }

        if (string.IsNullOrWhiteSpace(DisplayName) || DisplayName.Length > 50)
        {
            throw new DisplayNameIsMissing();
        }

        if (!Roles.OfAccounts.Contains(Role))
        {
            throw new RoleIsUnknown(Role);
        }

        // A township's administrator need not name the township, and may name no other.
        var township = Given(Township) ?? by.Township;
        by.MustKeep(township, Role);
        if (!RoleScopes.OfTownship.Contains(Role))
        {
            return township is null ? Make(null) : throw new RoleHasNoTownship(Role);
        }

        if (township is null)
        {
            throw new RoleNeedsTownship(Role);
        }

        if (Role == Roles.DepartmentScorer && Given(Department) is null)
        {
            throw new DepartmentScorerNeedsDepartment();
        }

        return Role == Roles.Area && Given(Area) is null
            ? throw new AreaAccountNeedsArea()
            : Make(township);
    }

    private Account Make(string? township) =>
        new()
        {
            UserName = UserName,
            DisplayName = DisplayName.Trim(),
            Role = Role,
            Township = township,
            Department = Role == Roles.DepartmentScorer ? Department : null,
            Area = Role == Roles.Area ? Area : null,
        };

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
