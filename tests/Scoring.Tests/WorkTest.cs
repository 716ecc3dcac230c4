using System.Text.Json.Nodes;
using Assessment.Scoring.Tests.Procedures;
using Assessment.ServiceDefaults.SignIn;
using Assessment.Testing.Hosts;
using Xunit;

namespace Assessment.Scoring.Tests;

/// <summary>待办 through the service: there for the right duty, not for others, and gone when somebody else has done it.</summary>
[Collection(ScoringService.Name)]
public sealed class WorkTest(ScoringHost host)
{
    private const string Work = "/api/scoring/work";

    [Fact]
    public async Task StepsOfTheProcedure_WaitForWhoseTheyAre_AndEndWhenTheyAreTaken()
    {
        var jingan = await JinganYear.CalculatedAsync(host);
        var year = jingan.Year;
        using var leader = year.LeaderAccount();
        using var scorer = year.Scorer("党建办");
        // Another of the office, who does nothing and sees what the first has done.
        using var office = host.As(
            new SignedInPerson(year.Township, Roles.TownshipAdministrator, Roles.DepartmentScorer)
        );
        Assert.Contains("freeze", await KindsAsync(office));
        Assert.DoesNotContain("freeze", await KindsAsync(leader));
        Assert.Empty(await KindsAsync(scorer));

        await year.Procedure.FreezeAsync(default);
        Assert.Equal(["propose"], await KindsAsync(office));
        await year.PostAsync("/procedure/proposals", JinganYear.NoProposals);
        Assert.Empty(await KindsAsync(office));

        var areas = await jingan.AreasAsync();
        using var first = year.AreaAccount(areas[0]);
        using var stranger = year.AreaAccount("nowhere");
        var item = Assert.Single((await TownshipYear.GetAsync(first, Work)).AsArray())!;
        Assert.Equal(
            ("propose", areas[0], $"/procedure/{year.Cycle}", 1, null),
            (
                (string?)item["kind"],
                (string?)item["subject"],
                (string?)item["link"],
                (int)item["count"]!,
                (string?)item["due"]
            )
        );
        Assert.Empty(await KindsAsync(stranger));
        foreach (var area in areas)
        {
            await jingan.HandInAsync(area);
        }

        Assert.Empty(await KindsAsync(first));
        Assert.Equal(["acceptProposals"], await KindsAsync(office));
        await year.PostAsync("/procedure/proposals/accept");
        Assert.Equal(["publicise"], await KindsAsync(office));
        await year.Procedure.UntilAsync("decide", default);
        Assert.Equal(["decide"], await KindsAsync(leader));
        Assert.Empty(await KindsAsync(office));
        await year.FinalizeAsync();
        Assert.Empty(await KindsAsync(leader));
        Assert.Equal(["feedBack"], await KindsAsync(office));
    }

    [Fact]
    public async Task ObjectionsAdjustmentsAndCancellations_WaitForWhoeverIsNext()
    {
        var year = await TownshipYear.CalculatedAsync(host, "danan-2017");
        using var leader = year.LeaderAccount();
        using var inCharge = host.As(
            new SignedInPerson(year.Township, Roles.Leader) { Signs = ["社建办"] }
        );
        using var office = host.As(
            new SignedInPerson(year.Township, Roles.TownshipAdministrator, Roles.FinanceApprover)
        );

        await year.PostAsync("/adjustments", Adjustment);
        Assert.Equal(["decideAdjustment"], await KindsAsync(leader));
        Assert.Empty(await KindsAsync(inCharge));
        Assert.DoesNotContain("decideAdjustment", await KindsAsync(office));
        await year.PostAsync("/adjustments/1/withdraw");
        Assert.Empty(await KindsAsync(leader));

        await year.PostAsync("/cancel", new { confirm = true, reason = "方案选错了" });
        Assert.Equal(["agreeToCancel"], await KindsAsync(leader));
        Assert.Empty(await KindsAsync(inCharge));
        await year.PostAsync(leader, "/cancel/decline", new { reason = "继续考核" });
        Assert.Empty(await KindsAsync(leader));

        await year.Procedure.FreezeAsync(default);
        var objections = new Objections(year);
        await objections.ReceiveAsync(
            new
            {
                matter = "conduct",
                subject = "dn1",
                text = "群众反映问题属实",
            }
        );
        var received = (await TownshipYear.GetAsync(office, Work))
            .AsArray()
            .Single(item => (string?)item!["kind"] == "acceptObjection")!;
        var today = DateOnly.Parse(
            (string)(await year.GetAsync($"{year.Path}/procedure"))["today"]!
        );
        Assert.Equal(
            ($"{today.AddDays(3):yyyy-MM-dd}", $"/objections/{year.Cycle}?objection=1"),
            ((string?)received["due"], (string?)received["link"])
        );
        Assert.Empty(await KindsAsync(leader));
        await objections.AcceptAsync(1);
        Assert.DoesNotContain("acceptObjection", await KindsAsync(office));
        Assert.Equal(["lookIntoObjection"], await KindsAsync(leader));
        await objections.FindAsync(1);
        Assert.Equal(["judgeObjection"], await KindsAsync(leader));
        await year.PostAsync(leader, "/procedure/objections/1/refuse", new { reason = "查无实据" });
        Assert.Empty(await KindsAsync(leader));
        Assert.Contains("answerObjection", await KindsAsync(office));

        // Cancelled, and nothing of it waits for anybody.
        await year.PostAsync("/cancel", new { confirm = true, reason = "方案选错了" });
        await year.PostAsync(leader, "/cancel/agree", new { confirm = true });
        Assert.Empty(await KindsAsync(office));
        Assert.Empty(await KindsAsync(leader));
    }

    [Fact]
    public async Task OvertakenResult_IsToBeCalculatedAnew_BeforeItCanBeFrozen()
    {
        var year = await TownshipYear.CalculatedAsync(host, "danan-2017");
        Assert.Contains("freeze", await KindsAsync(year.Admin));
        await year.PutRightAsync(
            "监察室",
            "Q1",
            new
            {
                area = "dn1",
                item = "L1",
                period = "Q1",
                score = 4.8m,
                reason = "检查记录登记有误",
            }
        );
        var kinds = await KindsAsync(year.Admin);
        Assert.Contains("recalculate", kinds);
        Assert.DoesNotContain("freeze", kinds);
    }

    [Fact]
    public async Task Sheet_WaitsForItsDepartment_ThenForTheLeaderInCharge()
    {
        const string Department = "城建中心";
        var year = await TownshipYear.ScoringAsync(host);
        using var scorer = year.Scorer(Department);
        using var leader = host.As(
            new SignedInPerson(year.Township, Roles.Leader) { Signs = [Department] }
        );
        using var other = host.As(
            new SignedInPerson(year.Township, Roles.Leader) { Signs = ["社建办"] }
        );
        object[] sheets = [new { department = Department }];
        using var due = await year.SendAsync(
            year.Admin,
            "/sheets/due",
            new { dues = new[] { new { period = "", due = "2024-12-20" } } },
            method: HttpMethod.Put
        );
        due.EnsureSuccessStatusCode();
        var item = Assert.Single((await TownshipYear.GetAsync(scorer, Work)).AsArray())!;
        Assert.Equal(("fillInSheets", "2024-12-20"), ((string?)item["kind"], (string?)item["due"]));

        await year.PostAsync(scorer, "/sheets/submit", new { sheets, incomplete = "本年不评" });
        Assert.Empty(await KindsAsync(scorer));
        Assert.Equal(["signSheets"], await KindsAsync(leader));
        Assert.Empty(await KindsAsync(other));

        await year.PostAsync(leader, "/sheets/return", new { sheets, reason = "请补齐" });
        Assert.Empty(await KindsAsync(leader));
        Assert.Equal(["fillInSheets"], await KindsAsync(scorer));
    }

    [Fact]
    public async Task Event_WaitsForItsChecker_ThenForTheOffice()
    {
        var year = await TownshipYear.OpenAsync(host);
        using var area = year.AreaAccount("a1");
        using var keeper = year.Scorer("党建办");
        using var stranger = year.Scorer("社建办");
        await year.PostAsync(
            area,
            "/events",
            new
            {
                id = "e1",
                subject = "a1",
                rule = "honour",
                level = "city",
                date = "2024-09-01",
            }
        );

        Assert.Equal(["checkEvents"], await KindsAsync(keeper));
        Assert.Empty(await KindsAsync(stranger));
        Assert.DoesNotContain("approveEvents", await KindsAsync(year.Admin));
        await year.CheckAndApproveEventsAsync();
        Assert.Empty(await KindsAsync(keeper));
    }

    [Fact]
    public async Task AnotherTownship_HasNothingToDo()
    {
        await TownshipYear.CalculatedAsync(host, "danan-2017");
        using var stranger = host.As($"t{Guid.NewGuid():N}");
        Assert.Empty(await KindsAsync(stranger));
    }

    private static object Adjustment =>
        new
        {
            reason = "台风过境",
            clause = "四（四）",
            values = new[]
            {
                new
                {
                    subject = "dn1",
                    item = "L1",
                    period = "Q1",
                    value = 5m,
                },
            },
        };

    private static async Task<IReadOnlyList<string>> KindsAsync(HttpClient by) =>
        [
            .. (await TownshipYear.GetAsync(by, Work))
                .AsArray()
                .Select(item => (string)item!["kind"]!),
        ];
}
