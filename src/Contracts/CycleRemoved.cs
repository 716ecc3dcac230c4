namespace Assessment.Contracts;

/// <summary>A rehearsal (演练) was removed: nothing of it is kept but the audit log.</summary>
/// <param name="By">User name of who removed it.</param>
public sealed record CycleRemoved(string Township, Guid Cycle, DateTimeOffset At, string By)
    : ITownshipMessage;
