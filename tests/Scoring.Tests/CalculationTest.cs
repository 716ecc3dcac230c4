using System.Net;
using System.Net.Http.Json;
using Assessment.Contracts;
using Assessment.Imports;
using Assessment.Scoring.Calculation;
using Assessment.Scoring.Cycles;
using Assessment.Scoring.Procedures;
using Assessment.Scoring.Results;
using Assessment.ServiceDefaults.SignIn;
using Assessment.Testing.Hosts;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Assessment.Scoring.Tests;

[Collection(ScoringService.Name)]
public sealed class CalculationTest(ScoringHost host)
{
    [Fact]
    public async Task Calculation_AsksTheSources_AndWaitsForEachOfThem()
    {
        var year = await TownshipYear.ScoringAsync(host);

        var request = await year.AskAsync();

        var asked = await host.ReceiveAsync<SourcesAsked>(year.Township);
        Assert.Equal((year.Cycle, request), (asked.Cycle, asked.Request));
        Assert.Equal(["survey answer", "hotline answer"], await WaitingForAsync(year));
        await year.AnswerAsync(request, "survey", 1, 0);
        Assert.Equal(["hotline answer"], await WaitingForAsync(year));
        await year.AnswerAsync(request, "hotline", 1, 0);
        Assert.Equal("calculated", await StateAsync(year));
    }

    [Fact]
    public async Task FactsThatComeAfterTheAnswer_AreWaitedFor_AndCounted()
    {
        var year = await TownshipYear.ScoringAsync(host);

        await year.CalculateAsync(("hotline", "a1", 2));
        Assert.Equal(["hotline facts"], await WaitingForAsync(year));
        await host.DeliverAsync(year.Report("hotline", "a1", 1, LedgerTest.Fact("tickets", 7)));
        Assert.Equal(["hotline facts"], await WaitingForAsync(year));
        await host.DeliverAsync(year.Report("hotline", "a1", 2, LedgerTest.Fact("tickets", 8)));

        Assert.Equal("calculated", await StateAsync(year));
        var given = await host.ReadAsync(year.Township, db => db.Results.SingleAsync());
        Assert.Equal(8, Assert.Single(given.Facts().Facts).Value);
    }

    [Fact]
    public async Task LastReportsThatArriveTogether_AreAllCounted_AndCalculateOnce()
    {
        var year = await TownshipYear.ScoringAsync(host);
        (string Source, string Subject, long Version)[] missing =
        [
            .. new[] { "a1", "a2" }.SelectMany(area =>
                new[] { ("survey", area, 1L), ("hotline", area, 1L) }
            ),
        ];
        await year.CalculateAsync(missing);

        await Task.WhenAll(
            missing.Select(report =>
                host.PublishAsync(
                    year.Report(
                        report.Source,
                        report.Subject,
                        report.Version,
                        report.Source == "survey"
                            ? LedgerTest.Fact("satisfaction", 88, "meeting")
                            : LedgerTest.Fact("tickets", 7)
                    )
                )
            )
        );

        await Eventually.HoldsAsync(
            "calculated",
            async () => await StateAsync(year) == "calculated"
        );
        var result = Assert.Single(
            await host.ReadAsync(year.Township, db => db.Results.ToListAsync())
        );
        Assert.Equal(4, result.Facts().Facts.Count);
    }

    [Fact]
    public async Task SourceWithPendingImports_IsWaitedFor_UntilItsLaterAnswer()
    {
        var year = await TownshipYear.ScoringAsync(host);
        var request = await year.AskAsync();
        await year.AnswerAsync(request, "hotline", 1, 0);
        await year.AnswerAsync(request, "survey", 1, 2);
        Assert.Equal(["survey imports"], await WaitingForAsync(year));

        await year.AnswerAsync(request, "survey", 3, 0);

        Assert.Equal("calculated", await StateAsync(year));
    }

    [Fact]
    public async Task OlderAnswerThatComesLate_DoesNotTakeTheNewerOnesPlace()
    {
        var year = await TownshipYear.ScoringAsync(host);
        var request = await year.AskAsync();
        await year.AnswerAsync(request, "survey", 2, 1);

        await year.AnswerAsync(request, "survey", 1, 0);
        await year.AnswerAsync(request, "hotline", 1, 0);

        Assert.Equal(["survey imports"], await WaitingForAsync(year));
    }

    [Fact]
    public async Task AnswerToAnEarlierRequest_DoesNotEndTheNewerOne()
    {
        var year = await TownshipYear.ScoringAsync(host);
        var first = await year.AskAsync();
        var second = await year.AskAsync();

        await year.AnswerAsync(first, "survey", 1, 0);
        await year.AnswerAsync(first, "hotline", 1, 0);
        Assert.Equal(["survey answer", "hotline answer"], await WaitingForAsync(year));
        await year.AnswerAsync(second, "survey", 1, 0);
        await year.AnswerAsync(second, "hotline", 1, 0);

        Assert.Equal("calculated", await StateAsync(year));
    }

    [Fact]
    public async Task OwnImportUnderWay_IsWaitedFor_AndItsEndCalculates()
    {
        var year = await TownshipYear.ScoringAsync(host);
        var stuck = await HoldImportAsync(year);
        await year.CalculateAsync();
        Assert.Equal(["scoring imports"], await WaitingForAsync(year));

        await ReleaseImportAsync(year, stuck);

        await Eventually.HoldsAsync(
            "calculated",
            async () => await StateAsync(year) == "calculated"
        );
        var given = await host.ReadAsync(year.Township, db => db.Results.SingleAsync());
        Assert.Equal(84, Assert.Single(given.Facts().Facts).Value);
    }

    [Fact]
    public async Task SameFactsCalculatedAgain_GiveTheSameDigest_AndTheFirstResultIsKept()
    {
        var year = await TownshipYear.ScoringAsync(host);
        await year.PostAsync("/scores", Score(84));
        await year.SignSheetsAsync();
        await year.CalculateAsync();
        await year.CalculateAsync();

        var kept = await host.ReadAsync(
            year.Township,
            db => db.Results.OrderBy(result => result.Number).ToListAsync()
        );
        Assert.Equal([1, 2], kept.Select(result => result.Number));
        Assert.Single(kept.Select(result => result.Digest).Distinct());
        Assert.Single(kept.Select(result => result.LinesJson).Distinct());
    }

    [Fact]
    public async Task FactAfterTheCalculation_MakesItOutdated_AndMustBeCalculatedBeforeFreezing()
    {
        var year = await TownshipYear.ScoringAsync(host);
        await year.CalculateAsync();
        await year.PostAsync("/scores", Score(84));
        await year.SignSheetsAsync();

        await year.IsRefusedAsync<ResultsMustIncludeTheNewestFacts>(
            "/procedure/freeze",
            new { confirm = true }
        );
        Assert.True((bool)(await year.ProgressAsync())["calculation"]!["outdated"]!);
        await year.CalculateAsync();

        await year.Procedure.FreezeAsync(CancellationToken.None);
        Assert.Equal("frozen", (string?)(await year.ProgressAsync())["state"]);
    }

    [Fact]
    public async Task ChangedStaff_MakesTheResultOutdated_OnceTheCycleTakesTheChangeOver()
    {
        var year = await TownshipYear.ScoringAsync(host);
        await year.CalculateAsync();

        await year.ImportAsync(
            "staff",
            "id,area,name,post,presiding,on_site\np1,a2,张三,secretary,,\n"
        );
        Assert.False((bool)(await year.ProgressAsync())["calculation"]!["outdated"]!);
        await year.PostAsync(
            "/register-differences/take-over",
            new { date = "2024-06-01", reason = "六月调任" }
        );

        await year.IsRefusedAsync<ResultsMustIncludeTheNewestFacts>(
            "/procedure/freeze",
            new { confirm = true }
        );
    }

    [Fact]
    public async Task FactsThatTheSchemeDoesNotKnow_FailTheCalculationVisibly_AndLoseNothing()
    {
        var year = await TownshipYear.ScoringAsync(host);
        await host.DeliverAsync(
            year.Report("hotline", "a1", 1, LedgerTest.Fact("hotline.mood", 1))
        );

        await year.CalculateAsync(("hotline", "a1", 1));

        var calculation = (await year.ProgressAsync())["calculation"]!;
        Assert.Equal("failed", (string?)calculation["status"]);
        var problem = Assert.Single(calculation["problems"]!.AsArray());
        Assert.Equal("fact-unknown", (string?)problem!["code"]);
        Assert.Contains("不是本方案的事实项", (string?)problem["message"]);
        Assert.Single(await year.LedgerAsync("hotline.mood"));
        await year.IsRefusedAsync<ResultsMustBeCalculatedBeforeFreezing>(
            "/procedure/freeze",
            new { confirm = true }
        );
    }

    [Fact]
    public async Task Final_AfterTheProcedure_TellsThePayout_OnceAndForAll()
    {
        var year = await TownshipYear.ScoringAsync(host);
        await year.IsRefusedAsync<ResultsMustBeCalculatedBeforeFreezing>(
            "/procedure/freeze",
            new { confirm = true }
        );
        await year.CalculateAsync();
        await year.IsRefusedAsync<ActMustBeConfirmed>("/procedure/freeze", new { confirm = false });

        await year.FinalizeAsync();

        var finalized = await host.ReceiveAsync<AssessmentFinalized>(year.Township);
        Assert.Equal(
            (year.Cycle, 1, "gaojing-2024"),
            (finalized.Cycle, finalized.Version, finalized.Scheme)
        );
        Assert.Equal(["a1", "a2"], finalized.Areas.Select(area => area.Id));
        Assert.Equal(
            ["p1 a1 secretary", "p2 a2 director"],
            finalized.Staff.Select(person => $"{person.Id} {person.Area} {person.Post}")
        );
        Assert.Equal(
            (string?)(await year.GetAsync($"{year.Path}/results"))["digest"],
            finalized.Digest
        );
        Assert.Contains("scheme: gaojing-2024", finalized.SchemeText);
        await year.IsRefusedAsync<CycleIsFinal>("/procedure/freeze", new { confirm = true });
        await year.IsRefusedAsync<CycleIsFinal>("/calculate");
        await year.IsRefusedAsync<CycleIsFinal>("/scores", Score(84));
    }

    [Fact]
    public async Task FactsAfterTheFinalResult_AreRecorded_AndLeaveTheResultsAlone()
    {
        var year = await TownshipYear.ScoringAsync(host);
        await year.CalculateAsync();
        await year.FinalizeAsync();
        var before = (await year.GetAsync($"{year.Path}/results"))["digest"]!.ToString();

        await host.DeliverAsync(year.Report("hotline", "a1", 1, LedgerTest.Fact("tickets", 7)));

        Assert.Single(await year.LedgerAsync("tickets"));
        Assert.Equal(before, (await year.GetAsync($"{year.Path}/results"))["digest"]!.ToString());
        Assert.Equal(1, (int)(await year.ProgressAsync())["lateFacts"]!);
    }

    [Fact]
    public async Task CycleWithoutAreas_CannotBeCalculated()
    {
        var year = TownshipYear.Empty(host);
        await year.OpenCycleAsync(2024);
        await year.PostAsync("/start-scoring");

        await year.IsRefusedAsync<AreasMustBeImportedBeforeCalculating>("/calculate");
    }

    [Fact]
    public async Task CalculationBeforeScoring_IsRefused()
    {
        var year = await TownshipYear.OpenAsync(host);

        await year.IsRefusedAsync<ScoringMustHaveBegun>("/calculate");
        await year.IsRefusedAsync<ScoringMustHaveBegun>(
            "/scores",
            Score(84),
            year.Scorer("社建办")
        );
    }

    [Fact]
    public async Task Progress_ShowsWhatEachSourceAndDepartmentStillOwes()
    {
        var year = await TownshipYear.ScoringAsync(host);
        await host.DeliverAsync(
            year.Report("survey", "a1", 1, LedgerTest.Fact("satisfaction", 88, "meeting"))
        );
        await host.DeliverAsync(year.Report("hotline", "a2", 1));
        await year.PostAsync("/scores", Score(84));

        var progress = await year.ProgressAsync();

        var survey = progress["sources"]![0]!;
        Assert.Equal((1, 2), ((int)survey["subjectsReported"]!, (int)survey["subjectsExpected"]!));
        var meeting = survey["details"]![0]!;
        Assert.Equal(
            ("党员、群众座谈会测评", 1),
            ((string?)meeting["label"], (int)meeting["done"]!)
        );
        Assert.Equal(["a2"], meeting["missing"]!.AsArray().Select(area => (string?)area));
        Assert.Equal(
            ["a1"],
            progress["sources"]![1]!["details"]![0]!["missing"]!
                .AsArray()
                .Select(area => (string?)area)
        );
        var line = progress["scores"]!
            .AsArray()
            .Single(line =>
                (string?)line!["item"] == "R1.1" && (string?)line["department"] == "社建办"
            )!;
        Assert.Equal((1, 2), ((int)line["done"]!, (int)line["expected"]!));
        Assert.Equal("none", (string?)progress["calculation"]!["status"]);
    }

    [Fact]
    public async Task ScorerOfAnotherDepartment_IsRefused()
    {
        var year = await TownshipYear.ScoringAsync(host);

        await year.IsRefusedAsync<Scores.ScorerMustScoreForTheOwnDepartment>(
            "/scores",
            Score(84),
            year.Scorer("党服中心")
        );
        var problem = await year.IsRefusedAsync<Scores.EntryMustFitTheScheme>(
            "/scores",
            Score(101)
        );
        Assert.Equal("outOfRange", (string?)problem["problems"]![0]!["code"]);
        Assert.Empty(await year.LedgerAsync("R1.1"));
    }

    [Fact]
    public async Task DepartmentsScore_IsEnteredFromTheStartOfScoring()
    {
        var year = await TownshipYear.OpenAsync(host);
        var scorer = year.Scorer("社建办");
        await year.IsRefusedAsync<ScoringMustHaveBegun>("/scores", Score(84), scorer);
        await year.PostAsync("/start-scoring");

        using var scored = await year.SendAsync(scorer, "/scores", Score(84));

        Assert.Equal(HttpStatusCode.OK, scored.StatusCode);
    }

    internal static object Score(decimal score) =>
        new
        {
            area = "a1",
            item = "R1.1",
            department = "社建办",
            score,
        };

    private static async Task<string?> StateAsync(TownshipYear year) =>
        (string?)(await year.ProgressAsync())["state"];

    private static async Task<string[]> WaitingForAsync(TownshipYear year) =>
        [
            .. (await year.ProgressAsync())["calculation"]!["waitingFor"]!
                .AsArray()
                .Select(waiting => $"{waiting!["source"]} {waiting["code"]}"),
        ];

    /// <summary>An import that some worker has claimed and not ended.</summary>
    private Task<Guid> HoldImportAsync(TownshipYear year) =>
        host.ReadAsync(
            year.Township,
            async db =>
            {
                var job = new ImportJob
                {
                    Id = Guid.CreateVersion7(),
                    Kind = "scores",
                    Cycle = year.Cycle,
                    FileName = "scores.csv",
                    Hash = "held",
                    Content =
                        "area,item,department,period,score,reason\na1,previous.satisfaction,,,84,\n"u8.ToArray(),
                    UploadedBy = Roles.TownshipAdministrator,
                    Status = ImportStatus.Running,
                    ClaimedUntil = DateTimeOffset.UtcNow.AddHours(1),
                };
                db.Imports.Add(job);
                await db.SaveChangesAsync();
                return job.Id;
            }
        );

    private Task<int> ReleaseImportAsync(TownshipYear year, Guid id) =>
        host.ReadAsync(
            year.Township,
            db =>
                db.Imports.Where(job => job.Id == id)
                    .ExecuteUpdateAsync(set =>
                        set.SetProperty(job => job.ClaimedUntil, DateTimeOffset.UtcNow.AddHours(-1))
                    )
        );
}
