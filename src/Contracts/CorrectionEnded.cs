namespace Assessment.Contracts;

/// <summary>A correction (更正) was decided or given up; nothing of the cycle may be changed any more, unless a later one was opened.</summary>
/// <param name="Number">That of its <see cref="CorrectionOpened"/>; it ends those before it as well.</param>
/// <param name="By">User name of who ended it.</param>
public sealed record CorrectionEnded(
    string Township,
    Guid Cycle,
    long Number,
    DateTimeOffset At,
    string By
) : ITownshipMessage;
