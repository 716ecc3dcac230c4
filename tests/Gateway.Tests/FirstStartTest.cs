using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Assessment.Gateway.Tests;

/// <summary>On an empty database and without a folder of keys, as whoever installs the platform begins.</summary>
public sealed class FirstStartTest : IAsyncLifetime
{
    private readonly KeptLog _log = new();
    private readonly GatewayServer _gateway;

    public FirstStartTest() =>
        _gateway = new()
        {
            HasDistrict = false,
            Configure = host =>
                host.ConfigureServices(services => services.AddSingleton<ILoggerProvider>(_log)),
        };

    public Task InitializeAsync() => _gateway.InitializeAsync();

    public Task DisposeAsync() => _gateway.DisposeAsync();

    [Fact]
    public void NothingIsLoggedAsAFailure()
    {
        Assert.Contains(
            _log.Lines,
            line => line.Contains("newest migration", StringComparison.Ordinal)
        );
        Assert.Empty(_log.Failures);
    }
}
