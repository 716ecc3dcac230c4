namespace Assessment.Contracts;

/// <summary>
/// A cycle is cancelled (撤销): nothing is collected for it any more, and what was collected counts nowhere. It may come
/// before its <see cref="CycleOpened"/>; the cycle is cancelled all the same.
/// </summary>
/// <param name="By">User name of who cancelled it, or agreed to it.</param>
public sealed record CycleCancelled(string Township, Guid Cycle, DateTimeOffset At, string By)
    : ITownshipMessage;
