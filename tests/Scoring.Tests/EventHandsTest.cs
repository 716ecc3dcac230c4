using Assessment.Engine.Language;
using Assessment.Scoring.Events;
using Assessment.Scoring.Scores;
using Xunit;

namespace Assessment.Scoring.Tests;

/// <summary>Who may do what with an event: decided on the caller, the rule and the event alone.</summary>
public sealed class EventHandsTest
{
    private static readonly EventRule Honour = Rule("gaojing-2024", "honour");
    private static readonly EventRule Discipline = Rule("gaojing-2024", "discipline");
    private static readonly EventRule Registered = Rule("danan-2017", "bonus");

    private static readonly EventHands Office = new("office", true, false, [], null);
    private static readonly EventHands Leader = new("leader", false, true, [], null);
    private static readonly EventHands Area = new("area", false, false, [], "a1");
    private static readonly EventHands Keeper = new("keeper", false, false, ["党建办"], null);
    private static readonly EventHands Other = new("other", false, false, ["社建办"], null);

    [Fact]
    public void Area_AppliesForItself_AndForNobodyElse()
    {
        Assert.Equal(EventParty.Area("a1"), Area.Apply(Honour, "a1", null).Party);
        Assert.Equal(EventParty.Area("a1"), Area.Apply(Honour, "a1", "a1").Party);
        Assert.Throws<EventMustBeAppliedForByWhomTheRuleNames>(() =>
            Area.Apply(Honour, "a2", null)
        );
        Assert.Throws<EventMustBeAppliedForByWhomTheRuleNames>(() =>
            Area.Apply(Honour, "a1", "a2")
        );
        Assert.Throws<EventMustBeAppliedForByWhomTheRuleNames>(() =>
            Area.Apply(Discipline, "a1", null)
        );
    }

    [Fact]
    public void Department_AppliesInItsOwnName_ForAnybody()
    {
        Assert.Equal(EventParty.Department("社建办"), Other.Apply(Discipline, "a2", null).Party);
        Assert.Throws<EventMustBeAppliedForByWhomTheRuleNames>(() =>
            Other.Apply(Discipline, "a1", "党建办")
        );
        Assert.Throws<EventMustBeAppliedForByWhomTheRuleNames>(() =>
            Other.Apply(Registered, "a1", null)
        );
        var both = Other with { Departments = ["社建办", "平安办"] };
        Assert.Throws<ScorerMustNameTheDepartment>(() => both.Apply(Discipline, "a1", null));
        Assert.Equal(EventParty.Department("平安办"), both.Apply(Discipline, "a1", "平安办").Party);
    }

    [Fact]
    public void Office_AppliesOnBehalfOfWhomItNames()
    {
        Assert.Equal(
            new EventApplication(EventParty.Area("a1"), "office", ByOffice: true),
            Office.Apply(Honour, "a1", null)
        );
        Assert.Equal(
            EventParty.Department("社建办"),
            Office.Apply(Discipline, "a1", "社建办").Party
        );
        Assert.Throws<ApplicantMustBeNamed>(() => Office.Apply(Discipline, "a1", null));
        Assert.Equal(EventParty.Office, Office.Apply(Registered, "a1", null).Party);
        Assert.Throws<EventMustBeAppliedForByWhomTheRuleNames>(() =>
            Office.Apply(Registered, "a1", "社建办")
        );
    }

    [Fact]
    public void Checking_IsTheKeepersAlone_AndNotWhoApplied()
    {
        var applied = Entry(EventStage.Applied, EventParty.Area("a1"), "area");

        Assert.True(Keeper.MayCheck(applied, Honour));
        Assert.All(
            new[] { Office, Leader, Area, Other },
            other => Assert.False(other.MayCheck(applied, Honour))
        );
        Assert.False(
            Keeper.MayCheck(
                Entry(EventStage.Applied, EventParty.Department("党建办"), "keeper"),
                Honour
            )
        );
        Assert.False((Keeper with { Departments = ["党建办综合科"] }).MayCheck(applied, Honour));
        Assert.False(
            Keeper.MayCheck(Entry(EventStage.Checked, EventParty.Area("a1"), "area"), Honour)
        );
    }

    [Fact]
    public void Approving_IsTheOffices_OnceChecked()
    {
        var own = Entry(EventStage.Checked, EventParty.Area("a1"), "area");

        Assert.True(Office.MayApprove(own, Honour));
        Assert.False(
            Office.MayApprove(Entry(EventStage.Applied, EventParty.Area("a1"), "area"), Honour)
        );
        Assert.All(
            new[] { Leader, Area, Keeper, Other },
            other => Assert.False(other.MayApprove(own, Honour))
        );
    }

    [Theory]
    [InlineData(true, EventStage.Checked, true)]
    [InlineData(false, EventStage.Checked, false)]
    public void WhatTheOfficeEnteredForAnother_ItApproves_AfterTheCheck(
        bool byOffice,
        EventStage stage,
        bool may
    ) =>
        Assert.Equal(
            may,
            Office.MayApprove(Entry(stage, EventParty.Area("a1"), "office", byOffice), Honour)
        );

    [Fact]
    public void WithoutAKeeper_AnotherAdministratorApprovesWhatOneEntered()
    {
        var unchecked_ = new EventRule("x", "无需核实", [], null, Honour.Citation)
        {
            Each = 1,
            AppliedBy = [EventApplicant.Area],
        };
        var entered = Entry(EventStage.Applied, EventParty.Area("a1"), "office", byOffice: true);

        Assert.False(Office.MayApprove(entered, unchecked_));
        Assert.True((Office with { Account = "second" }).MayApprove(entered, unchecked_));
        // Of the office's own rules there is nobody else.
        Assert.True(
            Office.MayApprove(
                Entry(EventStage.Applied, EventParty.Office, "office", byOffice: true),
                Registered
            )
        );
    }

    [Fact]
    public void Withdrawing_IsTheApplicantsBeforeTheApproval_AndTheOfficesLater()
    {
        var waits = Entry(EventStage.Checked, EventParty.Area("a1"), "area");
        var approved = Entry(EventStage.Approved, EventParty.Area("a1"), "area");

        Assert.True(Area.MayWithdraw(waits));
        Assert.False((Area with { Area = "a2" }).MayWithdraw(waits));
        Assert.False(Keeper.MayWithdraw(waits));
        Assert.False(Area.MayWithdraw(approved));
        Assert.True(Office.MayWithdraw(approved));
    }

    [Fact]
    public void Refusing_IsTheKeepersBeforeTheCheck_AndTheOfficesWhileItWaits()
    {
        var applied = Entry(EventStage.Applied, EventParty.Area("a1"), "area");
        var handed = Entry(EventStage.Checked, EventParty.Area("a1"), "area");

        Assert.True(Keeper.MayRefuse(applied, Honour));
        Assert.False(Keeper.MayRefuse(handed, Honour));
        Assert.True(Office.MayRefuse(handed, Honour));
        Assert.False(Other.MayRefuse(applied, Honour));
        Assert.False(
            Office.MayRefuse(Entry(EventStage.Approved, EventParty.Area("a1"), "area"), Honour)
        );
    }

    [Fact]
    public void EachSees_WhatConcernsIt()
    {
        var one = Entry(EventStage.Applied, EventParty.Area("a1"), "area");

        Assert.All(
            new[] { Office, Leader, Keeper, Area },
            sees => Assert.True(sees.Sees(one, Honour))
        );
        Assert.False(Other.Sees(one, Honour));
        Assert.False((Area with { Area = "a2" }).Sees(one, Honour));
        Assert.True(
            Other.Sees(Entry(EventStage.Applied, EventParty.Department("社建办"), "other"), Honour)
        );
    }

    private static EventEntry Entry(
        EventStage stage,
        EventParty party,
        string by,
        bool byOffice = false
    ) =>
        new()
        {
            Stage = stage,
            AppliedAs = party.Kind,
            Applicant = party.Name,
            AppliedBy = by,
            EnteredByOffice = byOffice,
        };

    private static EventRule Rule(string scheme, string id) =>
        CaseFiles.Scheme(scheme).Collection.Events.Single(rule => rule.Id == id);
}
