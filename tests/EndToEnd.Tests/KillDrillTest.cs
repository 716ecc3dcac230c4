using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Assessment.Demo;
using Xunit;
using Xunit.Abstractions;

namespace Assessment.EndToEnd.Tests;

/// <summary>
/// Processes die at random, one every few seconds, while four townships load their years: each year is equal to the
/// last digit in the end. <c>tests/Faults/drill</c> runs it with other numbers.
/// </summary>
[Collection(PlatformCollection.Name)]
public sealed class KillDrillTest(Platform shared, ITestOutputHelper output) : IAsyncLifetime
{
    private const int TownshipsAtOnce = 2;
    private const int Attempts = 10;
    private static readonly TimeSpan RestartLimit = TimeSpan.FromMinutes(2);
    private static readonly string[] Services =
    [
        "gateway",
        "survey",
        "hotline",
        "scoring",
        "payout",
    ];
    private static readonly string[] Servers = ["messaging", "storage"];

    private readonly bool _withServers = Environment.GetEnvironmentVariable("DRILL_SERVERS") == "1";

    /// <summary>Only an AppHost that has started the broker starts it again.</summary>
    private WholePlatform? _whole;

    private Platform Platform => _whole ?? shared;

    public async Task InitializeAsync()
    {
        if (_withServers)
        {
            _whole = new WholePlatform();
            await _whole.InitializeAsync();
        }
    }

    public Task DisposeAsync() => _whole?.DisposeAsync() ?? Task.CompletedTask;

    [Fact]
    public async Task ProcessesKilledAtRandomDuringTheLoads_EveryYearIsTheSame()
    {
        var left = Number("DRILL_KILLS", 6);
        var seed = Number("DRILL_SEED", Random.Shared.Next());
        output.WriteLine($"DRILL_KILLS={left} DRILL_SEED={seed} DRILL_SERVERS={_withServers}");
        var random = new Random(seed);
        string[] victims = _withServers ? [.. Services, .. Servers] : Services;
        for (var round = 1; left > 0; round++)
        {
            var years = new List<TownshipYear>();
            for (var township = 1; township <= TownshipsAtOnce; township++)
            {
                years.Add(await Platform.NewTownshipAsync($"drill-{round}-{township}"));
            }

            using var ended = new CancellationTokenSource();
            var loads = Task.WhenAll(years.Select(LoadAsync));
            var kills = KillAsync(victims, random, left, ended.Token);
            await loads;
            await ended.CancelAsync();
            left -= await kills;
            foreach (var year in years)
            {
                await YearExpectation.AssertResultsAsync(year);
            }
        }

        await Platform.UntilReadyAsync();
    }

    /// <summary>Interrupted anywhere and begun again, it goes on where it was.</summary>
    private static async Task LoadAsync(TownshipYear year)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await year.RunAsync(CancellationToken.None);
                return;
            }
            catch (PlatformException refusal)
                when (refusal.Status == HttpStatusCode.Conflict && attempt < Attempts)
            {
                // A step whose first answer was lost has been taken already.
            }
            catch (Exception broken)
                when (broken is HttpRequestException or SocketException or IOException
                    && attempt < Attempts
                )
            {
                // A gateway that is killed again and again is started again ever later, longer than the loader is patient.
            }
        }
    }

    /// <returns>How many died.</returns>
    private async Task<int> KillAsync(
        string[] victims,
        Random random,
        int most,
        CancellationToken ended
    )
    {
        var killed = 0;
        while (killed < most)
        {
            // What the drill is about: one kill every five to nine seconds.
            var pause = Task.Delay(TimeSpan.FromSeconds(5 + (random.NextDouble() * 4)), ended);
            await pause.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (ended.IsCancellationRequested)
            {
                break;
            }

            var victim = victims[random.Next(victims.Length)];
            // What is dead already is waited for: a kill is of something that runs.
            await Eventually.HoldsAsync(
                () => Task.FromResult(Platform.TryKill(victim)),
                RestartLimit
            );
            killed++;
            output.WriteLine($"{DateTimeOffset.UtcNow:HH:mm:ss} {killed} {victim}");
        }

        return killed;
    }

    private static int Number(string variable, int usual) =>
        int.TryParse(
            Environment.GetEnvironmentVariable(variable),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : usual;
}
