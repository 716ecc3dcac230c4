using Assessment.Scoring.Cycles;
using Assessment.Scoring.Procedures.Acts;
using Assessment.ServiceDefaults.DomainExceptions;

namespace Assessment.Scoring.Procedures.Steps;

/// <summary>Something that is missing when a cycle is to be frozen: settled before, or passed with a reason.</summary>
/// <param name="Code">Stable; what is passed is passed by it.</param>
/// <param name="Title">For people.</param>
/// <param name="Count">How many it is about.</param>
/// <param name="Subjects">Ids of the areas or people; empty where it is about something else.</param>
/// <param name="Details">For people, one line for each.</param>
public sealed record FreezeFinding(
    string Code,
    string Title,
    int Count,
    IReadOnlyList<string> Subjects,
    IReadOnlyList<string> Details
);

/// <summary>定稿</summary>
public static class Freezing
{
    /// <param name="found">What is missing.</param>
    /// <param name="passed">Reasons by the finding's code.</param>
    /// <exception cref="CycleIsFrozen">It has been done.</exception>
    /// <exception cref="FindingsMustBeSettledOrPassed">Of a finding nobody has said why it may pass.</exception>
    /// <exception cref="FindingIsPassedInVain">There is no such finding (any more).</exception>
    public static Frozen Freeze(
        this ProcedureState state,
        int result,
        string digest,
        IReadOnlyList<FreezeFinding> found,
        IReadOnlyDictionary<string, string> passed
    )
    {
        if (state.Result is not null)
        {
            throw new CycleIsFrozen();
        }

        if (passed.Keys.FirstOrDefault(code => found.All(one => one.Code != code)) is { } vain)
        {
            throw new FindingIsPassedInVain(vain);
        }

        var open = found.Where(one => !passed.ContainsKey(one.Code)).ToList();
        return open.Count > 0
            ? throw new FindingsMustBeSettledOrPassed(
                open.ConvertAll(one => new Problem(one.Code, $"{one.Title}（{one.Count}）"))
            )
            : new Frozen(
                result,
                digest,
                [
                    .. found.Select(one => new PassedFinding(
                        one.Code,
                        one.Count,
                        Due.ReasonOf(passed[one.Code])
                    )),
                ]
            );
    }
}
