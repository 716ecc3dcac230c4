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

    /// <summary>The department (评分部门) a departmentScorer scores for.</summary>
    public string? Department { get; set; }

    /// <summary>The area (居民区) an area account reads the result of.</summary>
    public string? Area { get; set; }
}
