using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Assessment.Contracts;
using Assessment.Scoring.Cycles;
using Assessment.Scoring.Registers;
using Assessment.ServiceDefaults.DomainExceptions;
using Assessment.ServiceDefaults.Edits;
using Assessment.ServiceDefaults.SignIn;
using Assessment.Testing.Hosts;
using Xunit;

namespace Assessment.Scoring.Tests;

[Collection(ScoringService.Name)]
public sealed class RegistersTest(ScoringHost host)
{
    private static readonly object June = new { date = "2024-06-30", reason = "调离" };

    [Fact]
    public async Task OpenedCycle_HasTheTownshipsRegisters_AndALaterImportDoesNotTouchThem()
    {
        var year = await TownshipYear.OpenAsync(host);
        var cycle = new RegisterPages(year, year.Cycle);

        await year.ImportAsync(
            "areas",
            "id,name,category,households,party_members\na1,改名居民区,普通,1,1\na3,新居民区,普通,1,1\n"
        );

        Assert.Equal(
            ["甲居民区", "乙居民区"],
            (await cycle.RowsAsync("areas")).Select(row => (string?)row["values"]!["name"])
        );
        Assert.Equal(2, (await cycle.RowsAsync("staff")).Count);
        var differences = (await year.GetAsync($"{year.Path}/register-differences")).AsArray();
        Assert.Equal(["a1", "a3"], differences.Select(one => (string?)one!["key"]));
        Assert.Equal("甲居民区", (string?)differences[0]!["inCycle"]!["name"]);
        Assert.Null(differences[1]!["inCycle"]);
    }

    [Fact]
    public async Task ChosenDifference_IsTakenOver_WithDateAndReason_AndTheSourcesLearnOfIt()
    {
        var year = await TownshipYear.OpenAsync(host);
        await year.ImportAsync(
            "areas",
            "id,name,category,households,party_members\na1,改名居民区,普通,1,1\na3,新居民区,普通,1,1\n"
        );
        var differences = (await year.GetAsync($"{year.Path}/register-differences")).AsArray();

        await year.IsRefusedAsync<ChangeNeedsDateAndReason>(
            "/register-differences/take-over",
            new { rows = new[] { differences[1]!["row"] } }
        );
        var taken = await year.PostAsync(
            "/register-differences/take-over",
            new
            {
                date = "2024-05-01",
                reason = "区划调整",
                rows = new[] { differences[1]!["row"] },
            }
        );

        Assert.Equal(1, (int)taken["changed"]!);
        var changed = await host.ReceiveAsync<AreasChanged>(
            year.Township,
            message => message.Cycle == year.Cycle
        );
        Assert.Equal(["甲居民区", "乙居民区", "新居民区"], changed.Areas.Select(area => area.Name));
        Assert.Equal(2, changed.Version);
        var cycle = new RegisterPages(year, year.Cycle);
        var history = await cycle.HistoryAsync("areas", await cycle.RowAsync("areas", "a3"));
        Assert.Equal(
            ("takenOver", "区划调整", "2024-05-01"),
            (
                (string?)history[0]!["kind"],
                (string?)history[0]!["reason"],
                (string?)history[0]!["date"]
            )
        );
    }

    [Fact]
    public async Task RowsThatDoNotFitTheCyclesScheme_AreNotTakenOver_AndNoneIs()
    {
        var year = TownshipYear.Empty(host);
        await year.OpenCycleAsync(2024);
        await year.ImportAsync(
            "areas",
            "id,name,category,households,party_members\na1,甲居民区,普通,1000,100\n"
        );
        await year.ImportAsync("staff", "id,area,name,post\np1,a1,张三,书记\n");
        var current = new RegisterPages(year, cycle: null);
        await PassAsync(
            await current.PostAsync(
                "areas",
                await current.RowAsync("areas", "a1"),
                "end",
                new { date = "2023-12-31" }
            )
        );

        // The area ended before the year, so that the person has none in it.
        var refused = await year.IsRefusedAsync<RowsMustFitTheCycle>(
            "/register-differences/take-over",
            new { date = "2024-05-01", reason = "补录" }
        );

        Assert.Equal(
            "unknownArea",
            (string?)Assert.Single(refused["problems"]!.AsArray())!["code"]
        );
        Assert.Empty(await new RegisterPages(year, year.Cycle).RowsAsync("staff"));
    }

    [Fact]
    public async Task EditInACycle_NeedsDateAndReason_AndTheHistorySaysWhoWhenAndWhy()
    {
        var year = await TownshipYear.OpenAsync(host);
        var cycle = new RegisterPages(year, year.Cycle);
        var row = await cycle.RowAsync("staff", "p1");
        var values = RegisterPages.With(row, ("post", "社区工作者"), ("on_site", "是"));

        await RefusedAsync<ChangeNeedsDateAndReason>(
            await cycle.PutAsync("staff", row, new { values })
        );
        await RefusedAsync<DateMustBeInTheCycle>(
            await cycle.PutAsync(
                "staff",
                row,
                new
                {
                    values,
                    date = "2023-12-31",
                    reason = "调任",
                }
            )
        );
        var changed = await PassAsync(
            await cycle.PutAsync(
                "staff",
                row,
                new
                {
                    values,
                    date = "2024-03-01",
                    reason = "调任",
                }
            )
        );

        Assert.Equal(2, (long)changed["version"]!);
        var history = await cycle.HistoryAsync("staff", row);
        Assert.Equal(["changed", "created"], history.Select(one => (string?)one!["kind"]));
        Assert.Equal(
            ("社区工作者", "是", "secretary", "调任", "2024-03-01"),
            (
                (string?)history[0]!["after"]!["post"],
                (string?)history[0]!["after"]!["on_site"],
                (string?)history[0]!["before"]!["post"],
                (string?)history[0]!["reason"],
                (string?)history[0]!["date"]
            )
        );
        // What came before the cycle is the township's.
        Assert.Equal([false, true], history.Select(one => (bool)one!["township"]!));
        // Nobody asked that it be so next year, too.
        var current = new RegisterPages(year, cycle: null);
        Assert.Equal(
            "secretary",
            (string?)(await current.RowAsync("staff", "p1"))["values"]!["post"]
        );
    }

    [Fact]
    public async Task EditThatAlsoConcernsTheYearsToCome_ChangesThatAloneInTheTownshipsRegister()
    {
        var year = await TownshipYear.OpenAsync(host);
        await year.ImportAsync("staff", "id,area,name,post\np1,a2,张三丰,secretary\n");
        var cycle = new RegisterPages(year, year.Cycle);
        var row = await cycle.RowAsync("staff", "p1");

        await PassAsync(
            await cycle.PutAsync(
                "staff",
                row,
                new
                {
                    values = RegisterPages.With(row, ("post", "社区工作者")),
                    date = "2024-03-01",
                    reason = "调任",
                    alsoCurrent = true,
                }
            )
        );

        var current = await new RegisterPages(year, cycle: null).RowAsync("staff", "p1");
        Assert.Equal(
            ("a2", "张三丰", "社区工作者"),
            (
                (string?)current["values"]!["area"],
                (string?)current["values"]!["name"],
                (string?)current["values"]!["post"]
            )
        );
    }

    [Fact]
    public async Task LaterOfTwoEdits_IsToldAndSeesWhatIsThere_AndNothingIsOverwritten()
    {
        var year = await TownshipYear.OpenAsync(host);
        var current = new RegisterPages(year, cycle: null);
        var seen = await current.RowAsync("areas", "a1");
        await PassAsync(
            await current.PutAsync(
                "areas",
                seen,
                new { values = RegisterPages.With(seen, ("households", "1200")) }
            )
        );

        var problem = await RefusedAsync<SomebodyElseWasFaster>(
            await current.PutAsync(
                "areas",
                seen,
                new { values = RegisterPages.With(seen, ("households", "1300")) }
            )
        );

        Assert.Equal("1200", (string?)problem["current"]!["values"]!["households"]);
        Assert.Equal(2, (long)problem["current"]!["version"]!);
        // With both before the eyes, one chooses.
        var chosen = await PassAsync(
            await current.PutAsync(
                "areas",
                problem["current"]!,
                new { values = RegisterPages.With(seen, ("households", "1300")) }
            )
        );
        Assert.Equal("1300", (string?)chosen["values"]!["households"]);
        using var unnamed = await year.Admin.PutAsJsonAsync(
            $"/api/scoring/registers/areas/{seen["id"]}",
            new { values = RegisterPages.With(seen) }
        );
        await RefusedAsync<EditMustNameItsVersion>(unnamed);
    }

    [Fact]
    public async Task TakeOver_OfDifferencesThatAreOthersMeanwhile_IsTold_AndOverwritesNothing()
    {
        var year = await TownshipYear.OpenAsync(host);
        var (current, cycle) = (
            new RegisterPages(year, cycle: null),
            new RegisterPages(year, year.Cycle)
        );
        var inTownship = await current.RowAsync("areas", "a1");
        await PassAsync(
            await current.PutAsync(
                "areas",
                inTownship,
                new { values = RegisterPages.With(inTownship, ("households", "1200")) }
            )
        );
        using var listed = await year.Admin.GetAsync($"{year.Path}/register-differences");
        var seen = listed.Headers.ETag!.ToString();
        var inCycle = await cycle.RowAsync("areas", "a1");
        await PassAsync(
            await cycle.PutAsync(
                "areas",
                inCycle,
                new
                {
                    values = RegisterPages.With(inCycle, ("households", "1300")),
                    date = "2024-06-01",
                    reason = "核对",
                }
            )
        );
        var asked = new { date = "2024-06-01", reason = "采用" };

        using var late = await year.SendAsync(
            year.Admin,
            "/register-differences/take-over",
            asked,
            seen
        );
        var problem = await RefusedAsync<SomebodyElseWasFaster>(late);

        Assert.Equal(
            ("1200", "1300"),
            (
                (string?)Assert.Single(problem["current"]!.AsArray())!["values"]!["households"],
                (string?)problem["current"]![0]!["inCycle"]!["households"]
            )
        );
        Assert.Equal(
            "1300",
            (string?)(await cycle.RowAsync("areas", "a1"))["values"]!["households"]
        );
        using var unnamed = await year.SendAsync(
            year.Admin,
            "/register-differences/take-over",
            asked,
            ifMatch: null
        );
        await RefusedAsync<EditMustNameItsVersion>(unnamed);
        using var listedAgain = await year.Admin.GetAsync($"{year.Path}/register-differences");
        using var chosen = await year.SendAsync(
            year.Admin,
            "/register-differences/take-over",
            asked,
            listedAgain.Headers.ETag!.ToString()
        );
        await PassAsync(chosen);
        Assert.Equal(
            "1200",
            (string?)(await cycle.RowAsync("areas", "a1"))["values"]!["households"]
        );
    }

    [Fact]
    public async Task Leaver_StaysInTheYear_AndIsNotInTheNext()
    {
        var year = await TownshipYear.OpenAsync(host);
        var cycle = new RegisterPages(year, year.Cycle);

        await PassAsync(
            await cycle.PostAsync(
                "staff",
                await cycle.RowAsync("staff", "p1"),
                "end",
                new
                {
                    date = "2024-06-30",
                    reason = "退休",
                    alsoCurrent = true,
                }
            )
        );

        Assert.Equal(
            ["ended", "current"],
            (await cycle.RowsAsync("staff")).Select(row => (string?)row["state"])
        );
        await year.PostAsync("/start-scoring");
        await year.CalculateAsync();
        var facts = await year.GetAsync($"{year.Path}/results/facts.json");
        Assert.Equal(["p1", "p2"], facts["staff"]!.AsArray().Select(one => (string?)one!["id"]));
        await year.OpenCycleAsync(2025);
        var next = new RegisterPages(year, year.Cycle);
        Assert.Equal(["p2"], (await next.RowsAsync("staff")).Select(row => (string?)row["key"]));
        var taken = (await year.ProgressAsync())["takenOver"]!["registers"]!.AsArray();
        Assert.Equal(
            ("staff", 1, 1),
            ((string?)taken[2]!["register"], (int)taken[2]!["taken"]!, (int)taken[2]!["leftOut"]!)
        );
    }

    [Fact]
    public async Task RowsOfAnAreaThatEndedBeforeTheYear_StayBehind_AndAreNamed()
    {
        var year = await TwoYearsAgoAsync("2023-12-31");

        await year.OpenCycleAsync(2024);

        var cycle = new RegisterPages(year, year.Cycle);
        Assert.Equal(["a2"], Keys(await cycle.RowsAsync("areas")));
        Assert.Equal(["p2"], Keys(await cycle.RowsAsync("staff")));
        Assert.Empty(await cycle.RowsAsync("postings"));
        Assert.Empty(await cycle.RowsAsync("contacts"));
        var taken = (await year.ProgressAsync())["takenOver"]!;
        Assert.Equal(
            [
                ("staff", "p1", "areas", "a1"),
                ("postings", "p1/2023-01-01", "areas", "a1"),
                ("certificates", "p1/社会工作者（初级）/310", "staff", "p1"),
                ("contacts", "a1/王主任/2023-01-01", "areas", "a1"),
            ],
            taken["detached"]!
                .AsArray()
                .Select(row =>
                    (
                        (string?)row!["register"],
                        (string?)row["key"],
                        (string?)row["of"],
                        (string?)row["missing"]
                    )
                )
        );
        Assert.Equal(
            (1, 1),
            ((int)taken["registers"]![0]!["taken"]!, (int)taken["registers"]![0]!["leftOut"]!)
        );
    }

    [Fact]
    public async Task RowsOfAnAreaThatEndedInTheYear_AreTakenOver()
    {
        var year = await TwoYearsAgoAsync("2024-01-01");

        await year.OpenCycleAsync(2024);

        var cycle = new RegisterPages(year, year.Cycle);
        Assert.Equal(["a1", "a2"], Keys(await cycle.RowsAsync("areas")));
        Assert.Equal(["p1", "p2"], Keys(await cycle.RowsAsync("staff")));
        Assert.Empty((await year.ProgressAsync())["takenOver"]!["detached"]!.AsArray());
    }

    [Fact]
    public async Task ImportOfARowThatEnded_LeavesItEnded_AndSaysSoBeforeAndAfter()
    {
        var year = await TwoYearsAgoAsync("2023-12-31");
        const string File =
            "id,name,category,households,party_members\na1,改名居民区,普通,1,1\na2,乙居民区,普通,800,80\n";

        var preview = await new ImportClient(year.Admin, "scoring").PreviewAsync(
            "areas",
            System.Text.Encoding.UTF8.GetBytes(File)
        );
        var report = await year.ImportAsync("areas", File);
        var without = await year.ImportAsync("staff", "id,area,name,post\np2,a2,李四,director\n");

        Assert.Equal(1, (int)preview["counts"]!["stillEnded"]!);
        Assert.Equal(1, (int)report["counts"]!["stillEnded"]!);
        Assert.Null(without["counts"]!["stillEnded"]);
        var row = await new RegisterPages(year, cycle: null).RowAsync("areas", "a1");
        Assert.Equal(
            ("ended", "改名居民区"),
            ((string?)row["state"], (string?)row["values"]!["name"])
        );
    }

    /// <summary>Two areas and what is about them; the first one ends on a day.</summary>
    private async Task<TownshipYear> TwoYearsAgoAsync(string ended)
    {
        var year = TownshipYear.Empty(host);
        await year.ImportAsync(
            "areas",
            "id,name,category,households,party_members\na1,甲居民区,普通,1000,100\na2,乙居民区,普通,800,80\n"
        );
        await year.ImportAsync(
            "staff",
            "id,area,name,post\np1,a1,张三,secretary\np2,a2,李四,director\n"
        );
        await year.ImportAsync(
            "postings",
            "person,area,post,from,to,leave_days\np1,a1,secretary,2023-01-01,,\n"
        );
        await year.ImportAsync(
            "certificates",
            "person,kind,number,date\np1,社会工作者（初级）,310,2023-01-01\n"
        );
        await year.ImportAsync("contacts", "area,leader,from,to\na1,王主任,2023-01-01,\n");
        var current = new RegisterPages(year, cycle: null);
        await PassAsync(
            await current.PostAsync(
                "areas",
                await current.RowAsync("areas", "a1"),
                "end",
                new { date = ended }
            )
        );
        return year;
    }

    private static IEnumerable<string?> Keys(IEnumerable<JsonNode> rows) =>
        rows.Select(row => (string?)row["key"]);

    [Fact]
    public async Task RowWithSomethingAboutIt_CannotBeCalledAMistake_AndOneWithoutCan()
    {
        var year = await TownshipYear.ScoringAsync(host);
        var cycle = new RegisterPages(year, year.Cycle);

        await RefusedAsync<RowIsReferredTo>(
            await cycle.PostAsync("areas", await cycle.RowAsync("areas", "a1"), "withdraw", June)
        );
        var withdrawn = await PassAsync(
            await cycle.PostAsync("staff", await cycle.RowAsync("staff", "p1"), "withdraw", June)
        );
        Assert.Equal("withdrawn", (string?)withdrawn["state"]);
        await PassAsync(
            await cycle.PostAsync("areas", await cycle.RowAsync("areas", "a1"), "withdraw", June)
        );
        await year.CalculateAsync();

        var facts = await year.GetAsync($"{year.Path}/results/facts.json");
        Assert.Equal(["a2"], facts["areas"]!.AsArray().Select(one => (string?)one!["id"]));
        Assert.Equal(["p2"], facts["staff"]!.AsArray().Select(one => (string?)one!["id"]));
        await PassAsync(
            await cycle.PostAsync("areas", await cycle.RowAsync("areas", "a1"), "reinstate", June)
        );
        await RefusedAsync<RowHasNotEnded>(
            await cycle.PostAsync("areas", await cycle.RowAsync("areas", "a1"), "reinstate", June)
        );
    }

    [Fact]
    public async Task TwoPostingsInAYear_AreAssessedInTheLongest_WithTheMonthsOfBoth()
    {
        var year = await TownshipYear.OpenAsync(host);
        var cycle = new RegisterPages(year, year.Cycle);
        await PassAsync(
            await cycle.CreateAsync(
                "postings",
                Posting("p1", "a1", "secretary", "2024-01-01", "2024-04-14")
            )
        );
        await PassAsync(
            await cycle.CreateAsync("postings", Posting("p1", "a2", "director", "2024-04-15", ""))
        );

        var refused = await RefusedAsync<RowMustFitTheRegister>(
            await cycle.CreateAsync(
                "postings",
                Posting("p1", "a1", "secretary", "2024-05-01", "2024-05-31")
            )
        );
        Assert.Equal(
            "postingsOverlap",
            (string?)Assert.Single(refused["problems"]!.AsArray())!["code"]
        );
        await year.PostAsync("/start-scoring");
        await year.CalculateAsync();

        var person = (await year.GetAsync($"{year.Path}/results/facts.json"))["staff"]![0]!;
        Assert.Equal(
            ("a2", "director", 12, 0),
            (
                (string?)person["area"],
                (string?)person["post"],
                (int)person["months"]!,
                (int)person["leaveMonths"]!
            )
        );
    }

    [Fact]
    public async Task MonthsBesidePostings_AreRefused_WhicheverComesFirst()
    {
        var year = await TownshipYear.OpenAsync(host);
        var cycle = new RegisterPages(year, year.Cycle);
        await PassAsync(
            await cycle.CreateAsync(
                "postings",
                Posting("p1", "a1", "secretary", "2024-01-01", "2024-04-14")
            )
        );
        var first = await cycle.RowAsync("staff", "p1");
        var second = await cycle.RowAsync("staff", "p2");

        var months = await RefusedAsync<RowMustFitTheRegister>(
            await cycle.PutAsync("staff", first, Edited(first, ("months", "7")))
        );
        await PassAsync(await cycle.PutAsync("staff", second, Edited(second, ("months", "7"))));
        var posting = await RefusedAsync<RowMustFitTheRegister>(
            await cycle.CreateAsync("postings", Posting("p2", "a2", "director", "2024-01-01", ""))
        );

        Assert.Equal(
            ["monthsBesidePostings", "monthsBesidePostings"],
            new[] { months, posting }.Select(problem => (string?)problem["problems"]![0]!["code"])
        );
    }

    [Fact]
    public async Task SearchesAreOfTheOwnTownshipAndScope_ByText_StateAndArea()
    {
        var year = await TownshipYear.OpenAsync(host);
        var other = await TownshipYear.OpenAsync(host);
        var current = new RegisterPages(year, cycle: null);

        Assert.Equal(
            ["p2"],
            (await current.RowsAsync("staff", "q=李四")).Select(row => (string?)row["key"])
        );
        Assert.Equal(
            ["p1"],
            (await current.RowsAsync("staff", "area=a1")).Select(row => (string?)row["key"])
        );
        Assert.Empty(await current.RowsAsync("staff", "state=ended"));
        using var foreign = await other.Admin.GetAsync(
            $"/api/scoring/registers/staff?cycle={year.Cycle}"
        );
        Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);
        using var unknown = await year.Admin.GetAsync("/api/scoring/registers/cats");
        await RefusedAsync<RegisterIsUnknown>(unknown);
    }

    [Fact]
    public async Task FinalCyclesRegisters_AreNotChanged()
    {
        var year = await TownshipYear.ScoringAsync(host);
        await year.CalculateAsync();
        await year.FinalizeAsync();
        var cycle = new RegisterPages(year, year.Cycle);

        await RefusedAsync<CycleIsFinal>(
            await cycle.PostAsync("staff", await cycle.RowAsync("staff", "p1"), "end", June)
        );
        await year.IsRefusedAsync<CycleIsFinal>(
            "/register-differences/take-over",
            new { date = "2024-05-01", reason = "补录" }
        );
    }

    [Fact]
    public async Task Leader_ReadsTheRegisters_AndDoesNotEditThem()
    {
        var year = await TownshipYear.OpenAsync(host);
        var leader = host.As(year.Township, Roles.Leader);
        var current = new RegisterPages(year, cycle: null);
        var row = await current.RowAsync("areas", "a1");

        Assert.Equal(
            HttpStatusCode.OK,
            (await leader.GetAsync("/api/scoring/registers/areas")).StatusCode
        );
        using var refused = await current.PutAsync(
            "areas",
            row,
            new { values = RegisterPages.With(row, ("name", "丙")) },
            leader
        );
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    private static object Posting(
        string person,
        string area,
        string post,
        string from,
        string to
    ) =>
        new
        {
            values = new Dictionary<string, string>
            {
                ["person"] = person,
                ["area"] = area,
                ["post"] = post,
                ["from"] = from,
                ["to"] = to,
            },
            date = "2024-04-15",
            reason = "任免文件",
        };

    private static object Edited(JsonNode row, params (string, string)[] changes) =>
        new
        {
            values = RegisterPages.With(row, changes),
            date = "2024-06-01",
            reason = "核对",
        };

    internal static async Task<JsonNode> PassAsync(HttpResponseMessage answer)
    {
        using (answer)
        {
            var text = await answer.Content.ReadAsStringAsync();
            Assert.True(answer.IsSuccessStatusCode, $"{answer.StatusCode} {text}");
            return JsonNode.Parse(text)!;
        }
    }

    internal static async Task<JsonNode> RefusedAsync<TException>(HttpResponseMessage answer)
        where TException : DomainException
    {
        using (answer)
        {
            var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
            Assert.Equal(DomainException.CodeOf(typeof(TException)), (string?)problem["code"]);
            return problem;
        }
    }
}
