using Assessment.Engine.Evaluation;

namespace Assessment.Engine.Ranking;

/// <summary>
/// The grades of a group whose conditions may look at areas that were decided. Each decided area has a walk down the ranks
/// of its own, in which it alone is as decided: so a place that the decision on one area frees or takes moves nobody in
/// another.
/// </summary>
/// <param name="AsProposed">As if no area had been decided; in the order of the ranks, null where no grade takes the subject.</param>
/// <param name="OfDecidedAreas">Likewise, by the area's index.</param>
internal sealed record GradeWalks(
    string?[] AsProposed,
    IReadOnlyDictionary<int, string?[]> OfDecidedAreas
)
{
    /// <summary>The walk that places a subject.</summary>
    internal string?[] For(SubjectView at) =>
        OfDecidedAreas.GetValueOrDefault(at.Self.AreaIndex, AsProposed);
}
