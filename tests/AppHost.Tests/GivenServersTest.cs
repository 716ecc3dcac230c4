using System.Diagnostics;
using Assessment.Testing.Servers;
using Xunit;

namespace Assessment.AppHost.Tests;

/// <summary>What runs elsewhere: servers, named by connection strings, and a service, left to a developer.</summary>
[Collection(OneAfterTheOther.Name)]
public sealed class GivenServersTest : IDisposable
{
    private readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task ServersGivenAndAServiceLeftOut_ThoseServersAreUsed_AndTheServiceRunsByItsSettingsFile()
    {
        var given = new Dictionary<string, string>
        {
            ["ConnectionStrings__messaging"] = await TestServers.CreateVirtualHostAsync(),
        };
        foreach (var name in (string[])["gateway", "survey", "hotline", "scoring", "payout"])
        {
            given[$"ConnectionStrings__{name}-db"] = await TestServers.CreateDatabaseAsync();
        }

        await using var host = RunningHost.Launch(_folder.Path, given, "--without", "payout");
        var settings = Path.Combine(_folder.Path, "payout.settings.json");
        await Eventually.HoldsAsync(() => File.Exists(settings));
        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite,
            File.GetUnixFileMode(settings)
        );
        using var payout = StartPayout(settings);
        await host.UntilReadyAsync();

        Assert.True(host.IsReady("gateway"));
        Assert.False(host.Has("messaging"));
        Assert.False(host.Has("storage"));
        Assert.False(Directory.Exists(Path.Combine(_folder.Path, "storage")));
    }

    [Fact]
    public async Task UnknownServiceLeftOut_IsRefusedInOneLineWithTheNames()
    {
        await using var host = RunningHost.Launch(_folder.Path, null, "--without", "surveys");

        var (code, output) = await host.EndAsync();
        Assert.Equal(1, code);
        Assert.Contains("surveys", output.Split('\n')[0]);
        Assert.Contains("gateway、survey、hotline", output.Split('\n')[0]);
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
