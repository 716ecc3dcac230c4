using System.Text;

namespace Assessment.LocalServers.Processes;

/// <summary>
/// Processes of an earlier host on the same data folder. Each child carries the folder in its environment, so
/// that none is missed and nobody else's process is touched, whatever the pid files say.
/// </summary>
public static class OrphanedProcesses
{
    public const string Mark = "ASSESSMENT_DATA";

    public static async Task<int> EndAsync(string dataFolder, CancellationToken cancellationToken)
    {
        var ended = 0;
        while (Of(dataFolder) is { Count: > 0 } leftovers)
        {
            ended = Math.Max(ended, leftovers.Count);
            foreach (var processId in leftovers)
            {
                Signals.Send(processId, Signal.Kill);
            }
            await Task.Delay(TimeSpan.FromMilliseconds(50), cancellationToken);
        }
        return ended;
    }

    public static IReadOnlyList<int> Of(string dataFolder)
    {
        var mark = Encoding.UTF8.GetBytes($"{Mark}={dataFolder}\0");
        return
        [
            .. Directory
                .EnumerateDirectories("/proc")
                .Select(folder => int.TryParse(Path.GetFileName(folder), out var id) ? id : 0)
                .Where(id => id != 0 && id != Environment.ProcessId && Carries(id, mark)),
        ];
    }

    private static bool Carries(int processId, ReadOnlySpan<byte> mark)
    {
        try
        {
            ReadOnlySpan<byte> environment = File.ReadAllBytes($"/proc/{processId}/environ");
            return environment.IndexOf(mark) >= 0;
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            // Ended meanwhile, or another person's process.
            return false;
        }
    }
}
