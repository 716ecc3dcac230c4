using System.Runtime.InteropServices;

namespace Assessment.LocalServers.Processes;

/// <summary>The signals a server may be stopped with; the numbers are Linux's.</summary>
public enum Signal
{
    Interrupt = 2,
    Kill = 9,
    Terminate = 15,
}

public static partial class Signals
{
    /// <summary>Sends to the process; a process that is already gone is no error.</summary>
    public static void Send(int processId, Signal signal) => _ = Kill(processId, (int)signal);

    /// <summary>Sends to the process and all that it started in its own group.</summary>
    public static void SendToGroup(int processId, Signal signal) =>
        _ = Kill(-processId, (int)signal);

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Kill(int processId, int signal);
}
