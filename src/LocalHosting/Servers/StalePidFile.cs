namespace Assessment.LocalHosting.Servers;

/// <summary>
/// After a power cut the number in postmaster.pid may by now be another process's, and PostgreSQL would refuse to
/// start. Only then is the file deleted: otherwise PostgreSQL itself checks that nobody uses the cluster's memory.
/// </summary>
internal static class StalePidFile
{
    public static void DeleteIn(string cluster)
    {
        var path = Path.Combine(cluster, "postmaster.pid");
        if (!File.Exists(path))
        {
            return;
        }
        var commandLine = $"/proc/{File.ReadLines(path).First().Trim()}/cmdline";
        if (File.Exists(commandLine) && !File.ReadAllText(commandLine).Contains(cluster))
        {
            File.Delete(path);
        }
    }
}
