using System.Text.Json;
using Assessment.Audit;
using Assessment.Contracts;
using Assessment.Engine.Questionnaires;
using Assessment.FactSources;
using Assessment.Persistence.Auditing;
using Assessment.Persistence.Storage;
using Assessment.Survey.Anonymity;
using Assessment.Survey.Campaigns;
using Assessment.Survey.Storage;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Survey.Messaging;

/// <summary>Creates the campaigns that the cycle's scheme asks for; those that are there already stay as they are.</summary>
public sealed class CycleOpenedConsumer(
    SurveyDb db,
    SurveyKeys keys,
    IFactSource source,
    SourceAnswers answers,
    TimeProvider time
) : IConsumer<CycleOpened>
{
    public async Task Consume(ConsumeContext<CycleOpened> context)
    {
        var opened = context.Message;
        var cancellationToken = context.CancellationToken;
        var register = await db.LockTownshipAsync<RegisterCopy>(cancellationToken);
        if (register.Take(opened.Cycle, opened.RegisterVersion, opened.Areas))
        {
            await db.SaveChangesAsync(cancellationToken);
            await source.OnRegisterChangedAsync(register, opened.Cycle, cancellationToken);
        }

        if (!await db.LockCycleAsync(opened.Cycle, cancellationToken))
        {
            db.Cycles.Add(Cycle.Of(opened.Cycle, opened.Title, keys.Create()));
        }

        if (await db.IsCancelledAsync(opened.Cycle, cancellationToken))
        {
            return;
        }

        var there = await db
            .Campaigns.Where(campaign => campaign.Cycle == opened.Cycle)
            .Select(campaign => new { campaign.Channel, campaign.Wave })
            .ToListAsync(cancellationToken);
        foreach (var ordered in opened.Plan.Campaigns)
        {
            if (
                !there.Exists(campaign =>
                    campaign.Channel == ordered.Channel && campaign.Wave == (ordered.Wave ?? "")
                )
            )
            {
                var campaign = CampaignOf(opened, ordered);
                db.Campaigns.Add(campaign);
                db.Record(
                    new AuditedChange(
                        AuditActions.CampaignCreated,
                        $"campaign:{campaign.Id}",
                        opened.Cycle,
                        After: new
                        {
                            campaign.Channel,
                            campaign.Wave,
                            campaign.State,
                        }
                    )
                );
            }
        }

        await db.SaveChangesAsync(cancellationToken);
        // The question may have come before the cycle.
        await answers.AnswerAsync(opened.Cycle, cancellationToken);
    }

    private Campaign CampaignOf(CycleOpened opened, CampaignSpec ordered) =>
        new()
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            Cycle = opened.Cycle,
            Channel = ordered.Channel,
            Wave = ordered.Wave ?? "",
            Title = ordered.Title,
            Item = ordered.Item,
            HouseholdsItem = ordered.HouseholdsItem,
            PartyMembersItem = ordered.PartyMembersItem,
            QuestionnaireJson = JsonSerializer.Serialize(
                QuestionnaireReader.Read(
                    opened
                        .Questionnaires.Single(questionnaire =>
                            questionnaire.File == ordered.Questionnaire
                        )
                        .Text,
                    ordered.Questionnaire
                )
            ),
            ProtectedKey = keys.Create(),
        };
}
