namespace Assessment.LocalHosting.Data;

internal static class DataFolder
{
    private const UnixFileMode OwnerOnly =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>
    /// Makes the folder, for its owner only. Under root others may pass through, since PostgreSQL runs as its
    /// own account; what is secret in it is a file of mode 0600.
    /// </summary>
    public static string Open(string folder)
    {
        folder = Path.GetFullPath(folder);
        Directory.CreateDirectory(folder);
        File.SetUnixFileMode(
            folder,
            Environment.IsPrivilegedProcess
                ? OwnerOnly | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute
                : OwnerOnly
        );
        return folder;
    }
}
