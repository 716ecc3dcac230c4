using Assessment.Engine.Decisions;
using Assessment.Engine.Evaluation;
using Assessment.Engine.Facts;
using Assessment.Engine.Results;
using Assessment.Scoring.Procedures.Acts;
using Assessment.Scoring.Procedures.Steps;
using Assessment.Scoring.Results;
using Assessment.Scoring.Storage;
using Assessment.ServiceDefaults.DomainExceptions;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Scoring.Procedures;

/// <summary>What the engine makes of the pinned facts and of decisions on them.</summary>
/// <param name="Pinned">The result whose facts they are.</param>
/// <param name="Given">The facts, with the decisions.</param>
public sealed record Evaluated(
    AssessmentResult Pinned,
    FactSet Given,
    EvaluationResult Result,
    IReadOnlyList<Standing> Standings
);

/// <summary>Evaluates the pinned result anew, with what is proposed or decided in the place of what was calculated.</summary>
public sealed class Standings(ScoringDb db)
{
    /// <summary>As they stand: with the decisions, before them with the proposals that there are.</summary>
    public Task<Evaluated> StandingAsync(
        CycleInProcedure at,
        CancellationToken cancellationToken
    ) => WithAsync(at, [], cancellationToken);

    /// <summary>With the proposals that there are, and these in the place of those for the same subjects.</summary>
    /// <exception cref="CycleMustBeFrozenFirst">Nothing is pinned.</exception>
    /// <exception cref="ProposalsMustFitTheScheme">The scheme has no such grade, or nothing was calculated for the subject.</exception>
    public async Task<Evaluated> WithAsync(
        CycleInProcedure at,
        IReadOnlyList<Proposal> changes,
        CancellationToken cancellationToken
    )
    {
        var pinned = await PinnedAsync(at, cancellationToken);
        return Of(at, pinned, pinned.Facts(), changes);
    }

    private static Evaluated Of(
        CycleInProcedure at,
        AssessmentResult pinned,
        FactSet facts,
        IReadOnlyList<Proposal> changes
    )
    {
        try
        {
            return Of(at, pinned, facts with { Decisions = at.State.Decisions(changes) });
        }
        catch (FactSetException unfit)
        {
            throw new ProposalsMustFitTheScheme([
                .. unfit.Problems.Select(problem => new Problem(
                    problem.Code,
                    problem.Message,
                    Line: null,
                    problem.Subject
                )),
            ]);
        }
    }

    /// <summary>With other facts in the place of the pinned ones, and these grades in the place of what is proposed or decided.</summary>
    /// <param name="facts">Without decisions.</param>
    /// <exception cref="ProposalsMustFitTheScheme">The scheme has no such grade, or nothing was calculated for the subject.</exception>
    public async Task<Evaluated> OnAsync(
        CycleInProcedure at,
        FactSet facts,
        IReadOnlyList<Proposal> changes,
        CancellationToken cancellationToken
    ) => Of(at, await PinnedAsync(at, cancellationToken), facts, changes);

    /// <summary>The result that was pinned last, without decisions.</summary>
    /// <exception cref="CycleMustBeFrozenFirst">Nothing is pinned.</exception>
    public async Task<AssessmentResult> PinnedAsync(
        CycleInProcedure at,
        CancellationToken cancellationToken
    )
    {
        var number = at.State.Pinned ?? throw new CycleMustBeFrozenFirst();
        return await db
            .Results.AsNoTracking()
            .SingleAsync(
                result => result.Cycle == at.Cycle.Id && result.Number == number,
                cancellationToken
            );
    }

    private static Evaluated Of(CycleInProcedure at, AssessmentResult pinned, FactSet given)
    {
        var result = Evaluator.Evaluate(at.Scheme, given);
        var areas = given.Areas.ToDictionary(area => area.Id, StringComparer.Ordinal);
        var people = given.Staff.ToDictionary(person => person.Id, StringComparer.Ordinal);
        return new Evaluated(
            pinned,
            given,
            result,
            [
                .. result.Areas.Select(line => new Standing(
                    line.Id,
                    line.Name,
                    Standing.Areas,
                    line.Id,
                    line.Name,
                    line.ProposedGrade ?? line.Grade,
                    line.ProposedTier ?? line.Tier,
                    line.Grade,
                    line.Tier,
                    line.Total,
                    line.Rank
                )),
                .. result.Staff.Select(line => new Standing(
                    line.Id,
                    people[line.Id].Name,
                    line.Class,
                    people[line.Id].Area,
                    areas[people[line.Id].Area].Name,
                    line.ProposedGrade ?? line.Grade,
                    CalculatedTier: null,
                    line.Grade,
                    Tier: null,
                    line.Total,
                    line.Rank
                )),
            ]
        );
    }
}
