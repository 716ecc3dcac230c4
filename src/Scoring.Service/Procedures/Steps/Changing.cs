using Assessment.Engine.Language;
using Assessment.Scoring.Procedures.Acts;

namespace Assessment.Scoring.Procedures.Steps;

/// <summary>What an upheld objection or a correction is to change.</summary>
/// <param name="TakenUp">Keys of the differences that count from now on.</param>
/// <param name="Grades">Grades or tiers that are to be decided.</param>
/// <param name="Result">Number of the result with the facts that are taken up; null where no fact changes.</param>
/// <param name="Standings">As they are with all of it.</param>
public sealed record Change(
    IReadOnlyList<string> TakenUp,
    IReadOnlyList<Proposal> Grades,
    int? Result,
    IReadOnlyList<Standing> Standings
);

/// <summary>Where the procedure goes on after a change of what is pinned.</summary>
internal static class Changing
{
    /// <summary>
    /// What was decided is decided anew; what had to be publicised before is publicised for those whom it has not shown so.
    /// A publicity that is running runs to its end, and another follows where it has to.
    /// </summary>
    internal static Consequence Consequence(ProcedureState state, DateOnly today, Change change)
    {
        var now = state.On(today);
        var grades = Proposing.Checked(
            change.Grades,
            change.Standings.ToDictionary(one => one.Subject, StringComparer.Ordinal),
            mayDepart: true
        );
        var from = now.Decision?.Step ?? now.Position;
        var to = now.FirstUncovered(from, change.Standings) ?? from;
        return new Consequence(
            change.TakenUp,
            grades,
            change.Result,
            to,
            now.Current is null || to != now.Position ? RunningPublicity.None
                : now.Uncovered(to, change.Standings).Any() ? RunningPublicity.IsRepeated
                : RunningPublicity.IsEnough
        );
    }
}
