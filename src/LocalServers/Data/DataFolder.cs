namespace Assessment.LocalServers.Data;

public static class DataFolder
{
    private const UnixFileMode OwnerOnly =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Makes the folder, for its owner only.</summary>
    public static string Open(string folder)
    {
        folder = Path.GetFullPath(folder);
        Directory.CreateDirectory(folder);
        File.SetUnixFileMode(folder, OwnerOnly);
        return folder;
    }
}
