extern alias demo;
using System.Globalization;
using System.Text.Json;
using Assessment.Audit;
using Assessment.Contracts;
using Assessment.ServiceDefaults.SignIn;
using Assessment.Testing.Hosts;
using Assessment.Testing.PrivateServers;
using demo::Assessment.Demo;
using Xunit;
using Xunit.Abstractions;

namespace Assessment.Scoring.Tests.Procedures.Kills;

/// <summary>
/// From the calculated result to a corrected final one, while Scoring is killed during each request, or the broker is
/// away: everything happened once. <c>DRILL_SEED</c> repeats the kills of a run.
/// </summary>
public sealed class ProcedureKillTest(ITestOutputHelper output)
{
    private const string Danan = "danan-2017";
    private const string Department = "监察室";

    /// <summary>What the walk below leaves, in its order, and what the audit log says of it.</summary>
    private static readonly (string Act, string Action)[] Once =
    [
        ("frozen", AuditActions.CycleFrozen),
        ("publicityScheduled", AuditActions.PublicityScheduled),
        ("objectionReceived", AuditActions.ObjectionReceived),
        ("objectionAccepted", AuditActions.ObjectionAccepted),
        ("objectionLookedInto", AuditActions.ObjectionLookedInto),
        ("objectionUpheld", AuditActions.ObjectionUpheld),
        ("objectionAnswered", AuditActions.ObjectionAnswered),
        ("decided", AuditActions.CycleDecided),
        ("publicityScheduled", AuditActions.PublicityScheduled),
        ("finalized", AuditActions.CycleFinalized),
        ("correctionOpened", AuditActions.CorrectionOpened),
        ("correctionMade", AuditActions.CorrectionMade),
        ("decided", AuditActions.CycleDecided),
        // Everybody stands as was shown already.
        ("stepTaken", AuditActions.StepTaken),
        ("finalized", AuditActions.CycleFinalized),
    ];

    [Fact]
    public async Task KilledDuringEachStep_EachStepIsTakenOnce()
    {
        var seed = Seed();
        output.WriteLine($"DRILL_SEED={seed}");
        await using var host = new OwnHost(new ScoringHost());
        await host.Scoring.InitializeAsync();
        var year = await TownshipYear.CalculatedAsync(host.Scoring, Danan);
        var records = new ProcedureRecords(host.Scoring.Storage, year.Cycle);
        await using var scoring = new MortalScoring(host.Scoring, new KillMoments(seed));
        await scoring.StartAsync();
        var office = new PatientPerson(scoring, new(year.Township, Roles.TownshipAdministrator));
        var leader = new PatientPerson(scoring, new(year.Township, Roles.Leader));
        var scorer = new PatientPerson(
            scoring,
            new(year.Township, Roles.DepartmentScorer) { Departments = [Department] }
        );
        var walk = Walk(host.Scoring, year, office, leader);

        await walk.UntilAsync("publicise", default);
        await ScheduleAsync(year, office);
        await ObjectAsync(year, office, scorer, leader);
        await walk.UntilFinalAsync(default);
        await CorrectAsync(year, office, scorer, leader);
        await walk.UntilFinalAsync(default);

        output.WriteLine($"{scoring.Kills} kills");
        await host.Scoring.ReceiveAsync<AssessmentFinalized>(
            year.Township,
            one => one.Version == 2
        );
        await Eventually.HoldsAsync(
            "everything has left",
            async () => await records.OutboxAsync() == 0
        );
        await AssertOnceAsync(host.Scoring, year, records);
    }

    [Fact]
    public async Task BrokerAwayWhenItBecomesFinal_ItDoesAndIsToldLater()
    {
        await using var broker = await RabbitMqServer.StartAsync(ScratchFolders.New("broker"));
        await using var host = new OwnHost(new ScoringHost { OwnBroker = broker });
        await host.Scoring.InitializeAsync();
        var year = await TownshipYear.CalculatedAsync(host.Scoring, Danan);
        var records = new ProcedureRecords(host.Scoring.Storage, year.Cycle);
        await year.Procedure.UntilAsync("final", default);

        await broker.StopAsync();
        await year.FinalizeAsync();

        Assert.Equal("final", (string?)(await year.ProgressAsync())["state"]);
        Assert.NotEqual(0, await records.OutboxAsync());
        Assert.Empty(host.Scoring.Received<AssessmentFinalized>(year.Township));

        await broker.StartAgainAsync();
        var final = await host.Scoring.ReceiveAsync<AssessmentFinalized>(year.Township);
        await Eventually.HoldsAsync(
            "everything has left",
            async () => await records.OutboxAsync() == 0
        );
        Assert.Equal([((int)final.Version, final.Digest)], await records.FinalsAsync());
        AssertToldOnce<AssessmentFinalized>(host.Scoring, year, one => one.Version, 1);
    }

    private static ProcedureWalk Walk(
        ScoringHost host,
        TownshipYear year,
        ICaller office,
        ICaller leader
    ) =>
        new(
            $"{year.Cycle}",
            office,
            leader,
            _ => throw new InvalidOperationException("No area proposes."),
            host.Days.PassAsync,
            _ => { }
        );

    private static async Task ScheduleAsync(TownshipYear year, PatientPerson office)
    {
        var now = (await office.GetAsync($"{year.Path}/procedure", default))!;
        await office.PostAsync(
            $"{year.Path}/procedure/publicity",
            new
            {
                confirm = true,
                first = (string)now["earliestFirst"]!,
                contact = "考绩办",
            },
            default
        );
    }

    private static async Task ObjectAsync(
        TownshipYear year,
        PatientPerson office,
        PatientPerson scorer,
        PatientPerson leader
    )
    {
        var objections = $"{year.Path}/procedure/objections";
        await office.PostAsync(
            objections,
            new
            {
                matter = "score",
                subject = "dn1",
                item = "L1",
                text = "一季度得分与检查记录不符",
                name = "王某",
            },
            async () => (await office.GetAsync(objections, default))!.AsArray().Count > 0,
            default
        );
        await office.PostOnceAsync(
            $"{objections}/1/accept",
            new { looksInto = $"{Roles.Leader}@{year.Township}" },
            default
        );
        await PutRightAsync(year, office, scorer, leader, Score("dn1", 4.8m));
        await leader.PostOnceAsync(
            $"{objections}/1/finding",
            new { found = "经核查，检查记录与所打分数不符" },
            default
        );
        await leader.PostAsync(
            $"{objections}/1/uphold",
            new
            {
                confirm = true,
                reason = "分数登记有误",
                change = await DifferencesAsync(year, leader),
            },
            default
        );
        await office.PostOnceAsync($"{objections}/1/answer", new { answer = "已更正" }, default);
    }

    /// <summary>The signed sheet is opened again, changed, and signed again.</summary>
    private static async Task PutRightAsync(
        TownshipYear year,
        PatientPerson office,
        PatientPerson scorer,
        PatientPerson leader,
        object score
    )
    {
        object[] sheets = [new { department = Department, period = "Q1" }];
        await leader.PostOnceAsync(
            $"{year.Path}/sheets/reopen",
            new { sheets, reason = "复核更正" },
            default
        );
        await office.PostOnceAsync($"{year.Path}/scores", score, default);
        await scorer.PostOnceAsync(
            $"{year.Path}/sheets/submit",
            new { sheets, incomplete = "其余对象本期不评" },
            default
        );
        await leader.PostOnceAsync(
            $"{year.Path}/sheets/sign",
            new { sheets, confirm = true },
            default
        );
    }

    private static async Task CorrectAsync(
        TownshipYear year,
        PatientPerson office,
        PatientPerson scorer,
        PatientPerson leader
    )
    {
        var correction = $"{year.Path}/procedure/correction";
        await office.PostAsync(correction, new { confirm = true, reason = "统计有误" }, default);
        await PutRightAsync(year, office, scorer, leader, Score("dn4", 2.5m));
        await office.PostAsync(
            $"{correction}/make",
            new
            {
                confirm = true,
                reason = "统计有误",
                change = await DifferencesAsync(year, office),
            },
            default
        );
    }

    private static async Task<object> DifferencesAsync(TownshipYear year, PatientPerson person) =>
        new
        {
            takenUp = (await person.GetAsync($"{year.Path}/procedure/differences", default))!
                .AsArray()
                .Select(one => (string)one!["key"]!)
                .ToList(),
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

    private static async Task AssertOnceAsync(
        ScoringHost host,
        TownshipYear year,
        ProcedureRecords records
    )
    {
        Assert.Equal(Once.Select((one, index) => (index + 1, one.Act)), await records.ActsAsync());
        var audited = await records.AuditAsync();
        var actions = Once.Select(one => one.Action).ToHashSet();
        Assert.Equal(Once.Select(one => one.Action), audited.Where(actions.Contains));
        Assert.Equal(2, audited.Count(action => action == AuditActions.FinalFileMade));
        // The calculated one is pinned by the freeze.
        var results = await records.ResultsAsync();
        Assert.Equal(Enumerable.Range(1, results.Count), results);
        Assert.Equal(results, await records.ResultsOfActsAsync());
        Assert.Equal([1, 2], await records.FinalFilesAsync());

        AssertToldOnce<AssessmentFinalized>(host, year, one => one.Version, 1, 2);
        AssertToldOnce<CorrectionOpened>(host, year, one => one.Number, 1);
        AssertToldOnce<CorrectionEnded>(host, year, one => one.Number, 1);
        Assert.Equal(
            await records.FinalsAsync(),
            host.Received<AssessmentFinalized>(year.Township)
                .DistinctBy(one => one.Version)
                .OrderBy(one => one.Version)
                .Select(one => ((int)one.Version, one.Digest))
        );
    }

    /// <summary>A message that left twice says the same.</summary>
    private static void AssertToldOnce<T>(
        ScoringHost host,
        TownshipYear year,
        Func<T, long> version,
        params long[] versions
    )
        where T : ITownshipMessage =>
        Assert.Equal(
            versions,
            host.Received<T>(year.Township)
                .DistinctBy(one => JsonSerializer.Serialize(one))
                .Select(version)
                .Order()
        );

    private static int Seed() =>
        int.TryParse(
            Environment.GetEnvironmentVariable("DRILL_SEED"),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var seed
        )
            ? seed
            : Random.Shared.Next();

    /// <summary>A host that no other test works in.</summary>
    private sealed class OwnHost(ScoringHost scoring) : IAsyncDisposable
    {
        public ScoringHost Scoring => scoring;

        public async ValueTask DisposeAsync() => await scoring.DisposeAsync();
    }
}
