namespace Assessment.Contracts;

/// <summary>
/// A cycle's results are published: nothing more is collected for it, so what was kept only for collecting, such as
/// the keys that tell households apart, must go.
/// </summary>
/// <param name="By">User name of who published.</param>
public sealed record CycleClosed(string Township, Guid Cycle, DateTimeOffset At, string By)
    : ITownshipMessage;
