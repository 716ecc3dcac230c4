namespace Assessment.LocalServers;

/// <summary>How a server is started, by the orchestrator or by a test on its own.</summary>
public sealed record StartLine(string Program, params IReadOnlyList<string> Arguments)
{
    public required string WorkingDirectory { get; init; }

    /// <summary>Added to the environment of the process that starts it.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } =
        new Dictionary<string, string>();
}
