using Assessment.Scoring.Notices;
using Xunit;

namespace Assessment.Scoring.Tests.Notices;

/// <summary>A notice begins and ends by itself.</summary>
public sealed class NoticeTimeTest
{
    private static readonly DateOnly First = new(2024, 3, 5);
    private static readonly DateOnly Last = new(2024, 3, 9);

    [Theory]
    [InlineData(4, NoticeStage.Upcoming)]
    [InlineData(5, NoticeStage.Running)]
    [InlineData(9, NoticeStage.Running)]
    [InlineData(10, NoticeStage.Ended)]
    public void Publicity_IsUpFromItsFirstToItsLastDay(int day, NoticeStage stage) =>
        Assert.Equal(stage, Time(Last).On(new DateOnly(2024, 3, day)));

    [Fact]
    public void Announcement_StaysUp() =>
        Assert.Equal(NoticeStage.Running, Time(last: null).On(First.AddYears(1)));

    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(10)]
    public void WhatWasTakenDown_SaysSoOnEveryDay(int day)
    {
        var today = new DateOnly(2024, 3, day);

        Assert.Equal(NoticeStage.Withdrawn, (Time(Last) with { Withdrawn = "有误" }).On(today));
        Assert.Equal(
            NoticeStage.Cancelled,
            (Time(Last) with { Withdrawn = "有误", Cancelled = "重来" }).On(today)
        );
    }

    private static NoticeTime Time(DateOnly? last) => new(First, last, null, null);
}
