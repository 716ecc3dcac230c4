namespace Assessment.Contracts;

/// <summary>Scoring wants to calculate and asks every source what it has reported, so that nothing under way is missed.</summary>
public sealed record SourcesAsked(string Township, Guid Cycle, Guid Request) : ITownshipMessage;

/// <summary>
/// A source's answer to <see cref="SourcesAsked"/>. While imports are pending it answers again after each of them;
/// the answer with the highest <see cref="Sequence"/> holds.
/// </summary>
/// <param name="Sequence">Grows with each answer of this source to this request, from 1.</param>
/// <param name="PendingImports">Imports of this cycle that are not finished yet.</param>
/// <param name="Versions">For each subject the version of the newest <see cref="FactsReported"/>.</param>
public sealed record SourceAnswered(
    string Township,
    Guid Cycle,
    Guid Request,
    string Source,
    long Sequence,
    int PendingImports,
    IReadOnlyDictionary<string, long> Versions
) : ITownshipMessage;
