using Assessment.Survey.Anonymity;
using Assessment.Survey.Storage;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Survey.Responses;

/// <summary>
/// 补录: answers that come after the campaign was closed. Only who has not taken part can still give one; the first that comes
/// stays, since no time is kept by which another could be the earlier.
/// </summary>
public sealed class LateAnswers : ICampaignAnswers
{
    private readonly SurveyDb _db;
    private readonly Guid _campaign;
    private readonly HashSet<Guid> _tookPart;
    private readonly List<(Participation Participation, Answer Answer)> _late = [];

    private LateAnswers(SurveyDb db, Guid campaign, HashSet<Guid> tookPart) =>
        (_db, _campaign, _tookPart) = (db, campaign, tookPart);

    public static async Task<LateAnswers> ReadAsync(
        SurveyDb db,
        Guid campaign,
        CancellationToken cancellationToken
    ) =>
        new(
            db,
            campaign,
            await db
                .Participations.Where(one => one.Campaign == campaign)
                .Select(one => one.Household)
                .ToHashSetAsync(cancellationToken)
        );

    public Outcome Offer(Guid household, ResponseRow row)
    {
        if (!_tookPart.Add(household))
        {
            return Outcome.TookPart;
        }

        _late.Add(
            (
                new Participation
                {
                    Campaign = _campaign,
                    Household = household,
                    Area = row.Area,
                },
                new Answer
                {
                    Campaign = _campaign,
                    Area = row.Area,
                    Respondent = row.Given.Respondent,
                    Scores = row.Given.Scores,
                    Points = row.Points,
                }
            )
        );
        return Outcome.Counts;
    }

    /// <summary>The participations without a time, as those of a closed campaign are, and in the order of their tags; the answers among all others.</summary>
    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        if (_late.Count == 0)
        {
            return;
        }

        _db.Participations.AddRange(
            _late.Select(one => one.Participation).OrderBy(one => one.Household)
        );
        await ClosedAnswers.WriteAgainAsync(
            _db,
            _campaign,
            _late.ConvertAll(one => one.Answer),
            cancellationToken
        );
    }
}
