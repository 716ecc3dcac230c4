using System.Runtime.InteropServices;

namespace Assessment.AppHost.Supervision;

/// <summary>What the host and its children write, keys and logs among them, nobody else can read.</summary>
internal static partial class NewFiles
{
    private const int GroupAndOthers = 0b111_111;

    public static void AreTheOwners() => _ = Umask(GroupAndOthers);

    [LibraryImport("libc", EntryPoint = "umask")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Umask(int mask);
}
