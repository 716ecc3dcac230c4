using Assessment.Scoring.Results;
using Assessment.Scoring.Storage;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Scoring.Procedures.Decisions;

/// <summary>Keeps the result with the decisions in it, beside the one that was pinned.</summary>
public sealed class DecidedResults(ScoringDb db, Standings standings, TimeProvider time)
{
    public async Task<int> NextNumberAsync(Guid cycle, CancellationToken cancellationToken) =>
        await db.Results.CountAsync(result => result.Cycle == cycle, cancellationToken) + 1;

    /// <summary>Adds the result and its explanations; saved with the caller's changes.</summary>
    public async Task<AssessmentResult> AddAsync(
        CycleInProcedure at,
        Evaluated evaluated,
        int number,
        string by,
        CancellationToken cancellationToken
    )
    {
        var result = AssessmentResult.OfDecision(
            await standings.PinnedAsync(at, cancellationToken),
            Guid.CreateVersion7(time.GetUtcNow()),
            number,
            by,
            time.GetUtcNow(),
            evaluated.Result,
            evaluated.Given
        );
        db.Results.Add(result);
        db.Explanations.AddRange(StoredExplanation.AllOf(result, evaluated.Result));
        return result;
    }
}
