using Assessment.FactSources;
using Assessment.Persistence.Messaging;
using Assessment.Survey.Anonymity;
using Assessment.Survey.Campaigns;
using Assessment.Survey.Storage;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Survey.FactReports;

/// <summary>
/// Notes which areas have changed, and reports those whose facts have. Both happen in the caller's transaction, which
/// holds the cycle.
/// </summary>
public sealed class FactReporter(SurveyDb db, SubjectReports subjects)
{
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
            .SubjectReports.Where(report => report.Cycle == cycle && areas.Contains(report.Subject))
            .ToDictionaryAsync(report => report.Subject, cancellationToken);
        foreach (var (area, answers) in changed)
        {
            var report = there.GetValueOrDefault(area) ?? subjects.Begin(cycle, area);
            report.Outdate(answers);
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>The marked areas that may be reported without being asked.</summary>
    public static IQueryable<SubjectReport> ReadyUnasked(IQueryable<SubjectReport> reports) =>
        reports.Where(report =>
            report.IsOutdated
            && (report.SingleChanges == 0 || report.SingleChanges >= FewestTogether)
        );

    /// <summary>Reports the marked areas of the cycle that may be reported unasked.</summary>
    public Task ReportUnaskedAsync(Guid cycle, CancellationToken cancellationToken) =>
        ReportAsync(cycle, ReadyUnasked(db.SubjectReports), cancellationToken);

    /// <summary>Reports every marked area of the cycle with all that is written in this transaction and before it.</summary>
    public Task ReportAsync(Guid cycle, CancellationToken cancellationToken) =>
        ReportAsync(cycle, db.SubjectReports.Where(report => report.IsOutdated), cancellationToken);

    private async Task ReportAsync(
        Guid cycle,
        IQueryable<SubjectReport> reports,
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

        var areas = marked.ConvertAll(report => report.Subject);
        var campaigns = await db
            .Campaigns.AsNoTracking()
            .Where(campaign => campaign.Cycle == cycle)
            .ToListAsync(cancellationToken);
        var listed = await db.AreasAsync(cycle, cancellationToken);
        var tallies = await TallyAnswersAsync(campaigns, areas, cancellationToken);
        var households = await TallyHouseholdsAsync(campaigns, areas, cancellationToken);
        foreach (var report in marked)
        {
            subjects.Report(
                report,
                AreaFacts.Of(
                    listed.GetValueOrDefault(report.Subject),
                    campaigns,
                    [.. tallies[report.Subject]],
                    [.. households[report.Subject]]
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
