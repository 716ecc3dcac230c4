namespace Assessment.LocalHosting.Processes;

/// <summary>What to start, before it is started.</summary>
internal sealed record ChildCommand(string Program, params string[] Arguments)
{
    public required string WorkingDirectory { get; init; }

    /// <summary>Added to the host's own environment.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } =
        new Dictionary<string, string>();

    /// <summary>The account to run as, when the host is root and the program refuses root.</summary>
    public string? RunAs { get; init; }

    /// <summary>What asks the program to end in good order.</summary>
    public Signal StopSignal { get; init; } = Signal.Terminate;

    /// <summary>What the kernel sends when the host itself is gone, in setpriv's spelling.</summary>
    public string DeathSignal { get; init; } = "KILL";

    public Action<string> Output { get; init; } = static _ => { };
}
