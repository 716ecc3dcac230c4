namespace Assessment.Testing;

/// <summary>
/// Folders for the servers of this process. The servers end with the process, but a test runner gives it no time to tidy
/// up: the next one does.
/// </summary>
public static class ScratchFolders
{
    private const string Prefix = "assessment-tests-";

    private static readonly string Root = Path.Combine(
        Path.GetTempPath(),
        $"{Prefix}{Environment.ProcessId}-{Guid.NewGuid():N}"
    );

    static ScratchFolders() => RemoveThoseOfEndedProcesses();

    public static string New(string name) =>
        Directory.CreateDirectory(Path.Combine(Root, name)).FullName;

    /// <summary>Of a process that has the time.</summary>
    public static void Remove() => Remove(Root);

    private static void RemoveThoseOfEndedProcesses()
    {
        foreach (var folder in Directory.GetDirectories(Path.GetTempPath(), Prefix + "*"))
        {
            var processId = Path.GetFileName(folder)[Prefix.Length..].Split('-')[0];
            if (!Directory.Exists($"/proc/{processId}"))
            {
                Remove(folder);
            }
        }
    }

    private static void Remove(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (IOException)
        {
            // Another test process is at the same work.
        }
    }
}
