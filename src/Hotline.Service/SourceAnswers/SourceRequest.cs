using Assessment.ServiceDefaults.Townships;

namespace Assessment.Hotline.SourceAnswers;

/// <summary>A question of Scoring that is answered again until no import is pending.</summary>
public sealed class SourceRequest : ITownshipOwned
{
    public Guid Id { get; init; }

    public string Township { get; set; } = "";

    public Guid Cycle { get; init; }

    /// <summary>Number of the last answer; 0 while the cycle is not known here yet.</summary>
    public long Sequence { get; set; }

    /// <summary>Whether the last answer named no pending import.</summary>
    public bool Settled { get; set; }
}
