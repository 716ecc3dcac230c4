using Assessment.Survey.Storage;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Survey.Anonymity;

/// <summary>The answers of a closed campaign: under random slots, all written by one and the same transaction.</summary>
public static class ClosedAnswers
{
    /// <summary>
    /// Writes all answers of the campaign again, under new slots and in their order, those that come late among them:
    /// databases stamp rows with the transaction that wrote them, and by that an answer that came alone could be paired
    /// with its participation.
    /// </summary>
    /// <param name="late">Answers that come after the closing; their slots do not matter.</param>
    public static async Task WriteAgainAsync(
        SurveyDb db,
        Guid campaign,
        IReadOnlyCollection<Answer> late,
        CancellationToken cancellationToken
    )
    {
        var there = await db
            .Answers.AsNoTracking()
            .Where(answer => answer.Campaign == campaign)
            .ToListAsync(cancellationToken);
        await db
            .Answers.Where(answer => answer.Campaign == campaign)
            .ExecuteDeleteAsync(cancellationToken);
        db.Answers.AddRange(
            there
                .Concat(late)
                .Select(answer => new Answer
                {
                    Campaign = campaign,
                    Slot = Guid.NewGuid(),
                    Area = answer.Area,
                    Respondent = answer.Respondent,
                    Scores = answer.Scores,
                    Points = answer.Points,
                })
                .OrderBy(answer => answer.Slot)
        );
        await db.SaveChangesAsync(cancellationToken);
    }
}
