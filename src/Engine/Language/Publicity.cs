namespace Assessment.Engine.Language;

/// <summary>公示: what of the results may be made public at all; which step shows what, the procedure says.</summary>
/// <param name="AllRankings">排名通报: whether everybody sees everybody's rank; otherwise an area sees only its own.</param>
public sealed record Publicity(bool AllRankings, Citation Citation);
