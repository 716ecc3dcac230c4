using Assessment.Scoring.Procedures;

namespace Assessment.Scoring.Cycles;

/// <summary>
/// 考核周期的状态. Each step is a decision on the state alone; whatever else it needs is the caller's to find out. What
/// happens between frozen and final is the scheme's procedure (<see cref="ProcedureState"/>).
/// </summary>
public enum CycleState
{
    /// <summary>已开启: sources collect, the administrator enters; departments do not score yet.</summary>
    Open,

    /// <summary>评分中: departments score as well.</summary>
    Scoring,

    /// <summary>已计算: there are results, and they may still be calculated again.</summary>
    Calculated,

    /// <summary>已定稿: one result is pinned; the scheme's procedure leads on from it.</summary>
    Frozen,

    /// <summary>已生效: the result is final.</summary>
    Final,

    /// <summary>已撤销: it counts nowhere, and nothing on it changes any more.</summary>
    Cancelled,
}

/// <summary>Which step is allowed from which state.</summary>
public static class CycleSteps
{
    /// <exception cref="CycleMustBeOpen">Scoring has begun already.</exception>
    public static CycleState StartScoring(this CycleState state)
    {
        state.MustNotBeCancelled();
        return state == CycleState.Open ? CycleState.Scoring : throw new CycleMustBeOpen();
    }

    /// <summary>Departments score from the start of scoring until the freezing; after a calculation that calls for another one.</summary>
    /// <exception cref="ScoringMustHaveBegun">The cycle is only open.</exception>
    public static void AdmitDepartmentScores(this CycleState state)
    {
        state.AdmitEntries();
        if (state == CycleState.Open)
        {
            throw new ScoringMustHaveBegun();
        }
    }

    /// <summary>The administrator enters scores and events from the first day until the freezing.</summary>
    /// <exception cref="CycleIsFrozen">A result is pinned.</exception>
    /// <exception cref="CycleIsFinal">The result is final.</exception>
    public static void AdmitEntries(this CycleState state)
    {
        state.MustNotBeCancelled();
        switch (state)
        {
            case CycleState.Frozen:
                throw new CycleIsFrozen();
            case CycleState.Final:
                throw new CycleIsFinal();
        }
    }

    /// <summary>Asking for a calculation takes the cycle back to scoring until the new results are there.</summary>
    /// <exception cref="ScoringMustHaveBegun">The cycle is only open.</exception>
    public static CycleState AskForCalculation(this CycleState state)
    {
        state.AdmitDepartmentScores();
        return CycleState.Scoring;
    }

    /// <exception cref="ResultsMustBeCalculatedBeforeFreezing">There are no results, or others are being calculated.</exception>
    /// <exception cref="CycleIsFrozen">It has been done.</exception>
    public static CycleState Freeze(this CycleState state)
    {
        state.AdmitEntries();
        return state == CycleState.Calculated
            ? CycleState.Frozen
            : throw new ResultsMustBeCalculatedBeforeFreezing();
    }

    /// <summary>撤销, from every state before the final result.</summary>
    /// <exception cref="CycleIsFinal">The result is final; it can be corrected.</exception>
    /// <exception cref="CycleIsCancelled">It has been done.</exception>
    public static CycleState Cancel(this CycleState state)
    {
        state.MustNotBeCancelled();
        return state == CycleState.Final ? throw new CycleIsFinal() : CycleState.Cancelled;
    }

    /// <exception cref="CycleIsCancelled"/>
    public static void MustNotBeCancelled(this CycleState state)
    {
        if (state == CycleState.Cancelled)
        {
            throw new CycleIsCancelled();
        }
    }

    /// <summary>Whether a result is pinned: what is reported later is recorded, and not in it.</summary>
    public static bool IsPinned(this CycleState state) =>
        state is CycleState.Frozen or CycleState.Final;
}
