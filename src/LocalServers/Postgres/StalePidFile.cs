namespace Assessment.LocalServers.Postgres;

/// <summary>
/// After a power cut, or in a folder that was copied, the number in postmaster.pid may by now be another process's, and
/// PostgreSQL would refuse to start. Only then is the file deleted: otherwise PostgreSQL itself checks that nobody uses
/// the cluster's memory.
/// </summary>
public static class StalePidFile
{
    public static void DeleteIn(string cluster)
    {
        var path = Path.Combine(cluster, "postmaster.pid");
        if (!File.Exists(path))
        {
            return;
        }
        // The server holds its folder open, and calls it by that.
        var folder = new DirectoryInfo($"/proc/{File.ReadLines(path).First().Trim()}/fd/9");
        if (!folder.Exists || folder.LinkTarget != cluster)
        {
            File.Delete(path);
        }
    }
}
