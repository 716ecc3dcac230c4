namespace Assessment.Gateway.Forwarding;

/// <summary>熔断: when the gateway stops sending requests to a service that does not answer.</summary>
public sealed record CircuitSettings
{
    /// <summary>Requests within <see cref="Window"/> before anything is concluded from them.</summary>
    public int AtLeast { get; init; } = 5;

    /// <summary>Opens when this share of the requests within the window got no answer, or got it too late.</summary>
    public double FailureShare { get; init; } = 0.5;

    public TimeSpan Window { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Afterwards a single request is let through, to see whether the service is back.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(15);
}
