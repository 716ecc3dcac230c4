using Assessment.ServiceDefaults.Edits;
using Assessment.ServiceDefaults.SignIn;
using Microsoft.AspNetCore.Identity;

namespace Assessment.Gateway.Accounts;

/// <summary>账号: a person or program that may sign in, and what it may act for.</summary>
public sealed class Account : IdentityUser
{
    public required string DisplayName { get; set; }

    /// <summary>The township (镇/街道) it belongs to; null for the district and for operations.</summary>
    public string? Township { get; set; }

    /// <summary>职责, at least one, each role once; which go together is said by <see cref="DutyRules"/>.</summary>
    public List<Duty> Duties { get; private set; } = [];

    /// <summary>本人的工作人员编号: the person's own record in the township's register of staff; null without one.</summary>
    public string? Staff { get; set; }

    /// <summary>停用: since when it may not be used.</summary>
    public DateTimeOffset? DisabledAt { get; set; }

    /// <summary>The time step of the last code (动态口令) that was accepted; no code of it or before it is accepted again.</summary>
    public long SecondFactorStep { get; private set; }

    /// <summary>版本标识 (ETag): changes with each saving of the account, its password and second factor too.</summary>
    public string Tag => EntityTags.Of(ConcurrencyStamp!);

    /// <summary>数据接口: signs in with keys (接口密钥), has neither password nor invitation.</summary>
    public bool IsProgram => Has(Roles.Feed);

    /// <summary>Whether one of its duties is not to be done with a password alone.</summary>
    public bool NeedsSecondFactor =>
        Duties.Exists(duty => RoleScopes.NeedSecondFactor.Contains(duty.Role));

    /// <summary>The roles of its duties, in the order in which <see cref="Roles.OfAccounts"/> has them.</summary>
    public IReadOnlyList<string> RolesOfDuties => [.. Roles.OfAccounts.Where(Has)];

    public bool Has(string role) => Duties.Exists(duty => duty.Role == role);

    /// <summary>Duties of roles that stay are changed in place: a role is a duty's key.</summary>
    public void TakeOn(IReadOnlyList<Duty> duties)
    {
        Duties.RemoveAll(held => !duties.Any(duty => duty.Role == held.Role));
        foreach (var duty in duties)
        {
            if (Duties.Find(held => held.Role == duty.Role) is { } held)
            {
                held.BecomeFor(duty);
            }
            else
            {
                Duties.Add(duty);
            }
        }
    }
}
