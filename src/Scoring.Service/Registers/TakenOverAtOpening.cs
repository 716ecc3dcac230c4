namespace Assessment.Scoring.Registers;

/// <summary>What an opened cycle took over of a register.</summary>
/// <param name="Taken">How many rows.</param>
/// <param name="LeftOut">How many rows had ended before the cycle's year, or were mistakes.</param>
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
);
