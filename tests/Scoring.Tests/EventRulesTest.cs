using Assessment.Imports;
using Assessment.Scoring.Events;
using Assessment.Scoring.Registers;
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
    [InlineData(0)]
    public void WaivedShareOfTheScheme_IsTaken(double share) =>
        Check("secretary-three-reviews", Event("accident") with { Waiver = (decimal)share });

    [Fact]
    public void OtherWaivedShare_IsRefused() =>
        Assert.Equal(
            "waiver",
            Refused("secretary-three-reviews", Event("accident") with { Waiver = 0.3m }).Column
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
        new EventRules(CaseFiles.Scheme(scheme), Subjects).Check(row);

    private static RowRefused Refused(string scheme, EventRow row) =>
        Assert.Throws<RowRefused>(() => Check(scheme, row));
}
