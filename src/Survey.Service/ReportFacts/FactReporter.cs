using System.Text.Json;
using Assessment.Contracts;
using Assessment.ServiceDefaults.Messaging;
using Assessment.Survey.Anonymity;
using Assessment.Survey.Campaigns;
using Assessment.Survey.Storage;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Survey.ReportFacts;

/// <summary>
/// Notes which areas have changed, and reports those whose facts have. Both happen in the caller's transaction, which
/// holds the cycle.
/// </summary>
public sealed class FactReporter(SurveyDb db, TimeProvider time)
{
    /// <summary>This service's name in messages.</summary>
    public const string Source = "survey";

    /// <summary>
    /// Fewer new answers than this are not reported unasked: the difference of two reports with one answer between them
    /// is that answer, for everybody who reads the ledger and saw a neighbour with the phone in hand.
    /// </summary>
    public const int FewestTogether = 5;

    /// <param name="changed">The areas that have changed, with the number of answers that came one by one, from the page.</param>
    public async Task MarkAsync(
        Guid cycle,
        IReadOnlyDictionary<string, int> changed,
        CancellationToken cancellationToken
    )
    {
        var areas = changed.Keys.ToList();
        var there = await db
            .AreaReports.Where(report => report.Cycle == cycle && areas.Contains(report.Area))
            .ToDictionaryAsync(report => report.Area, cancellationToken);
        foreach (var (area, answers) in changed)
        {
            if (!there.TryGetValue(area, out var report))
            {
                report = new AreaReport { Cycle = cycle, Area = area };
                db.AreaReports.Add(report);
            }

            report.Dirty = true;
            report.Unreported += answers;
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>The marked areas that may be reported without being asked.</summary>
    public static IQueryable<AreaReport> ReadyUnasked(IQueryable<AreaReport> reports) =>
        reports.Where(report =>
            report.Dirty && (report.Unreported == 0 || report.Unreported >= FewestTogether)
        );

    /// <summary>Reports the marked areas of the cycle that may be reported unasked.</summary>
    public Task ReportUnaskedAsync(Guid cycle, CancellationToken cancellationToken) =>
        ReportAsync(cycle, ReadyUnasked(db.AreaReports), cancellationToken);

    /// <summary>Reports every marked area of the cycle with all that is written in this transaction and before it.</summary>
    public Task ReportAsync(Guid cycle, CancellationToken cancellationToken) =>
        ReportAsync(cycle, db.AreaReports.Where(report => report.Dirty), cancellationToken);

    /// <summary>For each area the version of the newest report.</summary>
    public async Task<Dictionary<string, long>> VersionsAsync(
        Guid cycle,
        CancellationToken cancellationToken
    ) =>
        await db
            .AreaReports.Where(report => report.Cycle == cycle && report.Version > 0)
            .ToDictionaryAsync(report => report.Area, report => report.Version, cancellationToken);

    private async Task ReportAsync(
        Guid cycle,
        IQueryable<AreaReport> reports,
        CancellationToken cancellationToken
    )
    {
        var marked = await reports
            .Where(report => report.Cycle == cycle)
            .ToListAsync(cancellationToken);
        if (marked.Count == 0)
        {
            return;
        }

        var areas = marked.ConvertAll(report => report.Area);
        var campaigns = await db
            .Campaigns.AsNoTracking()
            .Where(campaign => campaign.Cycle == cycle)
            .ToListAsync(cancellationToken);
        var listed = await db.AreasAsync(cancellationToken);
        var tallies = await TallyAnswersAsync(campaigns, areas, cancellationToken);
        var households = await TallyHouseholdsAsync(campaigns, areas, cancellationToken);
        var now = time.GetUtcNow();
        foreach (var report in marked)
        {
            report.Dirty = false;
            report.Unreported = 0;
            var facts = AreaFacts.Of(
                listed.GetValueOrDefault(report.Area),
                campaigns,
                [.. tallies[report.Area]],
                [.. households[report.Area]]
            );
            var json = JsonSerializer.Serialize(facts);
            if (json == report.FactsJson)
            {
                continue;
            }

            report.FactsJson = json;
            report.Version++;
            db.Send(
                new FactsReported(
                    db.Township!,
                    cycle,
                    Source,
                    report.Area,
                    report.Version,
                    now,
                    facts
                )
            );
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task<ILookup<string, CampaignTally>> TallyAnswersAsync(
        List<Campaign> campaigns,
        List<string> areas,
        CancellationToken cancellationToken
    )
    {
        var byId = campaigns.ToDictionary(campaign => campaign.Id);
        var ids = byId.Keys.ToList();
        var sums = await db
            .Answers.Where(answer => ids.Contains(answer.Campaign) && areas.Contains(answer.Area))
            .GroupBy(answer => new { answer.Campaign, answer.Area })
            .Select(group => new
            {
                group.Key.Campaign,
                group.Key.Area,
                Answers = group.Count(),
                Points = group.Sum(answer => (long)answer.Points),
                PartyMembers = group.Sum(answer =>
                    answer.Respondent == Respondent.PartyMember ? 1 : 0
                ),
            })
            .ToListAsync(cancellationToken);
        return sums.ToLookup(
            sum => sum.Area,
            sum => new CampaignTally(byId[sum.Campaign], sum.Answers, sum.Points, sum.PartyMembers)
        );
    }

    private async Task<ILookup<string, HouseholdTally>> TallyHouseholdsAsync(
        List<Campaign> campaigns,
        List<string> areas,
        CancellationToken cancellationToken
    )
    {
        var tallies = new List<(string Area, HouseholdTally Tally)>();
        foreach (
            var item in campaigns
                .Where(campaign => campaign.HouseholdsItem is not null)
                .GroupBy(campaign => campaign.HouseholdsItem!, campaign => campaign.Id)
        )
        {
            var ids = item.ToList();
            var counts = await db
                .Participations.Where(one => ids.Contains(one.Campaign) && areas.Contains(one.Area))
                .GroupBy(one => one.Area)
                .Select(group => new
                {
                    Area = group.Key,
                    Households = group.Select(one => one.Household).Distinct().Count(),
                })
                .ToListAsync(cancellationToken);
            tallies.AddRange(
                counts.Select(count => (count.Area, new HouseholdTally(item.Key, count.Households)))
            );
        }

        return tallies.ToLookup(tally => tally.Area, tally => tally.Tally);
    }
}
