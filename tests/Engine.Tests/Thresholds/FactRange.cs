namespace Assessment.Engine.Tests.Thresholds;

/// <summary>What of a fact's range a scheme holds people to: both ends are in it, a hundredth further is refused.</summary>
internal static class FactRange
{
    private const decimal Hundredth = 0.01m;

    internal static void IsHeld(
        Func<TownshipFacts> facts,
        string subject,
        string item,
        decimal least,
        decimal most
    )
    {
        Assert.Equal(
            [
                (least - Hundredth, "fact-out-of-range"),
                (least, null),
                (least + Hundredth, null),
                (most - Hundredth, null),
                (most, null),
                (most + Hundredth, "fact-out-of-range"),
            ],
            new[]
            {
                least - Hundredth,
                least,
                least + Hundredth,
                most - Hundredth,
                most,
                most + Hundredth,
            }.Select(value => (value, Refusal.Of(facts().SetEvery(subject, item, value))))
        );
    }
}

/// <summary>Why facts are refused.</summary>
internal static class Refusal
{
    /// <summary>The code; null where they are taken.</summary>
    internal static string? Of(TownshipFacts facts) =>
        Record.Exception(() => facts.Evaluate()) is { } exception
            ? Assert.IsType<FactSetException>(exception).Code
            : null;
}
