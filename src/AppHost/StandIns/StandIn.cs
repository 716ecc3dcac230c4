using System.Runtime.InteropServices;
using System.Text.Json;
using Assessment.LocalServers.Data;

namespace Assessment.AppHost.StandIns;

/// <summary>
/// Takes the place of a service that a developer runs separately, under a debugger for instance: writes down the
/// settings that the service would have been started with, and waits. The file holds passwords; only its owner can read
/// it.
/// </summary>
internal static class StandIn
{
    public const string Command = "stand-in";

    /// <summary>What the service's launch profile names, and the service reads.</summary>
    public static string SettingsFile(string dataFolder, string service) =>
        Path.Combine(dataFolder, $"{service}.settings.json");

    public static async Task RunAsync(string settingsFile)
    {
        PrivateFile.Write(settingsFile, JsonSerializer.Serialize(Settings()));
        using var end = new CancellationTokenSource();
        Action<PosixSignalContext> ask = signal =>
        {
            signal.Cancel = true;
            end.Cancel();
        };
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, ask);
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, ask);
        await Task.Delay(Timeout.Infinite, end.Token)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        // The next run has other ports.
        File.Delete(settingsFile);
    }

    /// <summary>The variables that the AppHost sets for a service, under the names that configuration gives them.</summary>
    private static SortedDictionary<string, string> Settings()
    {
        var settings = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in Variables())
        {
            if (name.StartsWith("ASPNETCORE_", StringComparison.Ordinal))
            {
                settings[name["ASPNETCORE_".Length..]] = value;
            }
            else if (
                name.StartsWith("OTEL_", StringComparison.Ordinal)
                || name.Contains("__", StringComparison.Ordinal)
            )
            {
                settings[name.Replace("__", ":", StringComparison.Ordinal)] = value;
            }
        }
        return settings;
    }

    private static IEnumerable<(string Name, string Value)> Variables()
    {
        var all = Environment.GetEnvironmentVariables();
        foreach (string name in all.Keys)
        {
            yield return (name, (string)all[name]!);
        }
    }
}
