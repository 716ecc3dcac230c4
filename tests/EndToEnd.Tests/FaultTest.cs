using System.Net.Sockets;
using Assessment.Demo;
using Xunit;

namespace Assessment.EndToEnd.Tests;

/// <summary>Nothing is lost and nothing counts twice, whatever breaks in the middle of the load.</summary>
[Collection(PlatformCollection.Name)]
public sealed class FaultTest(Platform platform)
{
    private static readonly TimeSpan RestartLimit = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Outage = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task EachServiceKilledDuringTheLoad_ResultsAreTheSame()
    {
        var year = await platform.NewTownshipAsync("killed");
        await year.OpenAsync(CancellationToken.None);

        var load = year.CollectAsync(CancellationToken.None);
        foreach (var service in new[] { "survey", "hotline", "scoring" })
        {
            await UntilImportBeginsAsync(year.Office, service, year.Cycle);
            await KillAndAwaitRestartAsync(service);
        }

        await load;
        await year.CalculateAsync(CancellationToken.None);
        var signing = year.FinalizeAsync(CancellationToken.None);
        await KillAndAwaitRestartAsync("payout");
        await signing;

        await YearExpectation.AssertHoldsAsync(year);
    }

    [Fact]
    public async Task BrokerAwayDuringTheLoad_ResultsAreTheSame()
    {
        var year = await platform.NewTownshipAsync("brokerless");
        await year.OpenAsync(CancellationToken.None);

        await platform.Broker.StopAsync();
        var load = year.CollectAsync(CancellationToken.None);
        await Task.Delay(Outage); // the outage itself, not a wait for something
        await platform.Broker.StartAgainAsync();
        await load;
        await year.CalculateAsync(CancellationToken.None);
        await year.FinalizeAsync(CancellationToken.None);

        await YearExpectation.AssertHoldsAsync(year);
    }

    /// <summary>The file is stored, and may be half read.</summary>
    private static Task UntilImportBeginsAsync(
        PlatformClient administrator,
        string service,
        string cycle
    ) =>
        Eventually.HoldsAsync(
            async () =>
                (
                    await administrator.GetAsync(
                        $"/api/{service}/imports?cycle={cycle}",
                        CancellationToken.None
                    )
                )!
                    .AsArray()
                    .Any(import => import!["status"]!.GetValue<string>() != "queued"),
            RestartLimit
        );

    private async Task KillAndAwaitRestartAsync(string service)
    {
        var before = platform.Kill(service);
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        await Eventually.HoldsAsync(
            async () =>
            {
                if (platform.ProcessId(service) is not { } now || now == before)
                {
                    return false;
                }

                try
                {
                    using var health = await http.GetAsync(
                        new Uri(new Uri(platform.ServiceAddress(service)), "/health/ready")
                    );
                    return health.IsSuccessStatusCode;
                }
                catch (Exception broken) when (broken is HttpRequestException or SocketException)
                {
                    return false;
                }
            },
            RestartLimit
        );
    }
}
