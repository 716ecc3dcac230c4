using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Assessment.Contracts;
using Assessment.Scoring.Ledger;
using Assessment.Testing.Hosts;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Assessment.Scoring.Tests;

[Collection(ScoringService.Name)]
public sealed class LedgerTest(ScoringHost host)
{
    [Fact]
    public async Task CopyOfAReport_AddsNothing()
    {
        var year = await TownshipYear.OpenAsync(host);
        var report = year.Report("hotline", "a1", 1, Tickets(7));
        var id = Guid.CreateVersion7();

        await host.PublishAsync(report, id);
        await host.PublishAsync(report, id);
        await host.DeliverAsync(report);

        Assert.Single(await year.LedgerAsync("tickets"));
    }

    [Fact]
    public async Task OlderReportAfterANewerOne_IsIgnored()
    {
        var year = await TownshipYear.OpenAsync(host);

        await host.DeliverAsync(year.Report("hotline", "a1", 3, Tickets(9)));
        await host.DeliverAsync(year.Report("hotline", "a1", 1, Tickets(7)));
        await host.DeliverAsync(year.Report("hotline", "a1", 2, Tickets(8)));

        var entry = Assert.Single(await year.LedgerAsync("tickets"));
        Assert.Equal(9, (decimal)entry["value"]!);
    }

    [Fact]
    public async Task NewerReport_SupersedesWhatDiffers_AndKeepsTheHistory()
    {
        var year = await TownshipYear.OpenAsync(host);
        await host.DeliverAsync(year.Report("hotline", "a1", 1, Tickets(7), Disposal(90)));

        await host.DeliverAsync(year.Report("hotline", "a1", 2, Tickets(8), Disposal(90)));

        var tickets = await year.LedgerAsync("tickets");
        Assert.Equal([7m, 8m], tickets.Select(entry => (decimal)entry["value"]!));
        Assert.Equal([false, true], tickets.Select(entry => (bool)entry["current"]!));
        Assert.Equal((long)tickets[0]["id"]!, (long?)tickets[1]["supersedes"]);
        Assert.Single(await year.LedgerAsync("hotline.disposal"));
    }

    [Fact]
    public async Task FactMissingInTheNewerReport_IsWithdrawn_AndStaysInTheHistory()
    {
        var year = await TownshipYear.OpenAsync(host);
        await host.DeliverAsync(year.Report("hotline", "a1", 1, Tickets(7), Disposal(90)));

        await host.DeliverAsync(year.Report("hotline", "a1", 2, Tickets(7)));

        var disposal = await year.LedgerAsync("hotline.disposal");
        Assert.Equal([false, true], disposal.Select(entry => (bool)entry["withdrawn"]!));
        Assert.DoesNotContain(disposal, entry => (bool)entry["current"]!);
    }

    [Fact]
    public async Task WithdrawnFactReportedAgain_HoldsAgain()
    {
        var year = await TownshipYear.OpenAsync(host);
        await host.DeliverAsync(year.Report("hotline", "a1", 1, Disposal(90)));
        await host.DeliverAsync(year.Report("hotline", "a1", 2));

        await host.DeliverAsync(year.Report("hotline", "a1", 3, Disposal(90)));

        Assert.Equal(
            [false, false, true],
            (await year.LedgerAsync("hotline.disposal")).Select(entry => (bool)entry["current"]!)
        );
    }

    [Fact]
    public async Task OneSource_LeavesTheFactsOfAnotherAlone()
    {
        var year = await TownshipYear.OpenAsync(host);
        await host.DeliverAsync(
            year.Report("survey", "a1", 1, Fact("satisfaction", 88, "meeting"))
        );

        await host.DeliverAsync(year.Report("hotline", "a1", 1, Tickets(7)));

        Assert.True((bool)Assert.Single(await year.LedgerAsync("satisfaction"))["current"]!);
    }

    [Fact]
    public async Task ManyReportsAtOnce_InAnyOrder_LeaveTheNewestOfEachSubject()
    {
        const int versions = 12;
        var year = await TownshipYear.OpenAsync(host);
        var reports = Enumerable
            .Range(1, versions)
            .SelectMany(version =>
                new[] { "a1", "a2" }.Select(area =>
                    year.Report("hotline", area, version, Tickets(version))
                )
            )
            .ToArray();
        new Random(20241231).Shuffle(reports);

        await Task.WhenAll(reports.Concat(reports).Select(report => host.PublishAsync(report)));

        await Eventually.HoldsAsync(
            "every copy consumed",
            () =>
                host.ReadAsync(
                    year.Township,
                    async db =>
                        await db.SourceReports.CountAsync(report =>
                            report.Cycle == year.Cycle && report.Version == versions
                        ) == 2
                )
        );
        var current = (await year.LedgerAsync("tickets"))
            .Where(entry => (bool)entry["current"]!)
            .ToList();
        Assert.Equal(["a1", "a2"], current.Select(entry => (string?)entry["subject"]).Order());
        Assert.All(current, entry => Assert.Equal(versions, (decimal)entry["value"]!));
    }

    [Fact]
    public async Task CorrectedScore_SupersedesTheFirst_WithItsReason()
    {
        var year = await TownshipYear.ScoringAsync(host);
        await year.PostAsync("/scores", Score(84));

        var again = await year.PostAsync("/scores", Score(84));
        var corrected = await year.PostAsync("/scores", Score(80, "台账缺两次例会记录"));

        Assert.False((bool)again["changed"]!);
        Assert.True((bool)corrected["changed"]!);
        var entries = await year.LedgerAsync("R1.1");
        Assert.Equal([84m, 80m], entries.Select(entry => (decimal)entry["value"]!));
        Assert.Equal("台账缺两次例会记录", (string?)entries[1]["reason"]);
        Assert.Equal($"townshipAdministrator@{year.Township}", (string?)entries[1]["reportedBy"]);
    }

    [Fact]
    public async Task EntryOfTheLedger_CannotBeChanged()
    {
        var year = await TownshipYear.OpenAsync(host);
        await host.DeliverAsync(year.Report("hotline", "a1", 1, Tickets(7)));

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            host.ReadAsync(
                year.Township,
                async db =>
                {
                    db.Remove(await db.Ledger.FirstAsync());
                    return await db.SaveChangesAsync();
                }
            )
        );
    }

    [Fact]
    public async Task DepartmentScorer_SeesOwnEntriesOnly()
    {
        var year = await TownshipYear.ScoringAsync(host);
        await year.PostAsync("/scores", Score(84));
        await year.PostAsync(
            "/scores",
            new
            {
                area = "a1",
                item = "R1.1",
                department = "党服中心",
                score = 70,
            }
        );

        var seen = await TownshipYear.GetAsync(year.Scorer("党服中心"), $"{year.Path}/facts");

        Assert.Equal("党服中心", (string?)Assert.Single(seen.AsArray())!["by"]);
    }

    internal static ReportedFact Fact(
        string item,
        decimal value,
        string? by = null,
        string? period = null
    ) => new(item, by, period, value, Count: null, Eligible: null, ["evidence-1"]);

    private static ReportedFact Tickets(decimal number) => Fact("tickets", number);

    private static ReportedFact Disposal(decimal rate) => Fact("hotline.disposal", rate);

    private static object Score(decimal score, string? reason = null) =>
        new
        {
            area = "a1",
            item = "R1.1",
            department = "社建办",
            score,
            reason,
        };
}
