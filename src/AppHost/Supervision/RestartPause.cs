namespace Assessment.AppHost.Supervision;

/// <summary>How long to wait before something that ended by itself is started again: longer each time, until it has held.</summary>
internal sealed class RestartPause
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Stable = TimeSpan.FromMinutes(1);

    private TimeSpan _next = First;

    /// <param name="lived">From the start until the end.</param>
    public TimeSpan After(TimeSpan lived)
    {
        var pause = lived > Stable ? First : _next;
        _next = TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, Longest.Ticks));
        return pause;
    }
}
