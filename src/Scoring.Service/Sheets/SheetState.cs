namespace Assessment.Scoring.Sheets;

/// <summary>评分表的状态. Each step is a decision on the state alone.</summary>
public enum SheetState
{
    /// <summary>填报中: the department enters, and the office in its name.</summary>
    Draft,

    /// <summary>已提交: locked until it is signed or returned.</summary>
    Submitted,

    /// <summary>已退回: the department enters again.</summary>
    Returned,

    /// <summary>已签批: locked, and what is on it counts.</summary>
    Signed,

    /// <summary>已提交，无须签批: locked, and what is on it counts without anybody's signature.</summary>
    Counted,

    /// <summary>已重开: the department enters again; what was signed counts until it is signed anew.</summary>
    Reopened,
}

/// <summary>What somebody does with a sheet.</summary>
public enum SheetStep
{
    /// <summary>提交, by the department.</summary>
    Submit,

    /// <summary>退回, by the leader in charge.</summary>
    Return,

    /// <summary>签批, by the leader in charge.</summary>
    Sign,

    /// <summary>重开, by the leader in charge or the office.</summary>
    Reopen,
}

/// <summary>Which step is allowed from which state.</summary>
public static class SheetSteps
{
    /// <summary>Whether nothing on it can be changed.</summary>
    public static bool IsLocked(this SheetState state) =>
        state == SheetState.Submitted || state.Counts();

    /// <summary>Whether what is on it counts as it is.</summary>
    public static bool Counts(this SheetState state) =>
        state is SheetState.Signed or SheetState.Counted;

    /// <param name="signatureNeeded">Whether a sheet counts only when it is signed; else when it is submitted.</param>
    /// <exception cref="SheetMustBeADraft">It is submitted or signed already.</exception>
    /// <exception cref="SheetMustBeSubmittedFirst">There is nothing to sign or to return.</exception>
    /// <exception cref="SheetMustBeLockedToBeReopened">It can be changed as it is.</exception>
    public static SheetState Take(
        this SheetState state,
        SheetStep step,
        SheetKey sheet,
        bool signatureNeeded
    ) =>
        step switch
        {
            SheetStep.Submit => state.IsLocked() ? throw new SheetMustBeADraft($"{sheet}")
            : signatureNeeded ? SheetState.Submitted
            : SheetState.Counted,
            SheetStep.Return => state == SheetState.Submitted
                ? SheetState.Returned
                : throw new SheetMustBeSubmittedFirst($"{sheet}"),
            SheetStep.Sign => state == SheetState.Submitted
                ? SheetState.Signed
                : throw new SheetMustBeSubmittedFirst($"{sheet}"),
            SheetStep.Reopen => state.Counts()
                ? SheetState.Reopened
                : throw new SheetMustBeLockedToBeReopened($"{sheet}"),
            _ => throw new InvalidOperationException($"No step {step}."),
        };
}
