namespace Assessment.Engine.Language;

/// <summary>公示: what of the results may be made public.</summary>
/// <param name="AllRankings">排名通报: whether everybody sees everybody's rank; otherwise an area sees only its own.</param>
/// <param name="Grades">The grades that are publicised; empty where all are.</param>
/// <param name="Days">Days of publicity; null where the document names none.</param>
public sealed record Publicity(
    bool AllRankings,
    IReadOnlyList<string> Grades,
    int? Days,
    Citation Citation
);
