namespace Assessment.Contracts;

/// <summary>
/// Everything that one source now knows of one subject in one cycle. It replaces what the same source reported of the
/// subject with a lower <see cref="Version"/>: facts that are missing here are withdrawn.
/// </summary>
/// <param name="Source"><c>survey</c> or <c>hotline</c>.</param>
/// <param name="Subject">Id of an area or a staff member.</param>
/// <param name="Version">Grows with each report of this source on this subject, from 1.</param>
public sealed record FactsReported(
    string Township,
    Guid Cycle,
    string Source,
    string Subject,
    long Version,
    DateTimeOffset ObservedAt,
    IReadOnlyList<ReportedFact> Facts
) : ITownshipMessage;

/// <summary>One observation.</summary>
/// <param name="By">Who observed: a channel or a department.</param>
/// <param name="Period">For example <c>H1</c>.</param>
/// <param name="Count">How many took part, where the value is a mean or a share.</param>
/// <param name="Eligible">How many could have taken part.</param>
/// <param name="Evidence">Ids that lead to the evidence, such as ticket numbers; never texts or answers.</param>
public sealed record ReportedFact(
    string Item,
    string? By,
    string? Period,
    decimal Value,
    decimal? Count,
    decimal? Eligible,
    IReadOnlyList<string> Evidence
)
{
    /// <summary>
    /// What <see cref="Value"/> is the mean of, which then is the exact value: the decimal may have been cut off. Null
    /// where the value is no mean.
    /// </summary>
    public ReportedMean? Mean { get; init; }
}

/// <summary>均值: exactly, as the sum of what was given and how many gave it.</summary>
/// <param name="Count">More than 0.</param>
public sealed record ReportedMean(decimal Sum, decimal Count);
