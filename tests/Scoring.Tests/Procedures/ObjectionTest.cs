using System.Text.Json.Nodes;
using Assessment.Contracts;
using Assessment.Scoring.Cycles;
using Assessment.Scoring.Procedures;
using Assessment.ServiceDefaults.SignIn;
using Assessment.Testing.Hosts;
using Xunit;

namespace Assessment.Scoring.Tests.Procedures;

/// <summary>异议 through the service: about a fact, about conduct, refused, withdrawn; what each changes, and what it does not.</summary>
[Collection(ScoringService.Name)]
public sealed class ObjectionTest(ScoringHost host)
{
    private const string Danan = "danan-2017";

    [Fact]
    public async Task ObjectionToAScore_PutsThatFactRight_AndNothingElse()
    {
        var year = await TownshipYear.CalculatedAsync(host, Danan);
        var objections = new Objections(year);
        await year.IsRefusedAsync<CycleMustBeFrozenFirst>("/procedure/objections", Said("dn1"));
        await year.Procedure.FreezeAsync(default);
        await ScheduleAsync(year);
        await year.IsRefusedAsync<CycleIsFrozen>("/scores", Score("dn1", 4.8m));

        // By an area about itself alone, about something named.
        using var own = year.AreaAccount("dn1");
        await year.IsRefusedAsync<ObjectionMustBeAboutTheOwnResult>(
            "/procedure/objections",
            Said("dn2"),
            own
        );
        await year.IsRefusedAsync<ObjectionMustSayWhatItIsAbout>(
            "/procedure/objections",
            Said("dn1", item: null),
            own
        );
        var receipt = await year.PostAsync(own, "/procedure/objections", Said("dn1"));
        Assert.Equal("异议〔2025〕1 号", (string?)receipt["receipt"]);

        // Not looked into by who gave the score, and by nobody but who was named.
        await year.IsRefusedAsync<WhoGaveTheScoreMustNotJudgeIt>(
            "/procedure/objections/1/accept",
            new { looksInto = $"{Roles.TownshipAdministrator}@{year.Township}" }
        );
        await objections.AcceptAsync(1);
        await year.IsRefusedAsync<AnotherLooksIntoTheObjection>(
            "/procedure/objections/1/finding",
            new { found = "属实" }
        );

        // While it is looked into, the fact can be put right where it lives; it counts when the objection is upheld.
        await year.PutRightAsync("监察室", "Q1", Score("dn1", 4.8m), Score("dn2", 3.1m));
        await objections.FindAsync(1);
        using var leader = year.LeaderAccount();
        await year.IsRefusedAsync<ObjectionAboutFactsMustCorrectOne>(
            "/procedure/objections/1/uphold",
            Upholding(new { }),
            leader
        );
        var differences = (await year.GetAsync($"{year.Path}/procedure/differences")).AsArray();
        Assert.Equal(2, differences.Count);
        var key = (string)differences.Single(one => (string?)one!["subject"] == "dn1")!["key"]!;
        var before = await TotalsAsync(year);
        var preview = await year.PostAsync(
            "/procedure/differences/preview",
            new { takenUp = new[] { key } }
        );
        Assert.Equal("dn1", (string?)preview["moved"]![0]!["subject"]);
        await year.IsRefusedAsync<ActMustBeConfirmed>(
            "/procedure/objections/1/uphold",
            new { confirm = false },
            leader
        );
        var after = await year.PostAsync(
            leader,
            "/procedure/objections/1/uphold",
            Upholding(new { takenUp = new[] { key } })
        );
        Assert.False((bool)after["admitsCorrections"]!);
        await year.IsRefusedAsync<CycleIsFrozen>("/scores", Score("dn1", 4.9m));

        var moved = await TotalsAsync(year);
        Assert.NotEqual(before["dn1"], moved["dn1"]);
        // What was put right besides is on record, and does not count.
        Assert.Equal(before["dn2"], moved["dn2"]);
        var versions = (await year.GetAsync($"{year.Path}/procedure/versions")).AsArray();
        Assert.Equal(["calculation", "objection"], versions.Select(one => (string?)one!["cause"]));
        Assert.Equal("分数登记有误", (string?)versions[1]!["reason"]);
        var moves = await year.GetAsync(
            $"{year.Path}/procedure/versions/{versions[1]!["number"]}/moves"
        );
        Assert.Contains(
            moves.AsArray(),
            one =>
                (string?)one!["subject"] == "dn1"
                && (decimal)one["totalBefore"]! == before["dn1"]
                && one["causes"]!.AsArray().Count > 0
        );

        // The publicity that is running runs to its end, and is enough where nobody's tier is another.
        await year.PostAsync("/procedure/objections/1/answer", new { answer = "已更正" });
        await year.IsRefusedAsync<PublicityHasNotElapsed>(
            "/procedure/decision",
            JinganYear.Decision(await year.GetAsync($"{year.Path}/procedure")),
            leader
        );
        await PassAsync(year);
        var now = await year.GetAsync($"{year.Path}/procedure");
        Assert.Equal("decide", (string?)now["steps"]![(int)now["due"]!]!["kind"]);
        await year.FinalizeAsync();

        var final = await host.ReceiveAsync<AssessmentFinalized>(year.Township);
        Assert.Equal(moved["dn1"], final.Areas.Single(one => one.Id == "dn1").Total);
        var seen = (await TownshipYear.GetAsync(own, $"{year.Path}/procedure/objections"))[0]!;
        Assert.Equal(final.Areas.Single(one => one.Id == "dn1").Name, (string?)seen["subjectName"]);
        Assert.Equal(
            ("answered", true, "已更正", null),
            (
                (string?)seen["stage"],
                (bool?)seen["wasUpheld"],
                (string?)seen["answer"],
                (string?)seen["looksInto"]
            )
        );
        await year.IsRefusedAsync<ObjectionsEndWithTheFinalResult>(
            "/procedure/objections",
            Said("dn1"),
            own
        );
    }

    [Fact]
    public async Task UpheldObjectionInTheSecondPublicity_GoesBackToTheDecision()
    {
        var year = await TownshipYear.CalculatedAsync(host, Danan);
        var objections = new Objections(year);
        var now = await year.Procedure.UntilAsync("decide", default);
        using var leader = year.LeaderAccount();
        await year.Procedure.DecideAsync(now, [], default);
        await ScheduleAsync(year);
        await objections.ReceiveAsync(Said("dn3"));
        await objections.AcceptAsync(1);
        await year.PutRightAsync("监察室", "Q1", Score("dn3", 4.9m));
        await objections.FindAsync(1);
        // Nothing becomes final while somebody waits to hear.
        await PassAsync(year);
        await year.IsRefusedAsync<ObjectionsMustBeJudgedFirst>(
            "/procedure/final",
            new { confirm = true },
            leader
        );

        Assert.NotEqual(0, (long)(await year.ProgressAsync())["lateFacts"]!);
        await objections.UpholdFactAsync(1, "dn3");
        // What was taken up is left out no longer.
        Assert.Equal(0, (long)(await year.ProgressAsync())["lateFacts"]!);
        now = await year.GetAsync($"{year.Path}/procedure");
        Assert.Equal("decide", (string?)now["steps"]![(int)now["due"]!]!["kind"]);
        await year.IsRefusedAsync<AnotherStepIsDue>(
            "/procedure/final",
            new { confirm = true },
            leader
        );
        await year.FinalizeAsync();
        Assert.Equal(
            ["calculation", "decision", "objection", "decision"],
            (await year.GetAsync($"{year.Path}/procedure/versions"))
                .AsArray()
                .Select(one => (string?)one!["cause"])
        );
    }

    /// <summary>静安八（三）: for a proven problem 优秀 is cancelled, and nobody takes the place.</summary>
    [Fact]
    public async Task ObjectionToConduct_NamesTheGrade_AndMovesNobodyElse()
    {
        var jingan = await JinganYear.CalculatedAsync(host);
        var year = jingan.Year;
        var objections = new Objections(year);
        await year.Procedure.UntilAsync("publicise", default);
        await jingan.PubliciseAsync();
        var area = await jingan.OneAsync("areas", "优秀");
        var subject = (string)area["subject"]!;
        var before = await GradesAsync(jingan);
        await objections.ReceiveAsync(
            new
            {
                matter = "conduct",
                subject,
                text = "群众反映问题属实",
                name = "王某",
            }
        );
        await objections.AcceptAsync(1);
        await objections.FindAsync(1);
        using var leader = year.LeaderAccount();
        await year.IsRefusedAsync<ObjectionAboutConductMustNameTheGrade>(
            "/procedure/objections/1/uphold",
            Upholding(new { }),
            leader
        );
        // A leader in charge of departments alone does not judge.
        using var inCharge = host.As(
            new SignedInPerson(year.Township, Roles.Leader) { Signs = ["社建办"] }
        );
        await year.IsRefusedAsync<LeaderMustSignForTheTownship>(
            "/procedure/objections/1/uphold",
            Upholding(new { }),
            inCharge
        );
        await year.PostAsync(
            leader,
            "/procedure/objections/1/uphold",
            Upholding(
                new
                {
                    grades = new[]
                    {
                        new
                        {
                            subject,
                            grade = "一般",
                            reason = "确有问题",
                        },
                    },
                }
            )
        );
        before[subject] = "一般";
        Assert.Equal(before, await GradesAsync(jingan));
        await year.FinalizeAsync();
        var final = await host.ReceiveAsync<AssessmentFinalized>(year.Township);
        Assert.Equal("一般", final.Areas.Single(one => one.Id == subject).Grade);
    }

    [Fact]
    public async Task RefusedAndWithdrawnObjections_ChangeNothing_AndHoldTheDecisionUpNoLonger()
    {
        var year = await TownshipYear.CalculatedAsync(host, Danan);
        var objections = new Objections(year);
        var now = await year.Procedure.UntilAsync("decide", default);
        var before = await TotalsAsync(year);
        await objections.ReceiveAsync(Said("dn1"));
        using var own = year.AreaAccount("dn2");
        await year.PostAsync(own, "/procedure/objections", Said("dn2"));
        using var leader = year.LeaderAccount();
        await year.IsRefusedAsync<ObjectionsMustBeJudgedFirst>(
            "/procedure/decision",
            JinganYear.Decision(now),
            leader
        );

        using var other = year.Scorer("城管中队");
        await year.IsRefusedAsync<ObjectionMustBeWithdrawnByItsObjector>(
            "/procedure/objections/2/withdraw",
            by: other
        );
        Assert.Empty(
            (await TownshipYear.GetAsync(other, $"{year.Path}/procedure/objections")).AsArray()
        );
        await year.PostAsync(own, "/procedure/objections/2/withdraw");
        await objections.AcceptAsync(1);
        await objections.FindAsync(1);
        await year.IsRefusedAsync<ReasonIsMissing>(
            "/procedure/objections/1/refuse",
            new { reason = " " },
            leader
        );
        await year.PostAsync(leader, "/procedure/objections/1/refuse", new { reason = "查无实据" });
        await year.IsRefusedAsync<ObjectionIsAtAnotherStage>(
            "/procedure/objections/1/refuse",
            new { reason = "查无实据" },
            leader
        );
        await year.IsRefusedAsync<ObjectionIsUnknown>(
            "/procedure/objections/3/answer",
            new { answer = "查无实据" }
        );
        await year.FinalizeAsync();
        Assert.Equal(before, await TotalsAsync(year));
    }

    private static object Said(string subject, string? item = "L1") =>
        new
        {
            matter = "score",
            subject,
            item,
            text = "一季度得分与检查记录不符",
        };

    private static object Score(string area, decimal score) =>
        new
        {
            area,
            item = "L1",
            period = "Q1",
            score,
            reason = "检查记录登记有误",
        };

    private static object Upholding(object change) =>
        new
        {
            confirm = true,
            reason = "分数登记有误",
            change,
        };

    private static async Task ScheduleAsync(TownshipYear year) =>
        await year.PostAsync(
            "/procedure/publicity",
            new
            {
                confirm = true,
                first = (string)(await year.GetAsync($"{year.Path}/procedure"))["earliestFirst"]!,
                contact = "考绩办",
            }
        );

    private static async Task PassAsync(TownshipYear year)
    {
        var now = await year.GetAsync($"{year.Path}/procedure");
        var last = DateOnly.Parse((string)now["publicities"]!.AsArray()[^1]!["last"]!);
        var today = DateOnly.Parse((string)now["today"]!);
        await year.Host.Days.PassAsync(last.DayNumber - today.DayNumber + 1, default);
    }

    private static async Task<Dictionary<string, decimal?>> TotalsAsync(TownshipYear year) =>
        (await year.GetAsync($"{year.Path}/results"))["areas"]!
            .AsArray()
            .ToDictionary(one => (string)one!["id"]!, one => (decimal?)one!["total"]);

    private static async Task<Dictionary<string, string?>> GradesAsync(JinganYear year) =>
        (await year.StandingsAsync())
            .Where(one => (string?)one["kind"] == "areas")
            .ToDictionary(one => (string)one["subject"]!, one => (string?)one["grade"]);
}

/// <summary>Leads objections of a township's cycle through their stages.</summary>
internal sealed class Objections(TownshipYear year)
{
    private readonly HttpClient _investigator = year.LeaderAccount();

    public Task ReceiveAsync(object said) => year.PostAsync("/procedure/objections", said);

    public Task AcceptAsync(int number) =>
        year.PostAsync(
            $"/procedure/objections/{number}/accept",
            new { looksInto = $"{Roles.Leader}@{year.Township}" }
        );

    public Task FindAsync(int number) =>
        year.PostAsync(
            _investigator,
            $"/procedure/objections/{number}/finding",
            new { found = "经核查，检查记录与所打分数不符" }
        );

    public async Task UpholdFactAsync(int number, string subject)
    {
        var key = (string)
            (await year.GetAsync($"{year.Path}/procedure/differences"))
                .AsArray()
                .Single(one => (string?)one!["subject"] == subject)!["key"]!;
        await year.PostAsync(
            _investigator,
            $"/procedure/objections/{number}/uphold",
            new
            {
                confirm = true,
                reason = "分数登记有误",
                change = new { takenUp = new[] { key } },
            }
        );
    }
}
