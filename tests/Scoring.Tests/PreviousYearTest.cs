using Assessment.Engine.Facts;
using Assessment.Testing.Hosts;
using Xunit;

namespace Assessment.Scoring.Tests;

/// <summary>What next year's cycle takes over of last year's final result.</summary>
[Collection(ScoringService.Name)]
public sealed class PreviousYearTest(ScoringHost host)
{
    [Fact]
    public async Task FactsThatTheSchemeCarriesOver_AreThoseOfTheFinalResult_AndTheOfficeCanCorrectThem()
    {
        var (year, final) = await FinalAsync("gaojing-2024", "4");
        var tickets = final.Facts.First(fact => fact.Item == "tickets");

        await year.OpenCycleAsync(final.Year + 1);

        var taken = (await year.ProgressAsync())["takenOver"]!;
        Assert.Equal(final.Year, (int)taken["finalOf"]!);
        Assert.Equal(0, (int)taken["previousGrades"]!);
        var carried = (await year.LedgerAsync("previous.tickets")).Single(entry =>
            (string?)entry["subject"] == tickets.Subject
        );
        Assert.Equal(tickets.Value.Number.ToDecimal(), (decimal)carried["value"]!);
        Assert.Equal("上年结转", (string?)carried["reportedBy"]);
        Assert.Contains(
            "年度最终结果",
            carried["evidence"]![0]!.ToString(),
            StringComparison.Ordinal
        );
        Assert.Equal(final.Areas.Count, (await year.LedgerAsync("previous.satisfaction")).Length);

        await year.PostAsync(
            "/scores",
            new
            {
                area = tickets.Subject,
                item = "previous.tickets",
                score = 12,
                reason = "区级复核后更正",
            }
        );
        Assert.Equal(
            ["12"],
            (await year.LedgerAsync("previous.tickets"))
                .Where(entry => (string?)entry["subject"] == tickets.Subject)
                .Where(entry => (bool)entry["current"]!)
                .Select(entry => entry["value"]!.ToString())
        );
    }

    [Fact]
    public async Task GradesOfPeople_AreTheirPreviousGrades_WithTheYearInTheHistory()
    {
        var (year, final) = await FinalAsync("jingan-guidance", "1");
        var grades = (await year.GetAsync($"{year.Path}/results"))["staff"]!
            .AsArray()
            .Where(person => person!["grade"] is not null)
            .ToDictionary(person => (string)person!["id"]!, person => (string)person!["grade"]!);

        await year.OpenCycleAsync(final.Year + 1, "jingan-guidance");

        var pages = new RegisterPages(year, year.Cycle);
        var rows = await pages.RowsAsync("staff", "size=500");
        Assert.NotEmpty(grades);
        Assert.All(
            rows.Where(row => grades.ContainsKey((string)row["key"]!)),
            row =>
                Assert.Equal(grades[(string)row["key"]!], (string?)row["values"]!["previous_grade"])
        );
        Assert.Equal(
            grades.Count,
            (int)(await year.ProgressAsync())["takenOver"]!["previousGrades"]!
        );
        var history = await pages.HistoryAsync(
            "staff",
            rows.First(row => grades.ContainsKey((string)row["key"]!))
        );
        Assert.Equal(
            ("takenOver", $"{final.Year} 年度最终结果"),
            ((string?)history[0]!["kind"], (string?)history[0]!["reason"])
        );
    }

    [Fact]
    public async Task WithoutAFinalResult_NothingIsCarriedOver()
    {
        var year = await TownshipYear.ScoringAsync(host);
        await year.CalculateAsync();

        await year.OpenCycleAsync(2025);

        var taken = (await year.ProgressAsync())["takenOver"]!;
        Assert.Null(taken["finalOf"]);
        Assert.Empty(await year.LedgerAsync("previous.tickets"));
    }

    private async Task<(TownshipYear Year, FactSet Facts)> FinalAsync(string scheme, string number)
    {
        var facts = CaseFiles.Facts(scheme, number);
        var year = TownshipYear.Empty(host);
        await year.ImportRegistersAsync(facts);
        await year.OpenCycleAsync(facts.Year, scheme);
        await year.PostAsync("/start-scoring");
        await year.CalculateAsync(await year.FeedAsync(facts));
        await Eventually.HoldsAsync(
            "calculated",
            async () => (string?)(await year.ProgressAsync())["state"] == "calculated"
        );
        await year.FinalizeAsync();
        return (year, facts);
    }
}
