using Microsoft.AspNetCore.Identity;

namespace Assessment.Gateway.Accounts;

/// <summary>账号: a person or program that may sign in, and what it may act for.</summary>
public sealed class Account : IdentityUser
{
    public required string DisplayName { get; set; }

    /// <summary>One of <see cref="ServiceDefaults.SignIn.Roles.OfAccounts"/>.</summary>
    public required string Role { get; set; }

    /// <summary>The township (镇/街道) it belongs to; null for the district and for operations.</summary>
    public string? Township { get; set; }

    /// <summary>The departments (评分部门) a departmentScorer scores for.</summary>
    public List<string> Departments { get; set; } = [];

    /// <summary>The survey campaigns (测评活动), by id, that a surveyor (第三方测评机构) carries out.</summary>
    public List<string> Campaigns { get; set; } = [];

    /// <summary>The area (居民区) an area account reads the result of.</summary>
    public string? Area { get; set; }

    /// <summary>停用: since when it may not be used.</summary>
    public DateTimeOffset? DisabledAt { get; set; }

    /// <summary>The time step of the last code (动态口令) that was accepted; no code of it or before it is accepted again.</summary>
    public long SecondFactorStep { get; private set; }
}
