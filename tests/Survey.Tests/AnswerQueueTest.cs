using Assessment.ServiceDefaults.DomainExceptions;
using Assessment.Survey.Anonymity;
using Assessment.Survey.Submissions;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Assessment.Survey.Tests.TownshipCycle;

namespace Assessment.Survey.Tests;

/// <summary>Answers that go into one transaction together.</summary>
[Collection(SurveyService.Name)]
public sealed class AnswerQueueTest(SurveyHost host)
{
    private const int Copies = 20;

    [Fact]
    public async Task AnswersWaitingTogether_OfTwoHouseholds_AreOneEach()
    {
        var township = await OpenAsync(host);
        var campaign = await township.CampaignAsync();
        var (first, second) = (Guid.NewGuid(), Guid.NewGuid());

        var outcomes = await WhileTheCycleIsHeldAsync(
            township,
            desk =>
                Enumerable
                    .Range(0, Copies)
                    .SelectMany(_ => new[] { first, second })
                    .Select(household => OutcomeOf(desk, AnswerOf(township, campaign, household)))
                    .ToList()
        );

        Assert.Equal(2, outcomes.Count(outcome => outcome is null));
        Assert.Equal(2 * (Copies - 1), outcomes.Count(outcome => outcome is HouseholdHasAnswered));
        Assert.Equal(2, await host.ReadAsync(township.Township, db => db.Answers.CountAsync()));
    }

    [Fact]
    public async Task AnswersWaitingTogether_ForAnOpenAndAClosedCampaign_AreTakenAndRefused()
    {
        var township = await OpenAsync(host);
        var closed = await township.CampaignAsync("online", "H1");
        var open = await township.CampaignAsync("online", "H2");
        await township.CloseAsync(closed);

        var outcomes = await WhileTheCycleIsHeldAsync(
            township,
            desk =>
                new[] { closed, open }
                    .Select(campaign =>
                        OutcomeOf(desk, AnswerOf(township, campaign, Guid.NewGuid()))
                    )
                    .ToList()
        );

        Assert.IsType<AnswerMustArriveBeforeCampaignCloses>(outcomes[0]);
        Assert.Null(outcomes[1]);
    }

    /// <summary>Another writer has the cycle meanwhile, so that all answers gather.</summary>
    private Task<DomainException?[]> WhileTheCycleIsHeldAsync(
        TownshipCycle township,
        Func<AnswerQueue, List<Task<DomainException?>>> submit
    ) =>
        host.ReadAsync(
            township.Township,
            async db =>
            {
                await using var transaction = await db.Database.BeginTransactionAsync();
                Assert.True(await db.LockCycleAsync(township.Cycle, CancellationToken.None));
                var outcomes = submit(host.Part<AnswerQueue>());
                await transaction.CommitAsync();
                return await Task.WhenAll(outcomes);
            }
        );

    private static async Task<DomainException?> OutcomeOf(AnswerQueue desk, SubmittedAnswer answer)
    {
        try
        {
            await desk.SubmitAsync(answer, CancellationToken.None);
            return null;
        }
        catch (DomainException refusal)
        {
            return refusal;
        }
    }

    private static SubmittedAnswer AnswerOf(
        TownshipCycle township,
        Guid campaign,
        Guid household
    ) =>
        new(
            township.Township,
            township.Cycle,
            campaign,
            First,
            household,
            new FilledForm(
                Respondent.Household,
                string.Join(',', Enumerable.Repeat(5, Questions)),
                5 * Questions
            ),
            DateTimeOffset.UnixEpoch
        );
}
