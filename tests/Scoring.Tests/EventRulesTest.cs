using System.Globalization;
using Assessment.Imports;
using Assessment.Scoring.Events;
using Assessment.Scoring.Registers;
using Assessment.Scoring.Risks;
using Xunit;

namespace Assessment.Scoring.Tests;

/// <summary>What each kind of event rule asks of an event.</summary>
public sealed class EventRulesTest
{
    private static readonly SubjectIds Subjects = new(
        new HashSet<string> { "a1" },
        new HashSet<string> { "p1" }
    );

    [Theory]
    [InlineData("jiuting-2025", "archive")]
    [InlineData("secretary-three-reviews", "absence")]
    [InlineData("secretary-three-reviews", "veto")]
    public void RuleThatFixesThePoints_AsksForNone(string scheme, string rule) =>
        Assert.Equal(rule, Check(scheme, Event(rule)).Rule);

    [Theory]
    [InlineData("danan-2017", "bonus", null, null, "points", "missingValue")]
    [InlineData("jiuting-2025", "honour", null, null, "level", "unknownLevel")]
    [InlineData("danan-2017", "veto", "weather", null, "level", "unknownLevel")]
    [InlineData("danan-2017", "falseReport", null, null, "item", "missingValue")]
    [InlineData("danan-2017", "falseReport", null, "L12", "item", "unknownItem")]
    public void WhatTheRuleNeeds_IsAskedFor(
        string scheme,
        string rule,
        string? level,
        string? item,
        string column,
        string code
    )
    {
        var refused = Refused(scheme, Event(rule) with { Level = level, Item = item });

        Assert.Equal((column, code), (refused.Column, refused.Code));
    }

    [Theory]
    [InlineData("danan-2017", "veto", "safety", null)]
    [InlineData("danan-2017", "falseReport", null, "L6")]
    public void Mark_WithWhatItNeeds_IsTaken(
        string scheme,
        string rule,
        string? level,
        string? item
    ) => Check(scheme, Event(rule) with { Level = level, Item = item });

    [Theory]
    [InlineData(0.5)]
    [InlineData(1)]
    public void WaivedShareOfTheScheme_ByARiskThatWasApprovedBefore_IsTaken(double share) =>
        Check("secretary-three-reviews", Waived with { Waiver = (decimal)share });

    [Fact]
    public void NothingWaived_NeedsNoRisk() =>
        Check("secretary-three-reviews", Waived with { Waiver = 0m, Risk = null });

    [Theory]
    [InlineData(null, "p1", "accident", "2025-06-01", "missingValue")]
    [InlineData("R9", "p1", "accident", "2025-06-01", "unknownRisk")]
    [InlineData("R1", "a1", "accident", "2025-06-01", "riskOfAnother")]
    [InlineData("R1", "p1", "pollution", "2025-06-01", "riskOfAnother")]
    [InlineData("R2", "p1", "accident", "2025-06-01", "riskNotApproved")]
    [InlineData("R3", "p1", "accident", "2025-06-01", "riskNotApproved")]
    [InlineData("R1", "p1", "accident", "2025-05-31", "riskTooLate")]
    [InlineData("R1", "p1", "accident", "2025-05-20", "riskTooLate")]
    public void Waiver_NeedsTheSubjectsOwnRisk_ApprovedBeforeTheEvent(
        string? risk,
        string subject,
        string rule,
        string date,
        string code
    )
    {
        var refused = Refused(
            "secretary-three-reviews",
            Waived with
            {
                Risk = risk,
                Subject = subject,
                Rule = rule,
                Date = DateOnly.Parse(date, CultureInfo.InvariantCulture),
            }
        );

        Assert.Equal(("risk", code), (refused.Column, refused.Code));
    }

    [Fact]
    public void OtherWaivedShare_IsRefused() =>
        Assert.Equal(
            "waiver",
            Refused("secretary-three-reviews", Event("accident") with { Waiver = 0.3m }).Column
        );

    /// <summary>On the day after the approval.</summary>
    private static EventRow Waived => Event("accident") with { Waiver = 0.5m, Risk = "R1" };

    private static readonly RiskEntry Filed = new()
    {
        Number = "R1",
        Subject = "p1",
        Rule = "accident",
        FiledOn = new DateOnly(2025, 5, 30),
    };

    private static readonly FiledRisks Risks = new(
        new Dictionary<string, RiskEntry>
        {
            ["R1"] = Filed.Approve(new DateOnly(2025, 5, 31), "leader", DateTimeOffset.UnixEpoch),
            ["R2"] = Filed,
            ["R3"] = Filed.Refuse("不属改革探索", "leader", DateTimeOffset.UnixEpoch),
        }
    );

    private static EventRow Event(string rule) =>
        new(
            "e1",
            "p1",
            rule,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            new DateOnly(2025, 6, 1),
            null
        );

    private static EventRow Check(string scheme, EventRow row) =>
        new EventRules(CaseFiles.Scheme(scheme), Subjects, Risks).Check(row);

    private static RowRefused Refused(string scheme, EventRow row) =>
        Assert.Throws<RowRefused>(() => Check(scheme, row));
}
