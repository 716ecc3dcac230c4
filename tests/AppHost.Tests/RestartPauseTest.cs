using Assessment.AppHost.Supervision;
using Xunit;

namespace Assessment.AppHost.Tests;

public sealed class RestartPauseTest
{
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(2);

    [Fact]
    public void EndingAgainAndAgain_PausesDoubleUpToHalfAMinute()
    {
        var pause = new RestartPause();

        var pauses = Enumerable.Range(0, 7).Select(_ => pause.After(Short).TotalSeconds);

        Assert.Equal([1, 2, 4, 8, 16, 30, 30], pauses);
    }

    [Theory]
    [InlineData(60, 4)]
    [InlineData(61, 1)]
    public void HavingHeldForMoreThanAMinute_TheFirstPauseIsDueAgain(int lived, int expected)
    {
        var pause = new RestartPause();
        pause.After(Short);
        pause.After(Short);

        Assert.Equal(expected, pause.After(TimeSpan.FromSeconds(lived)).TotalSeconds);
    }
}
