using Assessment.Engine.Language;
using Assessment.Scoring.Adjustments;
using Assessment.Scoring.Calculation;
using Assessment.Scoring.Cycles;
using Assessment.Scoring.Procedures;
using Assessment.Scoring.Procedures.Acts;
using Assessment.Scoring.Procedures.Cancelling;
using Assessment.Scoring.Procedures.Corrections;
using Assessment.Scoring.Procedures.Objections;
using Assessment.ServiceDefaults.SignIn;
using Assessment.ServiceDefaults.Work;
using Assessment.Testing.Hosts;
using Xunit;

namespace Assessment.Scoring.Tests;

/// <summary>待办 of each source: for whom, from which moment on, and from which on no more.</summary>
public sealed class WorkSourcesTest
{
    private static readonly Scheme Jingan = CaseFiles.Scheme("jingan-guidance");
    private static readonly DateOnly Today = new(2025, 2, 10);
    private static readonly SignedInPerson Office = new("t", Roles.TownshipAdministrator);
    private static readonly SignedInPerson Leader = new("t", Roles.Leader);
    private static readonly SignedInPerson InCharge = new("t", Roles.Leader) { Signs = ["社建办"] };
    private static readonly SignedInPerson Scorer = new("t", Roles.DepartmentScorer)
    {
        Departments = ["党建办"],
    };

    private static readonly Act[] Frozen = [new Frozen(1, "digest", [])];
    private static readonly Act[] HeadsProposed = [.. Frozen, new ProposalsHandedIn(1, null, [])];
    private static readonly Act[] Accepted =
    [
        .. HeadsProposed,
        new ProposalsHandedIn(2, "a1", []),
        new ProposalsHandedIn(2, "a2", []),
        new ProposalsAccepted(2),
    ];
    private static readonly Act[] Publicised =
    [
        .. Accepted,
        new PublicityScheduled(
            3,
            Guid.NewGuid(),
            Today.AddDays(-4),
            Today,
            "党建办",
            Result: 1,
            Lines: []
        ),
    ];
    private static readonly Act[] Decided =
    [
        .. Publicised,
        new Decided(4, new Meeting(Today, "党工委", "全体", null), [], [], 2),
    ];
    private static readonly Act[] Final = [.. Decided, new Finalized(5, 2, 1, "digest")];

    [Fact]
    public void Freezing_WaitsForTheOffice_WhileAResultHasTheNewestFacts()
    {
        Assert.Equal(["freeze"], Steps(At([]), Office, mayFreeze: true));
        Assert.Empty(Steps(At([]), Office, mayFreeze: false));
        Assert.Empty(Steps(At([]), Leader, mayFreeze: true));
    }

    [Fact]
    public void Proposals_WaitForTheOffice_ThenForEachArea_ThenToBeAccepted()
    {
        Assert.Equal(["propose"], Steps(At(Frozen), Office));
        Assert.Empty(Steps(At(Frozen), Area("a1")));

        Assert.Equal(["propose"], Steps(At(HeadsProposed), Area("a1")));
        Assert.Empty(Steps(At(HeadsProposed), Area("a3")));
        Assert.Empty(Steps(At(HeadsProposed), Office));

        var oneHandedIn = At([.. HeadsProposed, new ProposalsHandedIn(2, "a1", [])]);
        Assert.Empty(Steps(oneHandedIn, Area("a1")));
        Assert.Equal(["propose"], Steps(oneHandedIn, Area("a2")));
        Assert.Empty(Steps(oneHandedIn, Office));

        Assert.Equal(["acceptProposals"], Steps(At(Accepted[..^1]), Office));
        Assert.Empty(Steps(At(Accepted[..^1]), Area("a2")));
    }

    [Fact]
    public void Publicity_WaitsToBeScheduled_AndThenEndsByItself()
    {
        Assert.Equal(["publicise"], Steps(At(Accepted), Office));
        Assert.Empty(Steps(At(Publicised), Office));
        Assert.Empty(Steps(At(Publicised), Leader));
        Assert.Equal(["decide"], Steps(At(Publicised, Today.AddDays(1)), Leader));
    }

    [Fact]
    public void DecisionAndSignature_WaitForWhoSignsForTheTownship_AndForNoObjection()
    {
        var tomorrow = Today.AddDays(1);
        Assert.Empty(Steps(At(Publicised, tomorrow), InCharge));
        Assert.Empty(Steps(At(Publicised, tomorrow), Office));
        Assert.Empty(Steps(At([.. Publicised, Received], tomorrow), Leader));
        Assert.Equal(["finalize"], Steps(At(Decided), Leader));
        Assert.Equal(["feedBack"], Steps(At(Final), Office));
        Assert.Empty(Steps(At(Final), Leader));
        Assert.Empty(Steps(At([.. Final, new StepTaken(6, null)]), Office));
    }

    [Fact]
    public void Objection_WaitsForWhoeverIsNext_UntilItsDay()
    {
        var named = new SignedInPerson("t", Roles.Leader, Roles.Area);
        Act[] accepted = [Received, new ObjectionAccepted(1, named.UserName, Today.AddDays(10))];
        Act[] lookedInto = [.. accepted, new ObjectionLookedInto(1, "属实", Today.AddDays(5))];
        Act[] refused = [.. lookedInto, new ObjectionRefused(1, "不属实", Today.AddDays(6))];

        Assert.Equal("acceptObjection", Objection([Received], Office)?.Kind);
        Assert.Null(Objection([Received], Leader));
        Assert.Equal("lookIntoObjection", Objection(accepted, named)?.Kind);
        Assert.Null(Objection(accepted, Leader));
        Assert.Null(Objection(accepted, Office));
        Assert.Equal("judgeObjection", Objection(lookedInto, Leader)?.Kind);
        Assert.Null(Objection(lookedInto, InCharge));
        Assert.Null(Objection(lookedInto, Scorer));
        Assert.Equal("answerObjection", Objection(refused, Office)?.Kind);
        Assert.Null(Objection([.. refused, new ObjectionAnswered(1, "已核实")], Office));

        var item = Objection(refused, Office)!;
        Assert.Equal(
            (Today.AddDays(6), "dn1", "异议〔2025〕1 号"),
            (item.Due, item.Subject, item.About.Split('：')[^1])
        );
        Assert.EndsWith("?objection=1", item.Link, StringComparison.Ordinal);
    }

    [Fact]
    public void Correction_WaitsForTheOffice_UntilItIsMade()
    {
        Act[] opened = [.. Final, new CorrectionOpened("登记有误")];
        Assert.Null(CorrectionWork.Of(At(Final), Office.Principal));
        Assert.Equal("makeCorrection", CorrectionWork.Of(At(opened), Office.Principal)?.Kind);
        Assert.Null(CorrectionWork.Of(At(opened), Leader.Principal));
        Assert.Null(
            CorrectionWork.Of(
                At([.. opened, new CorrectionAbandoned("查无错误")]),
                Office.Principal
            )
        );
        Act[] made =
        [
            .. opened,
            new CorrectionMade(
                "登记有误",
                new Consequence(["key"], [], 3, To: 4, RunningPublicity.None)
            ),
        ];
        Assert.Null(CorrectionWork.Of(At(made), Office.Principal));
        Assert.Equal(["decide"], Steps(At(made), Leader));
    }

    [Fact]
    public void Cancellation_WaitsForALeaderWhoDidNotAskForIt()
    {
        var both = new SignedInPerson("t", Roles.TownshipAdministrator, Roles.Leader);
        Act[] asked = [new CancellationAsked("方案选错了", both.UserName)];
        Assert.Equal("agreeToCancel", CancellationWork.Of(At(asked), Leader.Principal)?.Kind);
        Assert.Null(CancellationWork.Of(At(asked), InCharge.Principal));
        Assert.Null(CancellationWork.Of(At(asked), both.Principal));
        Assert.Null(CancellationWork.Of(At(asked), Office.Principal));
        Assert.Null(
            CancellationWork.Of(
                At([.. asked, new CancellationDeclined("继续考核")]),
                Leader.Principal
            )
        );
    }

    [Theory]
    [InlineData(CycleState.Open, 2, true)]
    [InlineData(CycleState.Calculated, 1, true)]
    [InlineData(CycleState.Calculated, 0, false)]
    [InlineData(CycleState.Frozen, 1, false)]
    public void Adjustments_WaitUntilTheFreezing(CycleState state, int waiting, bool isThere)
    {
        var item = AdjustmentWork.Of(CycleIn(state), waiting);
        Assert.Equal(isThere ? waiting : null, item?.Count);
    }

    [Fact]
    public void Calculation_WaitsForTheOffice_AfterItFailedOrFactsHaveChanged()
    {
        var cycle = CycleIn(CycleState.Scoring);
        Assert.Null(CalculationWork.Of(cycle, newest: null, isOutdated: false));
        Assert.Null(CalculationWork.Of(cycle, Asked(CalculationStatus.Waiting), false));
        var failed = CalculationWork.Of(cycle, Asked(CalculationStatus.Failed), false);
        Assert.Equal(("calculationFailed", 2), (failed?.Kind, failed?.Count));
        Assert.Null(CalculationWork.Of(cycle, Asked(CalculationStatus.Done), isOutdated: false));
        Assert.Equal(
            "recalculate",
            CalculationWork.Of(cycle, Asked(CalculationStatus.Done), isOutdated: true)?.Kind
        );
    }

    private static ObjectionReceived Received { get; } =
        new(1, Guid.NewGuid(), ObjectionMatter.Conduct, "dn1", Today.AddDays(3));

    private static SignedInPerson Area(string id) => new("t", Roles.Area) { Area = id };

    private static CalculationRequest Asked(CalculationStatus status) =>
        new()
        {
            Status = status,
            ProblemsJson = """[{"code":"a","message":"甲"},{"code":"b","message":"乙"}]""",
        };

    private static IEnumerable<string> Steps(
        CycleInProcedure at,
        SignedInPerson caller,
        bool mayFreeze = false
    ) => StepWork.Of(at, caller.Principal, mayFreeze, ["a1", "a2"]).Select(item => item.Kind);

    private static WorkItem? Objection(Act[] acts, SignedInPerson caller)
    {
        var at = At([.. Frozen, .. acts]);
        return ObjectionWork.Of(at, at.State.Objections[1], caller.Principal);
    }

    private static CycleInProcedure At(IReadOnlyList<Act> acts, DateOnly? today = null) =>
        new(
            CycleIn(CycleState.Frozen),
            Jingan,
            ProcedureState.Of(Jingan.Procedure!, acts),
            today ?? Today
        );

    private static Cycle CycleIn(CycleState state) =>
        new()
        {
            Id = Guid.NewGuid(),
            Title = "居民区考核",
            Year = 2025,
            State = state,
        };
}
