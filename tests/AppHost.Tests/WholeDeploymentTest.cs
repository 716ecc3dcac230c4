using System.Diagnostics;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Testing;
using Assessment.Testing.Servers;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Assessment.AppHost.Tests;

/// <summary>
/// The deployment as Program.cs composes it, in Aspire's own test host. What can run elsewhere does: servers, named by
/// connection strings, and a service, left to a developer.
/// </summary>
[Collection(OneAfterTheOther.Name)]
public sealed class WholeDeploymentTest : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);
    private static readonly string[] Services =
    [
        "gateway",
        "survey",
        "hotline",
        "scoring",
        "payout",
    ];

    private readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task ServersGivenAndAServiceLeftOut_EachResourceIsHealthy_AndTheServiceRunsByItsSettingsFile()
    {
        using var limit = new CancellationTokenSource(Limit);
        var builder = await DistributedApplicationTestingBuilder.CreateAsync<Projects.AppHost>(
            [
                "--data",
                _folder.Path,
                "--servers",
                "local",
                "--port",
                $"{TestPorts.Next()}",
                "--without",
                "payout",
                .. await GivenServersAsync(),
            ],
            limit.Token
        );
        await using var application = await builder.BuildAsync(limit.Token);
        await application.StartAsync(limit.Token);
        var settings = Path.Combine(_folder.Path, "payout.settings.json");
        await Eventually.HoldsAsync(() => File.Exists(settings));
        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite,
            File.GetUnixFileMode(settings)
        );
        using var payout = StartPayout(settings);
        var notifications = application.Services.GetRequiredService<ResourceNotificationService>();

        foreach (var service in Services)
        {
            await notifications.WaitForResourceHealthyAsync(service, limit.Token);
        }

        using var http = application.CreateHttpClient("gateway");
        var page = await http.GetStringAsync(new Uri("/", UriKind.Relative), limit.Token);
        Assert.Contains("基层考核平台", page);
        Assert.All(
            builder.Resources.Where(each => each.Name is "messaging" or "storage"),
            each => Assert.IsAssignableFrom<ParameterResource>(each)
        );
        Assert.False(Directory.Exists(Path.Combine(_folder.Path, "messaging")));
        Assert.False(Directory.Exists(Path.Combine(_folder.Path, "storage")));
    }

    private static async Task<List<string>> GivenServersAsync()
    {
        var given = new List<string>
        {
            $"--ConnectionStrings:messaging={await TestServers.CreateVirtualHostAsync()}",
        };
        foreach (var name in Services)
        {
            given.Add($"--ConnectionStrings:{name}-db={await TestServers.CreateDatabaseAsync()}");
        }
        return given;
    }

    /// <summary>As its launch profile does.</summary>
    private static DevelopersProcess StartPayout(string settings) =>
        new(
            new ProcessStartInfo(
                "dotnet",
                [BuiltPrograms.PathOf("src/Payout.Service", "Assessment.Payout")]
            )
            {
                WorkingDirectory = Path.Combine(SourceTree.Root, "src/Payout.Service"),
                Environment =
                {
                    ["ASPNETCORE_ENVIRONMENT"] = "Development",
                    ["ASSESSMENT_SETTINGS"] = settings,
                },
            }
        );

    private sealed class DevelopersProcess(ProcessStartInfo start) : IDisposable
    {
        private readonly Process _process = Process.Start(start)!;

        public void Dispose()
        {
            _process.Kill();
            _process.WaitForExit();
            _process.Dispose();
        }
    }
}
