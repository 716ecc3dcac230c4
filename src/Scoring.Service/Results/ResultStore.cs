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

    /// <summary>Whether facts or registers have changed since the cycle's newest result.</summary>
    /// <returns>False where none was calculated.</returns>
    public Task<bool> IsOutdatedAsync(Cycle cycle, CancellationToken cancellationToken) =>
        db
            .Results.Where(result => result.Cycle == cycle.Id)
            .OrderByDescending(result => result.Number)
            .Take(1)
            .AnyAsync(
                result =>
                    result.FactsVersion != cycle.FactsVersion
                    || result.RegisterVersion != cycle.RegisterVersion,
                cancellationToken
            );

    public Task<AssessmentResult?> FindAsync(
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

    /// <summary>The number of the cycle's next result. Whoever asks has locked the cycle.</summary>
    public async Task<int> NextNumberAsync(Guid cycle, CancellationToken cancellationToken) =>
        await db.Results.CountAsync(result => result.Cycle == cycle, cancellationToken) + 1;

    /// <summary>Adds a result with its explanations; saved with the caller's changes.</summary>
    public void Add(AssessmentResult result, EvaluationResult evaluated)
    {
        db.Results.Add(result);
        db.Explanations.AddRange(StoredExplanation.AllOf(result, evaluated));
    }

    /// <param name="number">Of the result; null for the one that stands: the final one, before it the newest.</param>
    /// <exception cref="NothingIsThere">The township has no such cycle.</exception>
    /// <exception cref="ResultsAreNotCalculatedYet">There is no result.</exception>
    public async Task<ResultView> ViewAsync(
        Guid id,
        int? number,
        CancellationToken cancellationToken
    )
    {
        var cycle = await CycleAsync(id, cancellationToken);
        var result = await ResultAsync(cycle, number, cancellationToken);
        return ResultView.Of(
            cycle,
            await schemes.ReadAsync(cycle.Adoption, cancellationToken),
            result,
            result.IsOutdated(cycle)
        );
    }

    /// <param name="number">Of the result; null for the one that stands: the final one, before it the newest.</param>
    /// <returns>The explanation as JSON.</returns>
    /// <exception cref="NothingIsThere">The result has no such subject.</exception>
    public async Task<string> ExplanationAsync(
        Guid cycle,
        string subject,
        int? number,
        CancellationToken cancellationToken
    )
    {
        var result = await ResultAsync(
            await CycleAsync(cycle, cancellationToken),
            number,
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
            await ResultAsync(
                await CycleAsync(cycle, cancellationToken),
                number: null,
                cancellationToken
            )
        ).FactsJson;

    public async Task<Cycle> CycleAsync(Guid id, CancellationToken cancellationToken) =>
        await db
            .Cycles.AsNoTracking()
            .SingleOrDefaultAsync(cycle => cycle.Id == id, cancellationToken)
        ?? throw new NothingIsThere();

    private async Task<AssessmentResult> ResultAsync(
        Cycle cycle,
        int? number,
        CancellationToken cancellationToken
    )
    {
        // What is final stands while it is being corrected.
        var named = number ?? cycle.FinalResult;
        return await db
                .Results.AsNoTracking()
                .Where(result =>
                    result.Cycle == cycle.Id && (named == null || result.Number == named)
                )
                .OrderByDescending(result => result.Number)
                .FirstOrDefaultAsync(cancellationToken)
            ?? throw (number is null ? new ResultsAreNotCalculatedYet() : new NothingIsThere());
    }
}
