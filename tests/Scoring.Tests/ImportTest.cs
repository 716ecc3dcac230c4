using System.Text;
using System.Text.Json.Nodes;
using Assessment.Contracts;
using Xunit;

namespace Assessment.Scoring.Tests;

[Collection(ScoringService.Name)]
public sealed class ImportTest(ScoringHost host)
{
    private const string AreaHeader = "id,name,category,households,party_members\n";
    private const string StaffHeader = "id,area,name,post,presiding,on_site\n";
    private const string ScoreHeader = "area,item,department,period,score,reason\n";
    private const string EventHeader = "id,subject,rule,level,points,date,evidence\n";

    [Fact]
    public async Task Areas_WithBadRows_TakeTheRestIn_AndTellTheOtherServices()
    {
        var year = TownshipYear.Empty(host);

        var report = await year.ImportAsync(
            "areas",
            AreaHeader
                + "a1,甲,普通,10,1\n,乙,普通,10,1\na3,丙,,x,1\na1,丁,普通,10,1\na5,戊,,20,2\n"
        );

        Assert.Equal(2, (int)report["counts"]!["accepted"]!);
        Assert.Equal(
            [
                (3, "id", "missingValue"),
                (4, "households", "invalidValue"),
                (5, "id", "duplicateId"),
            ],
            Problems(report)
        );
        var areas = (await year.GetAsync("/api/scoring/areas")).AsArray();
        Assert.Equal(["a1", "a5"], areas.Select(area => (string?)area!["id"]));
        var changed = await host.ReceiveAsync<AreasChanged>(year.Township);
        Assert.Equal((1, 2), (changed.Version, changed.Areas.Count));
    }

    [Fact]
    public async Task AreasChangedInASecondFile_ArePublishedWithAHigherVersion_AndUnchangedOnesAreNot()
    {
        var year = TownshipYear.Empty(host);
        await year.ImportAsync("areas", AreaHeader + "a1,甲,普通,10,1\n");

        await year.ImportAsync("areas", AreaHeader + "a1,甲,普通,10,1\n\n");
        await year.ImportAsync("areas", AreaHeader + "a1,甲新村,普通,12,1\n");

        await host.ReceiveAsync<AreasChanged>(
            year.Township,
            changed => changed.Areas[0].Name == "甲新村"
        );
        Assert.Equal(
            [1, 2],
            host.Received<AreasChanged>(year.Township).Select(changed => changed.Version)
        );
    }

    [Fact]
    public async Task Areas_FromAGb18030File_AreReadWithoutBeingAskedFor()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var year = TownshipYear.Empty(host);

        await year.ImportAsync(
            "areas",
            Encoding.GetEncoding("GB18030").GetBytes(AreaHeader + "a1,共和居民区,老旧小区,10,1\n")
        );

        Assert.Equal(
            "共和居民区",
            (string?)(await year.GetAsync("/api/scoring/areas"))[0]!["name"]
        );
    }

    [Fact]
    public async Task FileWithoutUsableHeader_IsRefusedWhole_NamingTheColumns()
    {
        var report = await TownshipYear.Empty(host).ImportAsync("areas", "编号,名称\na1,甲\n");

        Assert.Equal("refused", (string?)report["status"]);
        Assert.Contains("households", (string?)report["error"]!["message"]);
    }

    [Fact]
    public async Task Staff_WithBadRows_TakeTheRestIn()
    {
        var year = await TownshipYear.OpenAsync(host);

        var report = await year.ImportAsync(
            "staff",
            StaffHeader
                + "p3,a1,王五,communityWorker,,\np4,a9,赵六,director,,\np5,a1,孙七,director,,也许\na1,a1,周八,director,,\np3,a1,重复,director,,\n"
        );

        Assert.Equal(1, (int)report["counts"]!["accepted"]!);
        Assert.Equal(
            [
                (3, "area", "unknownArea"),
                (4, "on_site", "invalidValue"),
                (5, "id", "duplicateId"),
                (6, "id", "duplicateId"),
            ],
            Problems(report)
        );
        Assert.Equal(3, (await year.GetAsync("/api/scoring/staff")).AsArray().Count);
    }

    [Fact]
    public async Task Scores_WithBadRowsOfEachKind_NameTheCellAndTakeTheRestIn()
    {
        var year = await TownshipYear.ScoringAsync(host);

        var report = await year.ImportAsync(
            "scores",
            ScoreHeader
                + "a1,R1.1,社建办,,84,\n"
                + "a9,R1.1,社建办,,84,\n"
                + "a1,R9.9,社建办,,84,\n"
                + "a1,R1.1,安全办,,84,\n"
                + "a1,R1.1,,,84,\n"
                + "a1,R1.1,社建办,,100.5,\n"
                + "a1,R1.1,社建办,Q1,84,\n"
                + "a1,satisfaction,meeting,,84,\n"
                + "a1,tickets,,,84,\n"
                + "a1,R1.1,社建办,,优,\n"
                + "a1,visits.false,党建办,,2,随机抽查\n"
        );

        Assert.Equal(
            [
                (3, "area", "unknownArea"),
                (4, "item", "unknownItem"),
                (5, "department", "wrongDepartment"),
                (6, "department", "missingValue"),
                (7, "score", "outOfRange"),
                (8, "period", "unknownPeriod"),
                (9, "item", "collectedElsewhere"),
                (10, "item", "collectedElsewhere"),
                (11, "score", "invalidValue"),
            ],
            Problems(report)
        );
        Assert.Equal(2, (int)report["counts"]!["accepted"]!);
        var visits = Assert.Single(await year.LedgerAsync("visits.false"));
        Assert.Equal((null, "随机抽查"), ((string?)visits["by"], (string?)visits["reason"]));
        Assert.Equal(
            ["党建办：scores.csv 第 12 行"],
            visits["evidence"]!.AsArray().Select(one => (string?)one)
        );
    }

    [Theory]
    [InlineData("0", 1)]
    [InlineData("-0.01", 0)]
    [InlineData("100", 1)]
    [InlineData("100.01", 0)]
    public async Task Score_AtTheEndsOfTheRange(string score, int accepted)
    {
        var year = await TownshipYear.ScoringAsync(host);

        var report = await year.ImportAsync("scores", $"{ScoreHeader}a1,R1.1,社建办,,{score},\n");

        Assert.Equal(accepted, (int)report["counts"]!["accepted"]!);
    }

    [Fact]
    public async Task SameScoresInAnotherFile_AddNothing_AndOtherValuesSupersede()
    {
        var year = await TownshipYear.ScoringAsync(host);
        await year.ImportAsync(
            "scores",
            ScoreHeader + "a1,R1.1,社建办,,84,\na2,R1.1,社建办,,90,\n"
        );

        var same = await year.ImportAsync(
            "scores",
            ScoreHeader + "a2,R1.1,社建办,,90,\na1,R1.1,社建办,,84.0,\n"
        );
        var unexplained = await year.ImportAsync("scores", ScoreHeader + "a1,R1.1,社建办,,85,\n");
        var other = await year.ImportAsync("scores", ScoreHeader + "a1,R1.1,社建办,,85,补交台账\n");

        Assert.Equal([(2, "reason", "missingValue")], Problems(unexplained));
        Assert.Equal((2, 0), ((int)same["counts"]!["accepted"]!, (int)same["counts"]!["updated"]!));
        Assert.Equal(1, (int)other["counts"]!["updated"]!);
        Assert.Equal(3, (await year.LedgerAsync("R1.1")).Length);
    }

    [Fact]
    public async Task Events_WithBadRowsOfEachKind_NameTheCellAndTakeTheRestIn()
    {
        var year = await TownshipYear.OpenAsync(host);

        var report = await year.ImportAsync(
            "events",
            EventHeader
                + "e1,a1,honour,national,,2024-09-01,表彰文件\n"
                + "e2,a9,honour,city,,2024-09-01,表彰文件\n"
                + "e3,a1,honor,city,,2024-09-01,表彰文件\n"
                + "e4,a1,honour,town,,2024-09-01,表彰文件\n"
                + "e5,a1,discipline,,0.99,2024-10-08,处分决定\n"
                + "e6,a1,discipline,,,2024-10-08,处分决定\n"
                + "e7,a1,honour,city,,去年,表彰文件\n"
                + "e1,a2,honour,city,,2024-09-01,表彰文件\n"
                + "e9,a1,discipline,,1,2024-10-08,处分决定\n"
                + "e10,a1,discipline,,3,2024-10-08,处分决定\n"
                + "e11,a1,discipline,,3.01,2024-10-08,处分决定\n"
        );

        Assert.Equal(
            [
                (3, "subject", "unknownSubject"),
                (4, "rule", "unknownRule"),
                (5, "level", "unknownLevel"),
                (6, "points", "outOfRange"),
                (7, "points", "missingValue"),
                (8, "date", "invalidValue"),
                (9, "id", "duplicateId"),
                (12, "points", "outOfRange"),
            ],
            Problems(report)
        );
        // A file is an application.
        Assert.Equal(0, (int)(await year.ProgressAsync())["events"]!);
        await year.CheckAndApproveEventsAsync();
        Assert.Equal(3, (int)(await year.ProgressAsync())["events"]!);
    }

    [Fact]
    public async Task EventChangedInASecondFile_CountsOnce_InItsNewForm()
    {
        var year = await TownshipYear.OpenAsync(host);
        await year.ImportAsync(
            "events",
            EventHeader + "e1,a1,honour,national,,2024-09-01,表彰文件\n"
        );

        var same = await year.ImportAsync(
            "events",
            EventHeader + "e1,a1,honour,national,,2024-09-01,表彰文件\n\n"
        );
        await year.ImportAsync("events", EventHeader + "e1,a1,honour,city,,2024-09-01,表彰文件\n");

        Assert.Equal(1, (int)same["counts"]!["unchanged"]!);
        var happened = Assert.Single((await year.GetAsync($"{year.Path}/events")).AsArray());
        Assert.Equal("city", (string?)happened!["level"]);
    }

    [Fact]
    public async Task WithdrawnEvent_DoesNotCount_AndAnOldFileDoesNotBringItBack()
    {
        var year = await TownshipYear.OpenAsync(host);
        await year.ImportAsync(
            "events",
            EventHeader + "e1,a1,honour,national,,2024-09-01,表彰文件\n"
        );

        await year.IsRefusedAsync<Ledger.WithdrawalNeedsAReason>(
            "/events/e1/withdraw",
            new { reason = "" }
        );
        await year.PostAsync("/events/e1/withdraw", new { reason = "表彰对象有误" });
        await year.ImportAsync("events", EventHeader + "e1,a1,honour,city,,2024-09-01,表彰文件\n");

        Assert.Equal(0, (int)(await year.ProgressAsync())["events"]!);
        var happened = Assert.Single((await year.GetAsync($"{year.Path}/events")).AsArray());
        Assert.Equal(
            (true, "表彰对象有误"),
            ((bool)happened!["withdrawn"]!, (string?)happened["reason"])
        );
        await year.IsRefusedAsync<Events.EventIsWithdrawnAlready>(
            "/events/e1/withdraw",
            new { reason = "再撤" }
        );
    }

    [Fact]
    public async Task Departments_AreThoseTheSchemeNames_WithWhatAFileAddsToThem()
    {
        var year = await TownshipYear.OpenAsync(host);

        await year.ImportAsync(
            "departments",
            "name,full_name,contact\n社建办,社区建设办公室,王主任\n经发办,经济发展办公室,\n社建办,重复,\n"
        );

        var departments = (await year.GetAsync("/api/scoring/departments")).AsArray();
        Assert.Equal(11, departments.Count);
        var known = Assert.Single(
            departments,
            department => (string?)department!["name"] == "社建办"
        );
        Assert.Equal("社区建设办公室", (string?)known!["fullName"]);
        Assert.Equal(
            ["gaojing-2024"],
            known["schemes"]!.AsArray().Select(scheme => (string?)scheme)
        );
    }

    [Fact]
    public async Task RealYearsFiles_GoInWithoutAProblem()
    {
        var year = TownshipYear.Empty(host);
        await year.ImportAsync("areas", Demo("areas.csv"));
        await year.ImportAsync("staff", Demo("staff.csv"));
        await year.OpenCycleAsync(2024);

        var scores = await year.ImportAsync("scores", Demo("scores.csv"));
        var events = await year.ImportAsync("events", Demo("events.csv"));

        Assert.Equal((553, 0), ((int)scores["counts"]!["accepted"]!, (int)scores["problemCount"]!));
        Assert.Equal((20, 0), ((int)events["counts"]!["accepted"]!, (int)events["problemCount"]!));
    }

    private static byte[] Demo(string file) =>
        File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "gaojing-2024", file));

    private static IEnumerable<(int, string, string)> Problems(JsonNode report) =>
        report["problems"]!
            .AsArray()
            .Select(problem =>
                ((int)problem!["line"]!, (string)problem["column"]!, (string)problem["code"]!)
            );
}
