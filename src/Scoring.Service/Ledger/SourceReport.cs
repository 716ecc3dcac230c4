using Assessment.Scoring.Areas;
using Assessment.ServiceDefaults.Townships;

namespace Assessment.Scoring.Ledger;

/// <summary>The newest version that a source has reported of a subject; older ones that arrive later are of no interest.</summary>
public sealed class SourceReport : ITownshipOwned
{
    public string Township { get; set; } = "";

    public Guid Cycle { get; init; }

    public string Source { get; init; } = "";

    public string Subject { get; init; } = "";

    public long Version { get; set; }

    public DateTimeOffset ObservedAt { get; set; }
}
