namespace Assessment.Scoring.Cycles;

/// <summary>
/// 考核周期的状态. Each step is a decision on the state alone; whatever else it needs is the caller's to find out.
/// </summary>
public enum CycleState
{
    /// <summary>已开启: sources collect, the administrator enters; departments do not score yet.</summary>
    Open,

    /// <summary>评分中: departments score as well.</summary>
    Scoring,

    /// <summary>已计算: there are results, and they may still be calculated again.</summary>
    Calculated,

    /// <summary>已公示: the results are final.</summary>
    Published,
}

/// <summary>Which step is allowed from which state.</summary>
public static class CycleSteps
{
    /// <exception cref="CycleMustBeOpen">Scoring has begun already.</exception>
    public static CycleState StartScoring(this CycleState state) =>
        state == CycleState.Open ? CycleState.Scoring : throw new CycleMustBeOpen();

    /// <summary>Departments score from the start of scoring until publication; after a calculation that calls for another one.</summary>
    /// <exception cref="ScoringMustHaveBegun">The cycle is only open.</exception>
    /// <exception cref="CycleIsPublished">The results are final.</exception>
    public static void AdmitDepartmentScores(this CycleState state)
    {
        state.AdmitEntries();
        if (state == CycleState.Open)
        {
            throw new ScoringMustHaveBegun();
        }
    }

    /// <summary>The administrator enters scores and events from the first day until publication.</summary>
    /// <exception cref="CycleIsPublished">The results are final.</exception>
    public static void AdmitEntries(this CycleState state)
    {
        if (state == CycleState.Published)
        {
            throw new CycleIsPublished();
        }
    }

    /// <summary>Asking for a calculation takes the cycle back to scoring until the new results are there.</summary>
    /// <exception cref="ScoringMustHaveBegun">The cycle is only open.</exception>
    /// <exception cref="CycleIsPublished">The results are final.</exception>
    public static CycleState AskForCalculation(this CycleState state)
    {
        state.AdmitDepartmentScores();
        return CycleState.Scoring;
    }

    /// <exception cref="ResultsMustBeCalculatedBeforePublishing">There are no results, or others are being calculated.</exception>
    /// <exception cref="CycleIsPublished">It has been done.</exception>
    public static CycleState Publish(this CycleState state) =>
        state switch
        {
            CycleState.Calculated => CycleState.Published,
            CycleState.Published => throw new CycleIsPublished(),
            _ => throw new ResultsMustBeCalculatedBeforePublishing(),
        };
}
