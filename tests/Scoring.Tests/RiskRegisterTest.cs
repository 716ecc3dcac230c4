using System.Net;
using Assessment.Scoring.Procedures;
using Assessment.Scoring.Risks;
using Assessment.Scoring.Scores;
using Assessment.ServiceDefaults.SignIn;
using Assessment.Testing.Hosts;
using Xunit;

namespace Assessment.Scoring.Tests;

/// <summary>改革风险备案: filed by whoever attempts something, approved by the leader, and then an event may be waived by it.</summary>
[Collection(ScoringService.Name)]
public sealed class RiskRegisterTest(ScoringHost host)
{
    private const string Scheme = "secretary-three-reviews";

    [Fact]
    public async Task ApprovedRisk_LetsALaterEventBeWaived()
    {
        var (year, person, area) = await OpenAsync();
        var filed = await year.PostAsync(year.AreaAccount(area), "/risks", Risk(person));
        Assert.Equal(
            ("R1", "filed", area),
            ((string?)filed["number"], (string?)filed["state"], (string?)filed["applicant"])
        );
        var problem = await year.IsRefusedAsync<EntryMustFitTheScheme>(
            "/events",
            Waived(person, "2025-06-01")
        );
        Assert.Equal("riskNotApproved", (string?)problem["problems"]![0]!["code"]);

        var approved = await year.PostAsync(
            year.LeaderAccount(),
            "/risks/R1/approve",
            new { confirm = true, on = "2024-02-02" }
        );
        Assert.Equal(
            ("approved", "2024-02-02"),
            ((string?)approved["state"], (string?)approved["approvedOn"])
        );

        var happened = await year.PostAsync("/events", Waived(person, "2025-06-01"));
        Assert.Equal(("approved", "R1"), ((string?)happened["stage"], (string?)happened["risk"]));
    }

    [Fact]
    public async Task Approval_IsTheLeadersWhoSignsForTheTownship_WithADate_AndOnce()
    {
        var (year, person, _) = await OpenAsync();
        await year.PostAsync("/risks", Risk(person));
        var inCharge = host.As(
            new SignedInPerson(year.Township, Roles.Leader) { Signs = ["社建办"] }
        );
        using var byOther = await year.SendAsync(
            inCharge,
            "/risks/R1/approve",
            new { confirm = true, on = "2024-02-02" }
        );
        Assert.Equal(HttpStatusCode.Forbidden, byOther.StatusCode);
        using var byOffice = await year.SendAsync(
            year.Admin,
            "/risks/R1/approve",
            new { confirm = true, on = "2024-02-02" }
        );
        Assert.Equal(HttpStatusCode.Forbidden, byOffice.StatusCode);

        foreach (var on in new[] { null, "2024-01-31", "2124-01-01" })
        {
            await year.IsRefusedAsync<RiskApprovalMustHaveADate>(
                "/risks/R1/approve",
                new { confirm = true, on },
                year.LeaderAccount()
            );
        }

        await year.PostAsync(
            year.LeaderAccount(),
            "/risks/R1/refuse",
            new { reason = "不属改革探索" }
        );
        await year.IsRefusedAsync<RiskIsDecidedAlready>(
            "/risks/R1/approve",
            new { confirm = true, on = "2024-02-02" },
            year.LeaderAccount()
        );
    }

    [Fact]
    public async Task Area_FilesForItsOwn_AndSeesItsOwn()
    {
        var (year, person, area) = await OpenAsync();
        await year.PostAsync(year.AreaAccount(area), "/risks", Risk(person));
        var neighbour = year.AreaAccount("nowhere");

        await year.IsRefusedAsync<RiskMustBeFiledForTheOwnArea>("/risks", Risk(person), neighbour);
        Assert.Empty((await TownshipYear.GetAsync(neighbour, $"{year.Path}/risks")).AsArray());
        Assert.Single(
            (await TownshipYear.GetAsync(year.AreaAccount(area), $"{year.Path}/risks")).AsArray()
        );
        await year.IsRefusedAsync<RiskNumberIsTaken>("/risks", Risk(person));
    }

    [Theory]
    [InlineData("commendation", "rule", "noWaiver")]
    [InlineData("unheardOf", "rule", "unknownRule")]
    public async Task RuleOfWhichNothingIsWaived_TakesNoRisk(
        string rule,
        string column,
        string code
    )
    {
        var (year, person, _) = await OpenAsync();

        var problem = await year.IsRefusedAsync<EntryMustFitTheScheme>(
            "/risks",
            Risk(person, rule)
        );

        Assert.Equal(
            (column, code),
            ((string?)problem["problems"]![0]!["column"], (string?)problem["problems"]![0]!["code"])
        );
    }

    private async Task<(TownshipYear Year, string Person, string Area)> OpenAsync()
    {
        var facts = CaseFiles.Facts(Scheme, "1");
        var year = TownshipYear.Empty(host);
        await year.ImportRegistersAsync(facts);
        await year.OpenCycleAsync(facts.Year, Scheme);
        return (year, facts.Staff[0].Id, facts.Staff[0].Area);
    }

    private static object Risk(string subject, string rule = "accident") =>
        new
        {
            number = "R1",
            subject,
            rule,
            filedOn = "2024-02-01",
            description = "试行社区自治的新做法，可能出现的失误",
        };

    private static object Waived(string subject, string date) =>
        new
        {
            id = "e1",
            subject,
            rule = "accident",
            date,
            waiver = 0.5,
            risk = "R1",
        };
}
