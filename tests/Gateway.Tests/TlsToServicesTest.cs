using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using static Assessment.Gateway.Tests.GatewayServer;

namespace Assessment.Gateway.Tests;

/// <summary>Four services over https, of which the gateway, configured with one authority, trusts one.</summary>
public sealed class TlsToServicesTest : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("assessment-tls-");
    private readonly KeptLog _log = new();
    private readonly List<Downstream> _services = [];
    private readonly GatewayServer _gateway;

    public TlsToServicesTest() =>
        _gateway = new GatewayServer
        {
            Configure = host => host.ConfigureLogging(logging => logging.AddProvider(_log)),
        };

    public async Task InitializeAsync()
    {
        using var ours = new CertificateAuthority(_folder.FullName, "ours");
        using var another = new CertificateAuthority(_folder.FullName, "another");
        var settings = new Dictionary<string, string>
        {
            ["Forwarding:CertificateAuthority"] = ours.Path,
        };
        (string Cluster, CertificateFiles Certificate)[] services =
        [
            ("scoring", ours.CertificateFor(IPAddress.Loopback)),
            ("survey", another.CertificateFor(IPAddress.Loopback)),
            ("hotline", ours.CertificateFor("another.example")),
            ("payout", ours.ExpiredCertificateFor(IPAddress.Loopback)),
        ];
        foreach (var (cluster, certificate) in services)
        {
            var service = await Downstream.StartAsync(_gateway.KeyRing, certificate: certificate);
            _services.Add(service);
            settings[$"ReverseProxy:Clusters:{cluster}:Destinations:one:Address"] = service.Address;
        }

        _gateway.Settings = settings;
        await _gateway.InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        await _gateway.DisposeAsync();
        foreach (var service in _services)
        {
            await service.DisposeAsync();
        }

        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task OnlyTheCertificateOfOurAuthorityWithTheRightNameAndTime_IsAccepted()
    {
        var browser = await _gateway.BrowserAsync();

        Assert.StartsWith("https://", _services[0].Address, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/api/scoring/tls")).StatusCode);
        await IsRefusedAsync(browser, "survey", "PartialChain");
        await IsRefusedAsync(browser, "hotline", "RemoteCertificateNameMismatch");
        await IsRefusedAsync(browser, "payout", "NotTimeValid");
        Assert.All(_services.Skip(1), service => Assert.Empty(service.Arrivals));
    }

    private async Task IsRefusedAsync(HttpClient browser, string service, string reason)
    {
        await RefusedAsync(
            await browser.GetAsync($"/api/{service}/tls"),
            HttpStatusCode.ServiceUnavailable,
            "service-unavailable"
        );
        var line = Assert.Single(
            _log.Lines,
            line =>
                line.StartsWith(
                    $"The certificate of the service {service} is not accepted",
                    StringComparison.Ordinal
                )
        );
        Assert.Contains(reason, line, StringComparison.Ordinal);
    }
}
