namespace Assessment.Scoring.Procedures.Proposals;

/// <summary>Which areas have somebody to propose for.</summary>
internal static class ProposingAreas
{
    /// <returns>Names by id; empty where one body proposes for all, or no step of proposals is due.</returns>
    public static IReadOnlyDictionary<string, string> Of(CycleInProcedure at, Evaluated evaluated)
    {
        var due = at.State.On(at.Today).Due;
        return due is null || !at.Scheme.IsPerArea(due)
            ? new Dictionary<string, string>()
            : evaluated
                .Standings.Where(one => one.IsOf(due))
                .DistinctBy(one => one.Area)
                .ToDictionary(one => one.Area, one => one.AreaName, StringComparer.Ordinal);
    }
}
