using Assessment.LocalServers;
using Assessment.LocalServers.Processes;

namespace Assessment.Testing.Processes;

/// <summary>What to start, before it is started.</summary>
internal sealed record ChildCommand(StartLine Line)
{
    /// <summary>What asks the program to end in good order.</summary>
    public Signal StopSignal { get; init; } = Signal.Terminate;

    /// <summary>What the kernel sends when the host itself is gone, in setpriv's spelling.</summary>
    public string DeathSignal { get; init; } = "KILL";

    public Action<string> Output { get; init; } = static _ => { };
}
