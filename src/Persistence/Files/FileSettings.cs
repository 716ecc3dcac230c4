using Microsoft.Extensions.Configuration;

namespace Assessment.Persistence.Files;

/// <summary>Where files are kept and how much of them.</summary>
/// <param name="Folder">Shared by all replicas of the service.</param>
/// <param name="TownshipQuota">The most bytes that a township's files in this service have together.</param>
/// <param name="Sweeps">Whether what nobody needs is removed; to be switched off while a backup is being restored.</param>
internal sealed record FileSettings(string Folder, long TownshipQuota, bool Sweeps)
{
    /// <summary>20 MiB.</summary>
    public const int LargestFile = 20 * 1024 * 1024;

    private const long UsualQuota = 5L * 1024 * 1024 * 1024;

    /// <param name="service">Each service has its own part of the folder, or one would sweep the files of another.</param>
    /// <param name="webRoot">What is below it, anybody could fetch.</param>
    /// <exception cref="InvalidOperationException">No folder is configured, or it is below the web root.</exception>
    public static FileSettings Of(IConfiguration configuration, string service, string webRoot)
    {
        var folder = Path.GetFullPath(
            configuration["Files:Folder"]
                ?? throw new InvalidOperationException("Files:Folder is not configured.")
        );
        var fromWebRoot = Path.GetRelativePath(webRoot, folder);
        return
            fromWebRoot == "."
            || !(
                fromWebRoot.StartsWith("..", StringComparison.Ordinal)
                || Path.IsPathRooted(fromWebRoot)
            )
            ? throw new InvalidOperationException("Files:Folder must be outside the web root.")
            : new FileSettings(
                Path.Combine(folder, service),
                configuration.GetValue("Files:TownshipQuota", UsualQuota),
                configuration.GetValue("Files:Sweep", true)
            );
    }
}
