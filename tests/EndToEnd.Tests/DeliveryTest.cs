using Assessment.Contracts;
using Xunit;

namespace Assessment.EndToEnd.Tests;

/// <summary>Messages take effect once, however often and in whatever order they arrive.</summary>
[Collection(PlatformCollection.Name)]
public sealed class DeliveryTest(Platform platform)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task EachMessageTwiceAndInReverseOrder_ResultsAreTheSame()
    {
        var year = await platform.NewTownshipAsync("reversed");
        await using var delivery = await ReversedDelivery.BetweenAsync(platform.Broker);
        using var stop = new CancellationTokenSource();
        var answered = 0;
        var delivering = DeliverAllButFactsAsync();

        await year.OpenAsync(CancellationToken.None);
        await year.CollectAsync(CancellationToken.None);
        // The facts are held back until after the sources' answers, which name the versions that must have arrived.
        var calculation = year.CalculateAsync(CancellationToken.None);
        await Eventually.HoldsAsync(() => answered >= 2, Limit);
        Assert.False(calculation.IsCompleted);
        var facts = await delivery.DeliverAsync(contract => contract == typeof(FactsReported));
        await calculation;
        await year.FinalizeAsync(CancellationToken.None);

        Assert.True(facts > 30, $"Only {facts} reports were held.");
        await YearExpectation.AssertHoldsAsync(year);
        await stop.CancelAsync();
        await delivering;

        async Task DeliverAllButFactsAsync()
        {
            while (!stop.IsCancellationRequested)
            {
                await delivery.DeliverAsync(contract =>
                    contract != typeof(FactsReported) && contract != typeof(SourceAnswered)
                );
                answered += await delivery.DeliverAsync(contract =>
                    contract == typeof(SourceAnswered)
                );
                await Task.Delay(200, stop.Token)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}
