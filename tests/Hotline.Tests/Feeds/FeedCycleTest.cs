using Assessment.Hotline.Cycles;
using Assessment.Hotline.Feeds;
using Xunit;

namespace Assessment.Hotline.Tests.Feeds;

public sealed class FeedCycleTest
{
    [Fact]
    public void CycleWhoseWindowEndsLast_IsTheOne()
    {
        var last = Cycle(1, new DateOnly(2025, 1, 1), new DateOnly(2025, 12, 31));
        Assert.Same(
            last,
            FeedCycle.NewestOf([
                Cycle(2, new DateOnly(2024, 1, 1), new DateOnly(2024, 12, 31)),
                last,
                Cycle(3, new DateOnly(2024, 7, 1), new DateOnly(2025, 12, 30)),
            ])
        );
    }

    [Fact]
    public void OfWindowsThatEndTogether_TheLaterBegunAndThenTheLaterOpenedIsTheOne()
    {
        var end = new DateOnly(2025, 12, 31);
        var half = Cycle(1, new DateOnly(2025, 7, 1), end);
        var whole = Cycle(2, new DateOnly(2025, 1, 1), end);
        var opened = Cycle(3, new DateOnly(2025, 7, 1), end);
        Assert.Same(half, FeedCycle.NewestOf([whole, half]));
        Assert.Same(opened, FeedCycle.NewestOf([opened, half, whole]));
    }

    [Fact]
    public void CyclesThatCountNoTickets_AreNone()
    {
        var end = new DateOnly(2025, 12, 31);
        Assert.Null(FeedCycle.NewestOf([]));
        Assert.Null(FeedCycle.NewestOf([Cycle(1, end, end, item: null)]));
    }

    [Fact]
    public void CancelledCycle_IsNone()
    {
        var end = new DateOnly(2025, 12, 31);
        var cancelled = Cycle(2, end, end);
        cancelled.CancelledAt = DateTimeOffset.UnixEpoch;
        var going = Cycle(1, end, end);
        Assert.Same(going, FeedCycle.NewestOf([cancelled, going]));
    }

    [Fact]
    public void FinalCycle_IsPassedOver_UnlessItIsBeingCorrected()
    {
        var end = new DateOnly(2025, 12, 31);
        var final = Cycle(2, end, end);
        var open = Cycle(1, new DateOnly(2024, 1, 1), new DateOnly(2024, 12, 31));
        final.Close(DateTimeOffset.UnixEpoch);
        Assert.Same(open, FeedCycle.NewestOf([final, open]));
        Assert.Null(FeedCycle.NewestOf([final]));

        final.OpenCorrection(1);

        Assert.Same(final, FeedCycle.NewestOf([final, open]));
    }

    /// <param name="second">When it was opened; the ids of cycles grow with time.</param>
    private static HotlineCycle Cycle(
        int second,
        DateOnly from,
        DateOnly to,
        string? item = "hotline"
    ) =>
        new()
        {
            Id = Guid.CreateVersion7(DateTimeOffset.UnixEpoch.AddSeconds(second)),
            Item = item,
            From = from,
            To = to,
        };
}
