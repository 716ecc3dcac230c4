namespace Assessment.Contracts;

/// <summary>
/// A cycle's result is final: nothing more is collected for it, unless a correction is opened, and what was kept only for
/// collecting, such as the keys that tell households apart, must go.
/// </summary>
/// <param name="By">User name of who signed the result.</param>
public sealed record CycleClosed(string Township, Guid Cycle, DateTimeOffset At, string By)
    : ITownshipMessage;
