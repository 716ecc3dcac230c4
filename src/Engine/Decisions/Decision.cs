namespace Assessment.Engine.Decisions;

/// <summary>
/// 集体研究决定: a grade or a tier that the deciding body gives in the place of the proposed one (拟定). The proposal stays
/// on record with it, and nobody else's proposal moves: a place that becomes free is not refilled.
/// </summary>
/// <param name="Subject">An area or a person who has a proposal; at most one decision each.</param>
/// <param name="Grade">等次; null where the tier is decided.</param>
/// <param name="Tier">档次 of an area; null where the grade is decided.</param>
/// <param name="Reason">理由; never empty.</param>
public sealed record Decision(
    string Subject,
    string? Grade = null,
    string? Tier = null,
    string Reason = ""
);
