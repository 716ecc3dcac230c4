using Assessment.Engine.Evaluation;
using Assessment.Engine.Facts;
using Assessment.Scoring.Calculation;
using Assessment.Scoring.Procedures.Acts;
using Assessment.Scoring.Procedures.Moves;
using Assessment.Scoring.Procedures.Steps;
using Assessment.Scoring.Results;

namespace Assessment.Scoring.Procedures.Corrections;

/// <summary>A change of what is pinned, as it is asked for.</summary>
/// <param name="TakenUp">Keys of differences (<see cref="FactDifference"/>); null for none.</param>
/// <param name="Grades">Grades or tiers that are to be decided; null for none.</param>
public sealed record ChangeAsked(IReadOnlyList<string>? TakenUp, IReadOnlyList<Proposal>? Grades);

/// <summary>What follows from a change, before it is made.</summary>
/// <param name="To">Title of the step at which the procedure would go on.</param>
public sealed record ChangePreview(IReadOnlyList<MovedSubject> Moved, string? To);

/// <summary>Works out what an upheld objection or a correction changes, and stores the result that is pinned from then on.</summary>
public sealed class Changes(
    FactSets facts,
    Standings standings,
    ResultStore results,
    TimeProvider time
)
{
    /// <summary>What the registers and ledgers now say other than the pinned facts.</summary>
    public async Task<IReadOnlyList<FactDifference>> DifferencesAsync(
        CycleInProcedure at,
        CancellationToken cancellationToken
    ) =>
        FactDifferences.Between(
            (await standings.PinnedAsync(at, cancellationToken)).Facts(),
            await facts.OfAsync(at.Cycle, cancellationToken)
        );

    public async Task<ChangePreview> PreviewAsync(
        CycleInProcedure at,
        ChangeAsked asked,
        CancellationToken cancellationToken
    )
    {
        var (given, _, evaluated) = await EvaluateAsync(at, asked, cancellationToken);
        var stood = await standings.StandingAsync(at, cancellationToken);
        var consequence = Changing.Consequence(
            at.State,
            at.Today,
            ChangeOf(asked, given is null ? null : 0, evaluated)
        );
        return new ChangePreview(
            MovedSubjects.Between(at.Scheme, stood.Given, evaluated.Given, cancellationToken),
            at.Scheme.Procedure?.Steps.ElementAtOrDefault(consequence.To)?.Title
        );
    }

    /// <summary>Adds the result that is to be pinned, where a fact changes; saved with the caller's changes.</summary>
    /// <param name="cause">Why there is another result.</param>
    public async Task<Change> MakeAsync(
        CycleInProcedure at,
        ChangeAsked asked,
        ResultCause cause,
        string by,
        CancellationToken cancellationToken
    )
    {
        var (given, isAll, evaluated) = await EvaluateAsync(at, asked, cancellationToken);
        if (given is null)
        {
            return ChangeOf(asked, number: null, evaluated);
        }

        var number = await results.NextNumberAsync(at.Cycle.Id, cancellationToken);
        var now = time.GetUtcNow();
        var calculated = Evaluator.Evaluate(at.Scheme, given);
        results.Add(
            AssessmentResult.InPlaceOf(
                evaluated.Pinned,
                cause,
                Guid.CreateVersion7(now),
                number,
                by,
                now,
                calculated,
                given,
                isAll ? at.Cycle : null
            ),
            calculated
        );
        return ChangeOf(asked, number, evaluated);
    }

    /// <returns>The facts that would be pinned, null where none changes; whether they leave nothing out; and what follows with the grades.</returns>
    private async Task<(FactSet? Given, bool IsAll, Evaluated Evaluated)> EvaluateAsync(
        CycleInProcedure at,
        ChangeAsked asked,
        CancellationToken cancellationToken
    )
    {
        var pinned = (await standings.PinnedAsync(at, cancellationToken)).Facts();
        var grades = asked.Grades ?? [];
        if (asked.TakenUp is not { Count: > 0 } keys)
        {
            return (null, false, await standings.OnAsync(at, pinned, grades, cancellationToken));
        }

        var now = await facts.OfAsync(at.Cycle, cancellationToken);
        var given = FactDifferences.TakeUp(pinned, now, keys);
        return (
            given,
            FactDifferences.Between(given, now).Count == 0,
            await standings.OnAsync(at, given, grades, cancellationToken)
        );
    }

    private static Change ChangeOf(ChangeAsked asked, int? number, Evaluated evaluated) =>
        new(asked.TakenUp ?? [], asked.Grades ?? [], number, evaluated.Standings);
}
