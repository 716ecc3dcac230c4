namespace Assessment.Scoring.Registers;

/// <summary>What an opened cycle took over of a register.</summary>
/// <param name="Taken">How many rows.</param>
/// <param name="LeftOut">How many rows had ended before the cycle's year, or were mistakes; without those of <see cref="TakenOverAtOpening.Detached"/>.</param>
public sealed record TakenRegister(string Register, string Title, int Taken, int LeftOut);

/// <summary>结转: what a cycle took over when it was opened.</summary>
/// <param name="FinalOf">The year whose final result it rests on; null where there is none.</param>
/// <param name="PreviousGrades">For how many people the grade of that result was taken over.</param>
/// <param name="Facts">How many facts of that result were taken over.</param>
public sealed record TakenOverAtOpening(
    IReadOnlyList<TakenRegister> Registers,
    int? FinalOf,
    int PreviousGrades,
    int Facts
)
{
    /// <summary>Rows that were left out because their area or person is not in the cycle.</summary>
    public IReadOnlyList<DetachedRow> Detached { get; init; } = [];

    /// <summary>Rows that were taken over and lack what the scheme asks for, or have something else; to be mended in the cycle.</summary>
    public IReadOnlyList<UnfitRow> Unfit { get; init; } = [];
}

/// <summary>A current row that cannot belong to the cycle's year.</summary>
/// <param name="Of">The register of what it is about: <c>areas</c> or <c>staff</c>.</param>
/// <param name="Missing">The key of that, which had ended before the year, was a mistake, or was left out itself.</param>
public sealed record DetachedRow(string Register, string Key, string Of, string Missing);

/// <summary>A row with a value of a declared column (附加项) that the scheme does not take.</summary>
/// <param name="Code">As in imports: <c>missingValue</c>, <c>invalidValue</c>.</param>
public sealed record UnfitRow(
    string Register,
    string Key,
    string Column,
    string ColumnTitle,
    string Code
);
