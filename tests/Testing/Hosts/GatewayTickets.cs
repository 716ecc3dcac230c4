using System.Globalization;
using System.Security.Claims;
using Assessment.ServiceDefaults.SignIn;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Assessment.Testing.Hosts;

/// <summary>The gateway's part: it makes the keys, and the tickets that a service trusts.</summary>
internal sealed class GatewayTickets : IAsyncDisposable
{
    private readonly DirectoryInfo _keys = Directory.CreateTempSubdirectory("assessment-keys-");
    private readonly ServiceProvider _gateway;

    public GatewayTickets()
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("DataProtection:KeyRing", _keys.FullName)])
            .Build();
        var gateway = new ServiceCollection();
        gateway.AddLogging();
        gateway.AddKeyRing(configuration, makesKeys: true);
        _gateway = gateway.BuildServiceProvider();
        // The first ticket makes the first key; the service itself makes none.
        Mint(new SignedInPerson(null, Roles.Ops));
    }

    public string KeyRing => _keys.FullName;

    public string Mint(SignedInPerson person)
    {
        (string Type, string? Value)[] claims =
        [
            (CallerClaims.Subject, "1"),
            (CallerClaims.Name, person.UserName),
            (CallerClaims.Township, person.Township),
            (CallerClaims.Staff, person.Staff),
            (CallerClaims.Area, person.Area),
            (
                CallerClaims.SecondFactorAt,
                person.SecondFactorAge is { } age
                    ? (DateTimeOffset.UtcNow - age)
                        .ToUnixTimeSeconds()
                        .ToString(CultureInfo.InvariantCulture)
                    : null
            ),
            .. Each(CallerClaims.Role, person.Roles),
            .. Each(CallerClaims.Campaign, person.Campaigns),
            .. Each(CallerClaims.Department, person.Departments),
            .. Each(CallerClaims.Signs, person.Signs),
        ];
        return _gateway
            .GetRequiredService<ServiceTickets>()
            .Mint(
                [
                    .. claims
                        .Where(claim => claim.Value is not null)
                        .Select(claim => new Claim(claim.Type, claim.Value!)),
                ],
                DateTimeOffset.UtcNow
            );
    }

    private static IEnumerable<(string, string?)> Each(string type, IEnumerable<string> values) =>
        values.Select(value => (type, (string?)value));

    public async ValueTask DisposeAsync()
    {
        await _gateway.DisposeAsync();
        _keys.Delete(recursive: true);
    }
}
