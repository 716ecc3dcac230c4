namespace Assessment.Scoring.Procedures.Acts;

/// <summary>What an upheld objection or a correction changes. Nothing else moves a pinned result.</summary>
/// <param name="TakenUp">Keys of the differences between the pinned facts and the registers and ledgers that count from now on.</param>
/// <param name="Grades">Grades or tiers that are to be decided.</param>
/// <param name="Result">Number of the result that is pinned from now on; null where no fact changes.</param>
/// <param name="To">Position of the step at which the procedure goes on.</param>
/// <param name="Running">What becomes of a publicity that is scheduled or running.</param>
public sealed record Consequence(
    IReadOnlyList<string> TakenUp,
    IReadOnlyList<Proposal> Grades,
    int? Result,
    int To,
    RunningPublicity Running
);

/// <summary>What becomes of a publicity when what it shows changes. None ever ends early.</summary>
public enum RunningPublicity
{
    /// <summary>None is running, or the procedure goes back behind it; its page still says what it said.</summary>
    None,

    /// <summary>It runs to its end, and that is enough: it shows nobody wrongly.</summary>
    IsEnough,

    /// <summary>It runs to its end, and another follows for those whom it did not show as they stand.</summary>
    IsRepeated,
}

/// <summary>启动更正: the final result is found to be wrong. It stands until another is final.</summary>
public sealed record CorrectionOpened(string Reason) : Act;

/// <summary>更正: what is to be decided in the place of the final result.</summary>
public sealed record CorrectionMade(string Reason, Consequence Consequence) : Act;

/// <summary>终止更正: the final result stands as it was.</summary>
public sealed record CorrectionAbandoned(string Reason) : Act;
