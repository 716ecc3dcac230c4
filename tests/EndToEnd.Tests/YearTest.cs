using Assessment.Demo;
using Xunit;

namespace Assessment.EndToEnd.Tests;

/// <summary>A township's year, from raw files to payouts, through the running system.</summary>
[Collection(PlatformCollection.Name)]
public sealed class YearTest(Platform platform)
{
    [Fact]
    public async Task YearThroughTheGateway_ResultsEqualTheExpectedOnes()
    {
        var final = await platform.FinalAsync();

        await YearExpectation.AssertHoldsAsync(final.Year);
    }

    [Fact]
    public async Task YearLoadedTwice_ChangesNothing()
    {
        var year = await platform.NewTownshipAsync("twice");
        await year.OpenAsync(CancellationToken.None);
        await year.CollectAsync(CancellationToken.None);
        await year.CalculateAsync(CancellationToken.None);
        var first = await year.ResultsAsync(CancellationToken.None);

        await year.OpenAsync(CancellationToken.None);
        await year.CollectAsync(CancellationToken.None);
        await year.CalculateAsync(CancellationToken.None);
        await year.FinalizeAsync(CancellationToken.None);

        Assert.Equal(
            first["digest"]!.GetValue<string>(),
            (await year.ResultsAsync(CancellationToken.None))["digest"]!.GetValue<string>()
        );
        await YearExpectation.AssertHoldsAsync(year);
    }
}
