using System.Security.Claims;
using Assessment.Imports;
using Assessment.Imports.Templates;
using Assessment.ServiceDefaults.SignIn;
using Assessment.Survey.Anonymity;
using Assessment.Survey.Campaigns;
using Assessment.Survey.FactReports;
using Assessment.Survey.Storage;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Survey.Responses;

/// <summary>
/// Takes in a file of answers (答卷). Of a household's answers in a campaign the earliest counts, whichever file or
/// page it came by and in whatever order, so the same files always lead to the same facts. After closing the office can
/// still bring answers of households that have not taken part (补录), until the result is final.
/// </summary>
public sealed class ResponsesImport(SurveyDb db, SurveyKeys keys, FactReporter facts) : IImport
{
    public string Kind => "responses";

    public string Title => "群众评价答卷";

    public string About =>
        "见面会、第三方、线上各渠道的问卷答案。同一户在同一测评中只计最早的一份。";

    public bool ForCycle => true;

    public string ReasonTitle => "补录理由";

    public IReadOnlyList<ImportColumn> Columns => ResponseRow.Columns;

    /// <summary>A surveyor (第三方测评机构) imports for the campaigns that its account names, the administrator for all.</summary>
    public IReadOnlyList<string>? LimitsOf(ClaimsPrincipal uploader) =>
        uploader.IsInRole(Roles.TownshipAdministrator) ? null : [.. uploader.Campaigns()];

    public Task<string?> CycleTitleAsync(Guid cycle, CancellationToken cancellationToken) =>
        db
            .Cycles.Where(known => known.Id == cycle)
            .Select(known => known.Title)
            .SingleOrDefaultAsync(cancellationToken);

    public async Task<TemplateChoices> ChoicesAsync(
        TemplateRequest request,
        CancellationToken cancellationToken
    )
    {
        var campaigns = (
            await db
                .Campaigns.AsNoTracking()
                .Where(campaign => campaign.Cycle == request.Cycle)
                .OrderBy(campaign => campaign.Id)
                .ToListAsync(cancellationToken)
        ).FindAll(campaign => request.Limits?.Contains(campaign.Id.ToString()) ?? true);
        return new TemplateChoices(
            new Dictionary<string, AllowedList>
            {
                [ResponseRow.AreaColumn] = AllowedList.Of(
                    (await db.AreasAsync(request.Cycle, cancellationToken))
                        .Values.OrderBy(area => area.Id, StringComparer.Ordinal)
                        .Select(area => new AllowedValue(area.Id, area.Name))
                ),
                [ResponseRow.ChannelColumn] = AllowedList.Of(
                    campaigns
                        .GroupBy(campaign => campaign.Channel)
                        .Select(channel => new AllowedValue(
                            channel.Key,
                            string.Join('、', channel.Select(campaign => campaign.Title))
                        ))
                ),
                [ResponseRow.WaveColumn] = AllowedList.Of(
                    campaigns
                        .Select(campaign => campaign.Wave)
                        .Where(wave => wave.Length > 0)
                        .Distinct()
                ),
            }
        )
        {
            SeriesLength = campaigns
                .Select(campaign => campaign.Questionnaire.AllQuestions().Count)
                .DefaultIfEmpty()
                .Max(),
        };
    }

    public async Task RunAsync(ImportRun run, CancellationToken cancellationToken)
    {
        if (!await db.LockCycleAsync(run.Job.Cycle, cancellationToken))
        {
            throw new CycleIsUnknown();
        }

        var cycle = await db
            .Cycles.AsNoTracking()
            .SingleAsync(row => row.Id == run.Job.Cycle, cancellationToken);
        if (cycle.IsFinal)
        {
            throw new CycleIsFinal();
        }

        var campaigns = await db
            .Campaigns.AsNoTracking()
            .Where(campaign => campaign.Cycle == cycle.Id)
            .ToListAsync(cancellationToken);
        var reader = new ResponseReader(
            await db.AreasAsync(cycle.Id, cancellationToken),
            campaigns,
            run.Job.UploaderLimits,
            late: run.Job is { UploaderLimits: null, Reason: not null }
        );
        if (run.Table.MissingColumns(reader.QuestionColumns(run.Table)) is { Count: > 0 } missing)
        {
            throw new ImportFileLacksColumns(
                missing.Select(ResponseRow.QuestionOf),
                run.Table.Heads?.Unused ?? []
            );
        }

        var rows = await run.ReadRowsAsync(reader.Read, cancellationToken);
        if (rows.Count > 0)
        {
            var tags = keys.OpenTags(cycle.ProtectedKey!);
            var changed = new HashSet<string>();
            foreach (var campaign in rows.GroupBy(row => row.Campaign))
            {
                var tagged = campaign.Select(row =>
                    (Household: tags.Of(row.Area, row.Household), Row: row)
                );
                changed.UnionWith(await TakeAsync(run, campaign.Key, tagged, cancellationToken));
            }

            await facts.MarkAsync(
                cycle.Id,
                changed.ToDictionary(area => area, _ => 0),
                cancellationToken
            );
            await facts.ReportAsync(cycle.Id, cancellationToken);
        }
    }

    /// <returns>The areas whose answers have changed.</returns>
    private async Task<HashSet<string>> TakeAsync(
        ImportRun run,
        Campaign campaign,
        IEnumerable<(Guid Household, ResponseRow Row)> rows,
        CancellationToken cancellationToken
    )
    {
        var answers = await AnswersAsync(campaign, cancellationToken);
        var changed = new HashSet<string>();
        foreach (var household in rows.GroupBy(row => row.Household, row => row.Row))
        {
            var earliest = household.MinBy(row => row.Given, GivenAnswer.Order)!;
            var outcome = answers.Offer(household.Key, earliest);
            if (outcome is Outcome.Counts)
            {
                if (campaign.State == CampaignState.Closed)
                {
                    run.Count("late");
                }

                changed.Add(earliest.Area);
            }

            var accepted = outcome is Outcome.Counts or Outcome.IsThere;
            if (accepted)
            {
                run.Count("accepted");
            }

            foreach (
                var row in household.Where(row => !accepted || !ReferenceEquals(row, earliest))
            )
            {
                Refuse(run, row, outcome);
            }
        }

        await answers.WriteAsync(cancellationToken);
        return changed;
    }

    private async Task<ICampaignAnswers> AnswersAsync(
        Campaign campaign,
        CancellationToken cancellationToken
    ) =>
        campaign.State == CampaignState.Closed
            ? await LateAnswers.ReadAsync(db, campaign.Id, cancellationToken)
            : await CountedAnswers.ReadAsync(
                db,
                campaign.Id,
                keys.OpenSlots(campaign.ProtectedKey!),
                cancellationToken
            );

    private static void Refuse(ImportRun run, ResponseRow row, Outcome outcome) =>
        run.Refuse(
            row.Row,
            ResponseRow.HouseholdColumn,
            outcome is Outcome.TookPart ? ResponseRow.TookPart : ResponseRow.Duplicate,
            outcome is Outcome.TookPart
                ? "该户已参加本次测评，截止后补录不再更改。"
                : "同一户在同一测评中只计最早的一份答卷，这一份不计。"
        );
}
