using System.Threading.Channels;
using Assessment.ServiceDefaults.DomainExceptions;
using Assessment.ServiceDefaults.Townships;
using Assessment.Survey.Anonymity;
using Assessment.Survey.Campaigns;
using Assessment.Survey.FactReports;
using Assessment.Survey.Storage;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Survey.Submissions;

/// <summary>A complete answer, on its way from the page into the storage.</summary>
public sealed record SubmittedAnswer(
    string Township,
    Guid Cycle,
    Guid Campaign,
    string Area,
    Guid Household,
    FilledForm Form,
    DateTimeOffset SubmittedAt
);

/// <summary>
/// Takes the answers from the page (收卷). All that arrive while one transaction is being written go together into the
/// next one, so that a rush costs a few commits and not one each; alone, an answer does not wait.
/// </summary>
public sealed partial class AnswerQueue(
    IServiceScopeFactory scopes,
    TimeProvider time,
    ILogger<AnswerQueue> log
) : BackgroundService
{
    private const int MostWaiting = 10_000;
    private const int MostTogether = 500;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Channel<QueuedAnswer> _waiting =
        System.Threading.Channels.Channel.CreateBounded<QueuedAnswer>(MostWaiting);

    /// <summary>Returns when the answer is committed.</summary>
    /// <exception cref="DomainException">It was not taken; the type says why.</exception>
    public async Task SubmitAsync(SubmittedAnswer answer, CancellationToken cancellationToken)
    {
        var waiting = new QueuedAnswer(answer);
        if (!_waiting.Writer.TryWrite(waiting))
        {
            throw new AnswerCouldNotBeKept();
        }

        try
        {
            await waiting.Taken.Task.WaitAsync(Patience, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            throw new AnswerCouldNotBeKept();
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (await _waiting.Reader.WaitToReadAsync(stoppingToken))
            {
                var together = new List<QueuedAnswer>();
                while (together.Count < MostTogether && _waiting.Reader.TryRead(out var next))
                {
                    together.Add(next);
                }

                foreach (
                    var cycle in together.GroupBy(one => (one.Answer.Township, one.Answer.Cycle))
                )
                {
                    await TakeAsync(cycle.Key.Township, cycle.Key.Cycle, [.. cycle], stoppingToken);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The web server has stopped before, so nobody waits any more.
        }
    }

    private async Task TakeAsync(
        string township,
        Guid cycle,
        List<QueuedAnswer> together,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var refusals = await WriteAsync(township, cycle, together, cancellationToken);
            foreach (var one in together)
            {
                one.End(refusals.GetValueOrDefault(one));
            }

            LogTaken(cycle, together.Count - refusals.Count, refusals.Count);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            LogNotWritten(cycle, together.Count, failure);
            foreach (var one in together)
            {
                one.End(new AnswerCouldNotBeKept());
            }
        }
    }

    /// <returns>The refused ones; all others are committed.</returns>
    private async Task<Dictionary<QueuedAnswer, DomainException>> WriteAsync(
        string township,
        Guid cycle,
        List<QueuedAnswer> together,
        CancellationToken cancellationToken
    )
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TownshipScope>().Enter(township);
        var db = scope.ServiceProvider.GetRequiredService<SurveyDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockCycleAsync(cycle, cancellationToken);
        var ids = together.Select(one => one.Answer.Campaign).Distinct().ToList();
        var households = together.Select(one => one.Answer.Household).Distinct().ToList();
        var campaigns = await db
            .Campaigns.AsNoTracking()
            .Where(campaign => ids.Contains(campaign.Id))
            .ToDictionaryAsync(campaign => campaign.Id, cancellationToken);
        var answered = (
            await db
                .Participations.Where(one =>
                    ids.Contains(one.Campaign) && households.Contains(one.Household)
                )
                .Select(one => new { one.Campaign, one.Household })
                .ToListAsync(cancellationToken)
        )
            .Select(one => (one.Campaign, one.Household))
            .ToHashSet();
        var slots = campaigns
            .Values.Where(campaign => campaign.State == CampaignState.Open)
            .ToDictionary(
                campaign => campaign.Id,
                campaign =>
                    scope
                        .ServiceProvider.GetRequiredService<SurveyKeys>()
                        .OpenSlots(campaign.ProtectedKey!)
            );
        var refusals = new Dictionary<QueuedAnswer, DomainException>();
        var taken = new List<(SubmittedAnswer Answer, Guid Slot)>();
        foreach (var one in together)
        {
            if (!slots.TryGetValue(one.Answer.Campaign, out var slotsOfCampaign))
            {
                refusals[one] = new AnswerMustArriveBeforeCampaignCloses();
            }
            else if (!answered.Add((one.Answer.Campaign, one.Answer.Household)))
            {
                refusals[one] = new HouseholdHasAnswered();
            }
            else
            {
                taken.Add((one.Answer, slotsOfCampaign.Of(one.Answer.Household)));
            }
        }

        if (taken.Count > 0)
        {
            Add(db, taken);
            await scope
                .ServiceProvider.GetRequiredService<FactReporter>()
                .MarkAsync(
                    cycle,
                    taken.CountBy(one => one.Answer.Area).ToDictionary(),
                    cancellationToken
                );
            await transaction.CommitAsync(cancellationToken);
        }

        return refusals;
    }

    /// <summary>Each table in the order of its own keys, so that the rows' places tell nothing of what belongs together.</summary>
    private static void Add(SurveyDb db, List<(SubmittedAnswer Answer, Guid Slot)> taken)
    {
        db.Participations.AddRange(
            taken
                .Select(one => new Participation
                {
                    Campaign = one.Answer.Campaign,
                    Household = one.Answer.Household,
                    Area = one.Answer.Area,
                    SubmittedAt = one.Answer.SubmittedAt,
                })
                .OrderBy(participation => participation.Household)
        );
        db.Answers.AddRange(
            taken
                .Select(one => new Answer
                {
                    Campaign = one.Answer.Campaign,
                    Slot = one.Slot,
                    Area = one.Answer.Area,
                    Respondent = one.Answer.Form.Respondent,
                    Scores = one.Answer.Form.Answers,
                    Points = one.Answer.Form.Points,
                })
                .OrderBy(answer => answer.Slot)
        );
    }

    private sealed class QueuedAnswer(SubmittedAnswer answer)
    {
        public SubmittedAnswer Answer => answer;

        public TaskCompletionSource Taken { get; } =
            new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void End(DomainException? refusal)
        {
            if (refusal is null)
            {
                Taken.SetResult();
            }
            else
            {
                Taken.SetException(refusal);
            }
        }
    }

    [LoggerMessage(LogLevel.Information, "Cycle {Cycle}: {Taken} answers taken, {Refused} refused")]
    private partial void LogTaken(Guid cycle, int taken, int refused);

    [LoggerMessage(LogLevel.Warning, "Cycle {Cycle}: {Number} answers could not be written")]
    private partial void LogNotWritten(Guid cycle, int number, Exception failure);
}
