namespace Assessment.Scoring.Tests.Procedures.Kills;

/// <summary>Which moments are whose: every one comes before any comes again, in an order of the seed.</summary>
internal sealed class KillMoments(int seed)
{
    private readonly Random _random = new(seed);
    private readonly Queue<KillMoment> _next = [];

    /// <summary>One for each request; of the final result, which the other services are told, another before its message is kept.</summary>
    public IReadOnlyList<KillMoment> Of(string path) =>
        path.EndsWith("/final", StringComparison.Ordinal)
            ? [KillMoment.WritingTheMessage, Next()]
            : [Next()];

    /// <summary>How long a request is let go its way.</summary>
    public TimeSpan Pause() => TimeSpan.FromMilliseconds(_random.Next(150));

    private KillMoment Next()
    {
        if (_next.Count == 0)
        {
            var moments = Enum.GetValues<KillMoment>();
            _random.Shuffle(moments);
            foreach (var moment in moments)
            {
                _next.Enqueue(moment);
            }
        }

        return _next.Dequeue();
    }
}
