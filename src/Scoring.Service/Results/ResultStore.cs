using Assessment.Engine.Results;
using Assessment.Scoring.Cycles;
using Assessment.Scoring.Schemes;
using Assessment.Scoring.Storage;
using Assessment.ServiceDefaults.DomainExceptions;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Scoring.Results;

/// <summary>The results that were calculated.</summary>
public sealed class ResultStore(ScoringDb db, SchemeStore schemes)
{
    /// <summary>The newest result of the cycle; null where none was calculated.</summary>
    public Task<AssessmentResult?> FindNewestAsync(
        Guid cycle,
        CancellationToken cancellationToken
    ) =>
        db
            .Results.AsNoTracking()
            .Where(result => result.Cycle == cycle)
            .OrderByDescending(result => result.Number)
            .FirstOrDefaultAsync(cancellationToken);

    /// <summary>The number of the cycle's next result. Whoever asks has locked the cycle.</summary>
    public async Task<int> NextNumberAsync(Guid cycle, CancellationToken cancellationToken) =>
        await db.Results.CountAsync(result => result.Cycle == cycle, cancellationToken) + 1;

    /// <summary>Adds a result with its explanations; saved with the caller's changes.</summary>
    public void Add(AssessmentResult result, EvaluationResult evaluated)
    {
        db.Results.Add(result);
        db.Explanations.AddRange(StoredExplanation.AllOf(result, evaluated));
    }

    /// <exception cref="NothingIsThere">The township has no such cycle.</exception>
    /// <exception cref="ResultsAreNotCalculatedYet">There is no result.</exception>
    public async Task<ResultView> ViewAsync(Guid id, CancellationToken cancellationToken)
    {
        var cycle = await CycleAsync(id, cancellationToken);
        return await ViewAsync(
            cycle,
            await StandingAsync(cycle, cancellationToken),
            cancellationToken
        );
    }

    /// <summary>One of the cycle's results, whether or not it stands.</summary>
    /// <exception cref="NothingIsThere">The township has no such cycle, or the cycle no such result.</exception>
    public async Task<ResultView> ViewAsync(
        Guid id,
        int number,
        CancellationToken cancellationToken
    ) =>
        await ViewAsync(
            await CycleAsync(id, cancellationToken),
            await FindAsync(id, number, cancellationToken) ?? throw new NothingIsThere(),
            cancellationToken
        );

    private async Task<ResultView> ViewAsync(
        Cycle cycle,
        AssessmentResult result,
        CancellationToken cancellationToken
    ) =>
        ResultView.Of(
            cycle,
            await schemes.ReadAsync(cycle.Adoption, cancellationToken),
            result,
            result.IsOutdated(cycle)
        );

    /// <returns>The explanation as JSON.</returns>
    /// <exception cref="NothingIsThere">The result has no such subject.</exception>
    public async Task<string> ExplanationAsync(
        Guid cycle,
        string subject,
        CancellationToken cancellationToken
    )
    {
        var result = await StandingAsync(
            await CycleAsync(cycle, cancellationToken),
            cancellationToken
        );
        return await db
                .Explanations.AsNoTracking()
                .Where(explanation =>
                    explanation.Result == result.Id && explanation.Subject == subject
                )
                .Select(explanation => explanation.Tree)
                .SingleOrDefaultAsync(cancellationToken)
            ?? throw new NothingIsThere();
    }

    /// <returns>The facts that the result was calculated from, in the form of facts.json.</returns>
    /// <exception cref="ResultsAreNotCalculatedYet">There is no result.</exception>
    public async Task<string> FactsAsync(Guid cycle, CancellationToken cancellationToken) =>
        (
            await StandingAsync(await CycleAsync(cycle, cancellationToken), cancellationToken)
        ).FactsJson;

    public async Task<Cycle> CycleAsync(Guid id, CancellationToken cancellationToken) =>
        await db
            .Cycles.AsNoTracking()
            .SingleOrDefaultAsync(cycle => cycle.Id == id, cancellationToken)
        ?? throw new NothingIsThere();

    /// <summary>The final result, also while it is being corrected; before there is one, the newest.</summary>
    private async Task<AssessmentResult> StandingAsync(
        Cycle cycle,
        CancellationToken cancellationToken
    ) =>
        await (
            cycle.FinalResult is { } final
                ? FindAsync(cycle.Id, final, cancellationToken)
                : FindNewestAsync(cycle.Id, cancellationToken)
        )
        ?? throw new ResultsAreNotCalculatedYet();

    private Task<AssessmentResult?> FindAsync(
        Guid cycle,
        int number,
        CancellationToken cancellationToken
    ) =>
        db
            .Results.AsNoTracking()
            .SingleOrDefaultAsync(
                result => result.Cycle == cycle && result.Number == number,
                cancellationToken
            );
}
