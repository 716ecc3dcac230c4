using Assessment.ServiceDefaults.Townships;

namespace Assessment.FactSources;

/// <summary>Scoring's question what has been reported for a cycle, and how far it has been answered.</summary>
public sealed class SourceQuestion : ITownshipOwned
{
    /// <summary>The request of <see cref="Contracts.SourcesAsked"/>.</summary>
    public Guid Id { get; init; }

    public string Township { get; set; } = "";

    public Guid Cycle { get; init; }

    /// <summary>Number of the newest answer; 0 while the cycle is not known here yet.</summary>
    public long Sequence { get; set; }

    /// <summary>Whether the newest answer named no pending import, so that no other answer must follow.</summary>
    public bool IsSettled { get; set; }
}
