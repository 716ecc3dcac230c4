using Assessment.Contracts;
using Assessment.Scoring.Procedures;
using Xunit;

namespace Assessment.Scoring.Tests.Procedures;

/// <summary>静安's procedure through the service: proposals by the leading group and by each area, publicity in working days, the decision.</summary>
[Collection(ScoringService.Name)]
public sealed class JinganProcedureTest(ScoringHost host)
{
    [Fact]
    public async Task ProposalsPublicityAndDecision_AreTakenByWhoseTheyAre_AndInTheirOrder()
    {
        var jingan = await JinganYear.CalculatedAsync(host);
        var year = jingan.Year;
        await year.IsRefusedAsync<CycleMustBeFrozenFirst>(
            "/procedure/proposals",
            JinganYear.NoProposals
        );
        await year.Procedure.FreezeAsync(CancellationToken.None);
        await year.IsRefusedAsync<Cycles.CycleIsFrozen>("/calculate");

        // The leading group departs from one calculated grade, with a reason.
        var area = await jingan.OneAsync("areas", "良好");
        await year.IsRefusedAsync<ProposalsMustFitTheScheme>(
            "/procedure/proposals",
            JinganYear.Proposal(area, "卓越")
        );
        using var own = year.AreaAccount((string)area["area"]!);
        await year.IsRefusedAsync<ProposalsAreTheLeadingGroups>(
            "/procedure/proposals",
            JinganYear.NoProposals,
            own
        );
        await year.PostAsync("/procedure/proposals", JinganYear.Proposal(area, "一般"));
        var proposed = (await jingan.StandingsAsync()).Single(one =>
            (string?)one["subject"] == (string?)area["subject"]
        );
        Assert.Equal(
            ("良好", "一般", "一般"),
            (
                (string?)proposed["calculated"],
                (string?)proposed["proposed"]!["grade"],
                (string?)proposed["grade"]
            )
        );

        await HandInOfEachAreaAsync(jingan);
        await PubliciseAsync(jingan);

        // A grade that had to be publicised and was not cannot be decided.
        var other = await jingan.OneAsync("areas", "一般");
        var excellent = new
        {
            subject = (string)other["subject"]!,
            grade = "良好",
            reason = "会议研究",
        };
        using var leader = year.LeaderAccount();
        await year.IsRefusedAsync<GradesMustBePublicisedFirst>(
            "/procedure/decision",
            JinganYear.Decision(await jingan.NowAsync(), excellent),
            leader
        );
        await year.IsRefusedAsync<AnotherStepIsDue>(
            "/procedure/final",
            new { confirm = true },
            leader
        );
        await year.FinalizeAsync();

        var final = await host.ReceiveAsync<AssessmentFinalized>(year.Township);
        Assert.Equal("一般", final.Areas.Single(one => one.Id == (string?)area["subject"]).Grade);
    }

    /// <summary>Proposals changed before the decision go back to the publicity, for those alone whom it has to show.</summary>
    [Fact]
    public async Task ChangedProposal_IsPublicisedForTheWholeTime_BeforeItIsDecided()
    {
        var jingan = await JinganYear.CalculatedAsync(host);
        var year = jingan.Year;
        await year.Procedure.UntilAsync("decide", CancellationToken.None);
        var area = await jingan.OneAsync("areas", "一般");

        await year.IsRefusedAsync<HardQuotaMustHold>(
            "/procedure/proposals/change",
            JinganYear.Proposal(area, "良好")
        );
        await year.PostAsync(
            "/procedure/proposals/change",
            JinganYear.Proposals((area, "良好"), (await jingan.OneAsync("areas", "良好"), "一般"))
        );

        var now = await jingan.NowAsync();
        Assert.Equal("publicise", (string?)now["steps"]![(int)now["due"]!]!["kind"]);
        await jingan.PubliciseAsync();
        now = await jingan.NowAsync();
        Assert.Equal(1, (int)now["publicities"]!.AsArray()[^1]!["lines"]!);
        using var leader = year.LeaderAccount();
        await year.IsRefusedAsync<PublicityHasNotElapsed>(
            "/procedure/decision",
            JinganYear.Decision(now),
            leader
        );
        await jingan.PassPublicityAsync();
        await year.FinalizeAsync();

        var final = await host.ReceiveAsync<AssessmentFinalized>(year.Township);
        Assert.Equal("良好", final.Areas.Single(one => one.Id == (string?)area["subject"]).Grade);
    }

    private static async Task HandInOfEachAreaAsync(JinganYear jingan)
    {
        var year = jingan.Year;
        await year.IsRefusedAsync<ProposalsAreEachAreasOwn>(
            "/procedure/proposals",
            JinganYear.NoProposals
        );
        var areas = await jingan.AreasAsync();
        await jingan.HandInAsync(areas[0]);
        await jingan.HandInAsync(areas[1]);
        await year.IsRefusedAsync<AllAreasMustHandIn>("/procedure/proposals/accept");
        foreach (var one in areas.Take(2))
        {
            await year.PostAsync(
                "/procedure/proposals/return",
                new { area = one, reason = "请说明理由" }
            );
        }

        await year.IsRefusedAsync<NoProposalsAwaitReview>("/procedure/proposals/accept");
        foreach (var one in areas)
        {
            await jingan.HandInAsync(one);
        }

        await year.PostAsync("/procedure/proposals/accept");
    }

    /// <summary>A wrong notice is withdrawn, and the right one runs the whole time.</summary>
    private static async Task PubliciseAsync(JinganYear jingan)
    {
        var year = jingan.Year;
        var today = (string)(await jingan.NowAsync())["today"]!;
        await year.IsRefusedAsync<PublicityMustBeginLater>(
            "/procedure/publicity",
            new
            {
                confirm = true,
                first = today,
                contact = "社区党委",
            }
        );
        await jingan.PubliciseAsync();
        await year.PostAsync("/procedure/publicity/withdraw", new { reason = "联系电话有误" });
        await jingan.PubliciseAsync();
        await jingan.PassPublicityAsync();
    }
}
