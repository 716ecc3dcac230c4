using Assessment.Audit;
using Assessment.Contracts;
using Assessment.ServiceDefaults.SignIn;
using Assessment.Testing.Hosts.Auditing;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Assessment.Survey.Tests.TownshipCycle;

namespace Assessment.Survey.Tests;

[Collection(SurveyService.Name)]
public sealed class AuditTest(SurveyHost host) : ServiceAudit("survey")
{
    private const string Household = "二〇三弄七号";
    private const string Answer = "说不出口的答案";

    protected override IEnumerable<EndpointDataSource> Sources() =>
        host.Part<IEnumerable<EndpointDataSource>>();

    protected override async Task<AuditedRun> RunAsync()
    {
        var township = await OpenAsync(host);
        await township.ImportAsync(Row("一〇一弄九号"), Row("一〇一弄八号", last: Answer));
        var campaign = await township.CampaignAsync();
        var link = await township.LinkAsync(campaign, Household);
        using (var form = new FormUrlEncodedContent(Filled("9")))
        using (var answer = await host.Resident().PostAsync(link, form))
        {
            answer.EnsureSuccessStatusCode();
        }

        await township.CloseAsync(campaign);
        return new AuditedRun(
            [host.As(township.Township, Roles.Leader)],
            [AuditActions.CampaignCreated, AuditActions.ImportCompleted],
            [Household, "一〇一弄九号", "一〇一弄八号", Answer, link.Split('/')[^1]]
        );
    }

    [Fact]
    public async Task CampaignThatEndsWithItsCycle_IsRecordedForWhoeverPublished()
    {
        var township = await OpenAsync(host);
        await host.DeliverAsync(
            new CycleClosed(township.Township, township.Cycle, DateTimeOffset.UtcNow, "leader.li")
        );

        var closed = await host.ReadAsync(
            township.Township,
            db =>
                db.Audit.AsNoTracking()
                    .Where(entry => entry.Action == AuditActions.CampaignClosed)
                    .ToListAsync()
        );

        Assert.NotEmpty(closed);
        Assert.All(
            closed,
            entry => Assert.Equal(("leader.li", AuditActions.System), (entry.Who, entry.Duty))
        );
    }
}
