using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Assessment.Imports;
using Assessment.Testing.Hosts;
using Assessment.Testing.Servers;
using Assessment.Testing.Sidecar;
using Npgsql;
using Xunit;
using static Assessment.Hotline.Tests.TownshipCycle;

namespace Assessment.Hotline.Tests.Feeds;

/// <summary>Hotline as a process of its own with a sidecar, which alone knows its connection strings.</summary>
public sealed class HotlineProcessTest
{
    private const string Store = "deployment-secrets";
    private const string AppToken = "the-token-of-the-apps-sidecar";
    private const string ApiToken = "the-token-that-the-sidecar-asks-for";
    private const string Township = "gaojing";

    [Fact]
    public async Task SecretsOfTheStore_SufficeForEverything_AndAreInNoLog()
    {
        var database = await TestServers.CreateDatabaseAsync();
        var broker = await TestServers.CreateVirtualHostAsync();
        var held = HeldSecrets.Of(
            Store,
            new Dictionary<string, string>
            {
                ["ConnectionStrings--hotline-db"] = database,
                ["ConnectionStrings--messaging"] = broker,
                ["ConnectionStrings--payout-db"] = "Host=db;Password=of-another-service",
            }
        );
        await using var sidecar = await RunningSidecar.StartAsync(
            held with
            {
                ApiToken = ApiToken,
            }
        );
        await using var hotline = Start(sidecar.Settings);
        await hotline.UntilReadyAsync();

        var channel = new AppChannel(hotline.As(township: null), AppToken);
        Assert.True(await channel.IsThereAsync("hotline-files"));
        // Larger than the web server takes by itself: it is the binding that says what is too much.
        using var large = await channel.BringAsync(
            "hotline-files",
            new byte[ImportQueue.MaximumBytes + 1]
        );
        Assert.Equal(HttpStatusCode.Conflict, large.StatusCode);
        using var small = await channel.BringAsync("hotline-files", File(Row("N1")));
        Assert.Equal(HttpStatusCode.Conflict, small.StatusCode);
        using var stranger = await new AppChannel(
            hotline.As(township: null),
            "guessed-token"
        ).BringAsync("hotline-files", File(Row("N1")));
        Assert.Equal(HttpStatusCode.Unauthorized, stranger.StatusCode);
        var imports = await hotline
            .As(Township)
            .GetFromJsonAsync<JsonArray>("/api/hotline/imports");
        Assert.Equal(2, imports!.Count);

        Assert.Equal(0, await hotline.StopAsync());
        var log = hotline.Log;
        Assert.Contains("township-has-no-open-cycle", log, StringComparison.Ordinal);
        Assert.All(
            [
                new NpgsqlConnectionStringBuilder(database).Password!,
                Uri.UnescapeDataString(new Uri(broker).UserInfo.Split(':')[1]),
                "of-another-service",
                AppToken,
                ApiToken,
                "guessed-token",
                "楼道堆物",
            ],
            secret => Assert.DoesNotContain(secret, log, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task SidecarThatIsAway_EndsTheStartAndSaysWhy()
    {
        var sidecar = await RunningSidecar.StartAsync(
            HeldSecrets.Of(Store, new Dictionary<string, string>())
        );
        await sidecar.DisposeAsync();
        var began = Stopwatch.GetTimestamp();

        await using var hotline = Start(sidecar.Settings);

        Assert.NotEqual(0, await hotline.EndedAsync(TimeSpan.FromSeconds(40)));
        Assert.True(Stopwatch.GetElapsedTime(began) >= TimeSpan.FromSeconds(3));
        Assert.Contains(
            $"The sidecar at http://127.0.0.1:{sidecar.HttpPort}/ and http://127.0.0.1:{sidecar.GrpcPort}/ was not ready within 3 s",
            hotline.Log,
            StringComparison.Ordinal
        );
        Assert.Contains($"'{Store}'", hotline.Log, StringComparison.Ordinal);
        Assert.DoesNotContain(ApiToken, hotline.Log, StringComparison.Ordinal);
    }

    /// <summary>Everything is logged that there is to log.</summary>
    private static ServiceProcess Start(IReadOnlyDictionary<string, string?> sidecar) =>
        new(
            "Hotline.Service",
            "Assessment.Hotline",
            new Dictionary<string, string?>(sidecar)
            {
                ["DAPR_API_TOKEN"] = ApiToken,
                ["APP_API_TOKEN"] = AppToken,
                ["Dapr:SecretStore"] = Store,
                ["Dapr:WaitLimit"] = "00:00:03",
                ["Dapr:HotlineBindings:0:Name"] = "hotline-files",
                ["Dapr:HotlineBindings:0:Township"] = Township,
                ["Logging:LogLevel:Default"] = "Trace",
                ["Logging:LogLevel:Microsoft.AspNetCore"] = "Trace",
                ["Logging:LogLevel:Microsoft.EntityFrameworkCore"] = "Trace",
            }
        );
}
