namespace Assessment.LocalServers.Data;

/// <summary>
/// Ports that some process of this user has chosen and may not listen on yet: an empty file each, void after some minutes.
/// Without it deployments that start at the same moment choose the same port now and then, and one of them cannot start.
/// </summary>
public static class PortClaims
{
    private static readonly TimeSpan Validity = TimeSpan.FromMinutes(10);

    /// <returns>False where another claim is valid.</returns>
    public static bool Claim(int port)
    {
        var folder = Path.Combine(Path.GetTempPath(), $"assessment-ports-{Environment.UserName}");
        Directory.CreateDirectory(folder);
        var file = new FileInfo(Path.Combine(folder, $"{port}"));
        try
        {
            if (
                file.Exists
                && TimeProvider.System.GetUtcNow().UtcDateTime - file.LastWriteTimeUtc > Validity
            )
            {
                file.Delete();
            }

            using var claim = file.Open(FileMode.CreateNew);
            return true;
        }
        // A folder that cannot be written in is no claim: whoever asked for a port would look for ever.
        catch (IOException) when (File.Exists(file.FullName))
        {
            return false;
        }
    }
}
