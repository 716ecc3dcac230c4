namespace Assessment.Gateway.PortalFiles;

/// <summary>Where the built portal lies: configured, next to the published gateway, or in the source tree.</summary>
public static class PortalFolder
{
    public static string? Find(string? configured, string contentRoot, string baseDirectory)
    {
        if (!string.IsNullOrWhiteSpace(configured))
        {
            return IfBuilt(Path.GetFullPath(configured, contentRoot));
        }

        return IfBuilt(Path.Combine(contentRoot, "portal"))
            ?? IfBuilt(Path.Combine(baseDirectory, "portal"))
            ?? Above(contentRoot)
            ?? Above(baseDirectory);
    }

    private static string? Above(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            if (IfBuilt(Path.Combine(at.FullName, "Portal", "dist")) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static string? IfBuilt(string folder) =>
        File.Exists(Path.Combine(folder, "index.html")) ? folder : null;
}
