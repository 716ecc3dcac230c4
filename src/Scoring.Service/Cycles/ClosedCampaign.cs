using Assessment.Persistence.Storage;
using Assessment.ServiceDefaults.Townships;

namespace Assessment.Scoring.Cycles;

/// <summary>A campaign (测评) of a cycle that Survey has closed, which is for good. All others of the cycle's plan are open.</summary>
public sealed class ClosedCampaign : ITownshipOwned, IWrittenOnce
{
    internal const int ChannelLength = 64;
    internal const int WaveLength = 32;

    public string Township { get; set; } = "";

    public Guid Cycle { get; init; }

    public string Channel { get; init; } = "";

    /// <summary>Empty where there is only one.</summary>
    public string Wave { get; init; } = "";

    public DateTimeOffset At { get; init; }
}
