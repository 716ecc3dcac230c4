namespace Assessment.Scoring.Tests.Procedures.Kills;

/// <summary>Which moments are whose: every one comes before any comes again, in an order of the seed.</summary>
internal sealed class KillMoments(int seed)
{
    private static readonly KillMoment[] InsideTheTransaction =
    [
        KillMoment.WritingTheAct,
        KillMoment.WritingTheAudit,
        KillMoment.WritingTheMessage,
    ];

    private readonly Random _random = new(seed);
    private readonly Queue<KillMoment> _next = [];

    /// <summary>One for each request; the final result, which binds and leaves the service, has every one inside its transaction besides.</summary>
    public IReadOnlyList<KillMoment> Of(string path) =>
        path.EndsWith("/final", StringComparison.Ordinal)
            ? [.. Shuffled(InsideTheTransaction), Next()]
            : [Next()];

    /// <summary>How long a request is let go its way.</summary>
    public TimeSpan Pause() => TimeSpan.FromMilliseconds(_random.Next(150));

    private KillMoment Next()
    {
        if (_next.Count == 0)
        {
            foreach (var moment in Shuffled(Enum.GetValues<KillMoment>()))
            {
                _next.Enqueue(moment);
            }
        }

        return _next.Dequeue();
    }

    private KillMoment[] Shuffled(KillMoment[] moments)
    {
        KillMoment[] shuffled = [.. moments];
        _random.Shuffle(shuffled);
        return shuffled;
    }
}
