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

    public string Mint(SignedInPerson person) =>
        _gateway.GetRequiredService<ServiceTickets>().Mint(person.Claims, DateTimeOffset.UtcNow);

    public async ValueTask DisposeAsync()
    {
        await _gateway.DisposeAsync();
        _keys.Delete(recursive: true);
    }
}
