using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Assessment.Contracts;
using Assessment.Imports.Undoing;
using Assessment.Scoring.Cycles;
using Assessment.Testing.Hosts;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Assessment.Scoring.Tests;

[Collection(ScoringService.Name)]
public sealed class ImportUndoTest(ScoringHost host)
{
    private const string AreaHeader = "编号,名称,类别,户数,党员数\n";
    private const string StaffHeader = "编号,居民区,姓名,职务\n";
    private const string ScoreHeader = "对象,项目,部门,期次,得分,理由\n";
    private const string EventHeader = "编号,对象,规则,级别,分值,日期,依据\n";

    [Fact]
    public async Task Scores_Undone_AreWhatTheyWereBefore_AndTheLedgerSaysWhy()
    {
        var year = await TownshipYear.ScoringAsync(host);
        await ImportAsync(year, "scores", ScoreHeader + "a1,R1.1,社建办,,84,\n");
        var wrong = await ImportAsync(
            year,
            "scores",
            ScoreHeader + "a1,R1.1,社建办,,48,更正\na2,R1.1,社建办,,90,\n"
        );

        var report = await Client(year).UndoAsync(wrong, "看错了行");

        Assert.Equal("看错了行", (string?)report["undone"]!["reason"]);
        var ledger = await year.LedgerAsync("R1.1");
        Assert.Equal(
            [("a1", 84m, "撤销导入“scores.csv”：看错了行")],
            ledger
                .Where(entry => (bool)entry["current"]!)
                .Select(entry =>
                    ((string)entry["subject"]!, (decimal)entry["value"]!, (string)entry["reason"]!)
                )
        );
        Assert.Equal(5, ledger.Length);
        Assert.True(
            (bool)
                ledger.Single(entry =>
                    (string?)entry["subject"] == "a2" && entry["supersedes"] is not null
                )["withdrawn"]!
        );
    }

    [Fact]
    public async Task ScoresUndone_MayComeAgain_FromTheSameFile_WithoutAReason()
    {
        var year = await TownshipYear.ScoringAsync(host);
        const string file = ScoreHeader + "a1,R1.1,社建办,,84,\n";
        var first = await ImportAsync(year, "scores", file);
        await Client(year).UndoAsync(first);

        var again = await ImportAsync(year, "scores", file);

        Assert.NotEqual((string?)first["id"], (string?)again["id"]);
        Assert.Empty(again["problems"]!.AsArray());
        Assert.Single(await year.LedgerAsync("R1.1"), entry => (bool)entry["current"]!);
    }

    [Fact]
    public async Task ScoreThatWasCorrectedSince_StandsInTheWay_AndNothingIsUndone()
    {
        var year = await TownshipYear.ScoringAsync(host);
        var wrong = await ImportAsync(
            year,
            "scores",
            ScoreHeader + "a1,R1.1,社建办,,84,\na2,R1.1,社建办,,90,\n"
        );
        await ImportAsync(year, "scores", ScoreHeader + "a1,R1.1,社建办,,85,补交台账\n");

        var refusal = await Client(year).UndoIsRefusedAsync<NothingMayRestOnAnUndoneImport>(wrong);

        var obstacle = Assert.Single(refusal["problems"]!.AsArray())!;
        Assert.Equal("changedSince", (string?)obstacle["code"]);
        Assert.Contains("a1 R1.1 社建办", (string?)obstacle["message"], StringComparison.Ordinal);
        Assert.Equal(3, (await year.LedgerAsync("R1.1")).Length);
        var report = await year.GetAsync($"/api/scoring/imports/{wrong["id"]}");
        Assert.Null(report["undone"]?.ToString());
    }

    [Fact]
    public async Task ImportOfAFinalCycle_IsNotUndone()
    {
        var year = await TownshipYear.ScoringAsync(host);
        var scores = await ImportAsync(year, "scores", ScoreHeader + "a1,R1.1,社建办,,84,\n");
        var areas = await ImportAsync(year, "areas", AreaHeader + "a1,甲居民区,普通,1001,100\n");
        await TakeOverAsync(year);
        await FinalizeAsync(year);

        await Client(year).UndoIsRefusedAsync<CycleIsFinal>(scores);
        await Client(year).UndoIsRefusedAsync<NothingMayRestOnAnUndoneImport>(areas);
    }

    [Fact]
    public async Task ImportUndoneTwice_IsRefusedTheSecondTime()
    {
        var year = await TownshipYear.ScoringAsync(host);
        var import = await ImportAsync(year, "scores", ScoreHeader + "a1,R1.1,社建办,,84,\n");
        await Client(year).UndoAsync(import);

        await Client(year).UndoIsRefusedAsync<ImportIsUndoneAlready>(import);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public async Task UndoingWithoutAReason_IsRefused(string reason)
    {
        var year = await TownshipYear.ScoringAsync(host);
        var import = await ImportAsync(year, "scores", ScoreHeader + "a1,R1.1,社建办,,84,\n");

        await Client(year).UndoIsRefusedAsync<UndoingNeedsAReason>(import, reason);
    }

    [Fact]
    public async Task FileThatWasRefused_HasNothingToUndo()
    {
        var year = await TownshipYear.ScoringAsync(host);
        var import = await ImportAsync(year, "scores", "没有,表头\n1,2\n");

        await Client(year).UndoIsRefusedAsync<ImportMustHaveTakenEffect>(import);
    }

    [Fact]
    public async Task AnotherTownshipsImport_IsNotThere()
    {
        var year = await TownshipYear.ScoringAsync(host);
        var import = await ImportAsync(year, "scores", ScoreHeader + "a1,R1.1,社建办,,84,\n");

        using var answer = await TownshipYear
            .Empty(host)
            .Admin.PostAsJsonAsync(
                $"/api/scoring/imports/{import["id"]}/undo",
                new { reason = "误传" }
            );

        Assert.Equal(System.Net.HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task FileThatWasReadTwice_IsUndoneWhole()
    {
        var year = await TownshipYear.ScoringAsync(host);
        const string file = ScoreHeader + "a1,R1.1,社建办,,84,\na3,R1.1,社建办,,90,\n";
        await ImportAsync(year, "scores", file);
        await ImportAsync(year, "areas", AreaHeader + "a3,丙居民区,普通,500,50\n");
        await TakeOverAsync(year);
        var second = await ImportAsync(year, "scores", file);
        Assert.Equal(2, (await year.LedgerAsync("R1.1")).Length);

        await Client(year).UndoAsync(second);

        Assert.DoesNotContain(await year.LedgerAsync("R1.1"), entry => (bool)entry["current"]!);
    }

    [Fact]
    public async Task Events_Undone_AreWhatTheyWereBefore_AndMayComeAgain()
    {
        var year = await TownshipYear.OpenAsync(host);
        await ImportAsync(year, "events", EventHeader + "e1,a1,honour,city,,2024-09-01,文件\n");
        const string file =
            EventHeader
            + "e1,a1,honour,national,,2024-09-01,文件\ne2,a2,honour,city,,2024-09-02,文件\n";
        var wrong = await ImportAsync(year, "events", file);

        await Client(year).UndoAsync(wrong);

        Assert.Equal([("e1", "city", false), ("e2", "city", true)], await EventsAsync(year));
        await ImportAsync(year, "events", file);
        Assert.Equal([("e1", "national", false), ("e2", "city", false)], await EventsAsync(year));
    }

    [Fact]
    public async Task EventThatWasWithdrawnSince_StandsInTheWay()
    {
        var year = await TownshipYear.OpenAsync(host);
        var wrong = await ImportAsync(
            year,
            "events",
            EventHeader + "e1,a1,honour,city,,2024-09-01,文件\n"
        );
        await year.PostAsync("/events/e1/withdraw", new { reason = "表彰对象有误" });

        await Client(year).UndoIsRefusedAsync<NothingMayRestOnAnUndoneImport>(wrong);
    }

    [Fact]
    public async Task Areas_Undone_AreWhatTheyWereBefore_AndTheOtherServicesAreTold()
    {
        var year = TownshipYear.Empty(host);
        await ImportAsync(year, "areas", AreaHeader + "a1,甲,普通,10,1\n");
        var wrong = await ImportAsync(year, "areas", AreaHeader + "a1,乙,普通,99,1\na2,丙,,5,1\n");

        await Client(year).UndoAsync(wrong);

        var area = Assert.Single((await year.GetAsync("/api/scoring/areas")).AsArray())!;
        Assert.Equal(("甲", 10), ((string?)area["name"], (int)area["households"]!));
        var told = await host.ReceiveAsync<AreasChanged>(year.Township, m => m.Version == 3);
        Assert.Equal(["甲"], told.Areas.Select(one => one.Name));
        Assert.Equal(
            1,
            await host.ReadAsync(year.Township, db => db.Set<ImportedRow>().CountAsync())
        );
    }

    [Fact]
    public async Task AreaWithStaff_StandsInTheWay_UntilTheyAreUndone()
    {
        var year = await TownshipYear.ScoringAsync(host);
        var areas = await ImportAsync(year, "areas", AreaHeader + "a3,丙,,5,1\n");
        var staff = await ImportAsync(year, "staff", StaffHeader + "p3,a3,王五,书记\n");

        await Client(year).UndoIsRefusedAsync<NothingMayRestOnAnUndoneImport>(areas);
        await Client(year).UndoAsync(staff);
        await Client(year).UndoAsync(areas);

        Assert.Equal(2, (await year.GetAsync("/api/scoring/areas")).AsArray().Count);
        Assert.Equal(2, (await year.GetAsync("/api/scoring/staff")).AsArray().Count);
        var row = await new RegisterPages(year, cycle: null).RowAsync("areas", "a3");
        Assert.Equal("withdrawn", (string?)row["state"]);
    }

    [Fact]
    public async Task RowThatACycleHasTakenOver_StandsInTheWay()
    {
        var year = await TownshipYear.ScoringAsync(host);
        var areas = await ImportAsync(year, "areas", AreaHeader + "a3,丙,,5,1\n");
        await TakeOverAsync(year);

        await Client(year).UndoIsRefusedAsync<NothingMayRestOnAnUndoneImport>(areas);
    }

    [Fact]
    public async Task PersonThatWasChangedSince_StandsInTheWay()
    {
        var year = await TownshipYear.OpenAsync(host);
        var wrong = await ImportAsync(year, "staff", StaffHeader + "p1,a1,张四,书记\n");
        await ImportAsync(year, "staff", StaffHeader + "p1,a1,张五,书记\n");

        await Client(year).UndoIsRefusedAsync<NothingMayRestOnAnUndoneImport>(wrong);
    }

    [Fact]
    public async Task Departments_Undone_AreWhatTheyWereBefore()
    {
        var year = await TownshipYear.OpenAsync(host);
        await ImportAsync(year, "departments", "名称,全称\n社建办,社区建设办公室\n");
        var wrong = await ImportAsync(year, "departments", "名称,全称\n社建办,社建\n党建办,党建\n");

        await Client(year).UndoAsync(wrong);

        Assert.Equal(
            ["社区建设办公室"],
            (
                await new RegisterPages(year, cycle: null).RowsAsync("departments", "state=current")
            ).Select(row => (string?)row["values"]!["full_name"])
        );
    }

    private static Task<JsonNode> TakeOverAsync(TownshipYear year) =>
        year.PostAsync(
            "/register-differences/take-over",
            new { date = "2024-06-01", reason = "区划调整" }
        );

    private static async Task FinalizeAsync(TownshipYear year)
    {
        await year.SignSheetsAsync();
        await year.CalculateAsync();
        await Eventually.HoldsAsync(
            "calculated",
            async () => (string?)(await year.ProgressAsync())["state"] == "calculated"
        );
        await year.FinalizeAsync();
    }

    private static ImportClient Client(TownshipYear year) => new(year.Admin, "scoring", year.Cycle);

    private static Task<JsonNode> ImportAsync(TownshipYear year, string kind, string text) =>
        Client(year).ImportAsync(kind, Encoding.UTF8.GetBytes(text));

    private static async Task<IEnumerable<(string, string, bool)>> EventsAsync(TownshipYear year) =>
        (await year.GetAsync($"{year.Path}/events"))
            .AsArray()
            .Select(one => ((string)one!["id"]!, (string)one["level"]!, (bool)one["withdrawn"]!))
            .OrderBy(one => one.Item1);
}
