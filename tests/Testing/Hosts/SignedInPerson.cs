using System.Globalization;
using System.Security.Claims;
using Assessment.ServiceDefaults.SignIn;

namespace Assessment.Testing.Hosts;

/// <summary>Whom the gateway lets in: a person of a township with one duty (职责) or several.</summary>
/// <param name="Roles">Of each duty.</param>
public sealed record SignedInPerson(string? Township, params IReadOnlyList<string> Roles)
{
    /// <summary>Tells two with the same duties apart; null where there is one.</summary>
    public string? Account { get; init; }

    public string UserName => Township is null ? Name : $"{Name}@{Township}";

    private string Name => Account ?? string.Join('+', Roles);

    /// <summary>The departments that a scorer scores for.</summary>
    public IReadOnlyList<string> Departments { get; init; } = [];

    /// <summary>The departments whose sheets a leader signs.</summary>
    public IReadOnlyList<string> Signs { get; init; } = [];

    public IReadOnlyList<string> Campaigns { get; init; } = [];

    public string? Area { get; init; }

    /// <summary>The own record in the register of staff.</summary>
    public string? Staff { get; init; }

    /// <summary>How long ago the second factor was shown; null where none is enrolled.</summary>
    public TimeSpan? SecondFactorAge { get; init; } = TimeSpan.Zero;

    /// <summary>As a service sees who asks.</summary>
    public ClaimsPrincipal Principal =>
        new(new ClaimsIdentity(Claims, "test", CallerClaims.Name, CallerClaims.Role));

    /// <summary>What the gateway's ticket says.</summary>
    internal IReadOnlyList<Claim> Claims
    {
        get
        {
            (string Type, string? Value)[] claims =
            [
                (CallerClaims.Subject, "1"),
                (CallerClaims.Name, UserName),
                (CallerClaims.Township, Township),
                (CallerClaims.Staff, Staff),
                (CallerClaims.Area, Area),
                (
                    CallerClaims.SecondFactorAt,
                    SecondFactorAge is { } age
                        ? (DateTimeOffset.UtcNow - age)
                            .ToUnixTimeSeconds()
                            .ToString(CultureInfo.InvariantCulture)
                        : null
                ),
                .. Each(CallerClaims.Role, Roles),
                .. Each(CallerClaims.Campaign, Campaigns),
                .. Each(CallerClaims.Department, Departments),
                .. Each(CallerClaims.Signs, Signs),
            ];
            return
            [
                .. claims
                    .Where(claim => claim.Value is not null)
                    .Select(claim => new Claim(claim.Type, claim.Value!)),
            ];
        }
    }

    private static IEnumerable<(string, string?)> Each(string type, IEnumerable<string> values) =>
        values.Select(value => (type, (string?)value));
}
