using Assessment.ServiceDefaults.Townships;
using Assessment.Survey.Anonymity;
using Assessment.Survey.Storage;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Survey.Responses;

/// <summary>The one answer of each household in an open campaign, and those that a file changes.</summary>
public sealed class CountedAnswers : ICampaignAnswers
{
    private const int Portion = 1000;
    private readonly SurveyDb _db;
    private readonly Guid _campaign;
    private readonly AnswerSlots _slots;
    private readonly Dictionary<Guid, DateTimeOffset> _times;
    private readonly Dictionary<Guid, (Respondent Respondent, string Scores)> _answers;
    private readonly List<(Participation Participation, Answer Answer, bool Replaces)> _changes =
    [];

    private CountedAnswers(
        SurveyDb db,
        Guid campaign,
        AnswerSlots slots,
        Dictionary<Guid, DateTimeOffset> times,
        Dictionary<Guid, (Respondent Respondent, string Scores)> answers
    )
    {
        _db = db;
        _campaign = campaign;
        _slots = slots;
        _times = times;
        _answers = answers;
    }

    public static async Task<CountedAnswers> ReadAsync(
        SurveyDb db,
        Guid campaign,
        AnswerSlots slots,
        CancellationToken cancellationToken
    )
    {
        var times = await db
            .Participations.Where(one => one.Campaign == campaign)
            .Select(one => new { one.Household, SubmittedAt = one.SubmittedAt!.Value })
            .ToDictionaryAsync(one => one.Household, one => one.SubmittedAt, cancellationToken);
        var answers = await db
            .Answers.Where(answer => answer.Campaign == campaign)
            .Select(answer => new
            {
                answer.Slot,
                answer.Respondent,
                answer.Scores,
            })
            .ToDictionaryAsync(
                answer => answer.Slot,
                answer => (answer.Respondent, answer.Scores),
                cancellationToken
            );
        return new CountedAnswers(db, campaign, slots, times, answers);
    }

    public Outcome Offer(Guid household, ResponseRow row)
    {
        var slot = _slots.Of(household);
        var replaces = _times.TryGetValue(household, out var submittedAt);
        if (replaces)
        {
            var (respondent, scores) = _answers[slot];
            switch (
                GivenAnswer.Order.Compare(
                    row.Given,
                    new GivenAnswer(submittedAt, respondent, scores)
                )
            )
            {
                case > 0:
                    return Outcome.ComesLater;
                case 0:
                    return Outcome.IsThere;
            }
        }

        _changes.Add(
            (
                new Participation
                {
                    Campaign = _campaign,
                    Household = household,
                    Area = row.Area,
                    SubmittedAt = row.Given.SubmittedAt,
                },
                new Answer
                {
                    Campaign = _campaign,
                    Slot = slot,
                    Area = row.Area,
                    Respondent = row.Given.Respondent,
                    Scores = row.Given.Scores,
                    Points = row.Points,
                },
                replaces
            )
        );
        return Outcome.Counts;
    }

    /// <summary>Each table in the order of its own keys, so that the rows' places tell nothing of what belongs together.</summary>
    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        await WriteAsync(
            _changes
                .OrderBy(change => change.Participation.Household)
                .Select(change => (change.Participation, change.Replaces)),
            cancellationToken
        );
        await WriteAsync(
            _changes
                .OrderBy(change => change.Answer.Slot)
                .Select(change => (change.Answer, change.Replaces)),
            cancellationToken
        );
    }

    /// <summary>In portions that the context forgets once written: it would look through all of them at every later save.</summary>
    private async Task WriteAsync<T>(
        IEnumerable<(T Row, bool Replaces)> rows,
        CancellationToken cancellationToken
    )
        where T : class, ITownshipOwned
    {
        foreach (var portion in rows.Chunk(Portion))
        {
            foreach (var (row, replaces) in portion)
            {
                row.Township = _db.Township!;
                _db.Entry(row).State = replaces ? EntityState.Modified : EntityState.Added;
            }

            await _db.SaveChangesAsync(cancellationToken);
            foreach (var (row, _) in portion)
            {
                _db.Entry(row).State = EntityState.Detached;
            }
        }
    }
}
