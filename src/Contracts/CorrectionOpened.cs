namespace Assessment.Contracts;

/// <summary>
/// A final result is being corrected (更正): what it rests on may be changed until <see cref="CorrectionEnded"/> of the same
/// number.
/// </summary>
/// <param name="Number">Which correction of the cycle, from 1. Of two, the one with the greater number holds, in whatever order they arrive.</param>
/// <param name="By">User name of who opened it.</param>
public sealed record CorrectionOpened(
    string Township,
    Guid Cycle,
    long Number,
    DateTimeOffset At,
    string By
) : ITownshipMessage;
