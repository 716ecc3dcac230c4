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
        Mint(null, Roles.Ops, null, [], null);
    }

    public string KeyRing => _keys.FullName;

    public string Mint(
        string? township,
        string role,
        string? area,
        IEnumerable<string> departments,
        string? campaign
    )
    {
        (string Type, string? Value)[] claims =
        [
            (CallerClaims.Subject, "1"),
            (CallerClaims.Name, township is null ? role : $"{role}@{township}"),
            (CallerClaims.Role, role),
            (CallerClaims.Township, township),
            (CallerClaims.Area, area),
            (CallerClaims.Campaign, campaign),
            .. departments.Select(department => (CallerClaims.Department, (string?)department)),
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

    public async ValueTask DisposeAsync()
    {
        await _gateway.DisposeAsync();
        _keys.Delete(recursive: true);
    }
}
