namespace Assessment.Persistence.Ops;

internal static class OpsSettings
{
    /// <summary>How often outbox and queues are read (<c>Ops:Every</c>).</summary>
    public static readonly TimeSpan UsualEvery = TimeSpan.FromSeconds(15);

    /// <summary>How long one look at the database or the broker may take.</summary>
    public static readonly TimeSpan LookLimit = TimeSpan.FromSeconds(5);
}
