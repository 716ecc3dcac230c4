using Assessment.Engine.Facts;

namespace Assessment.Engine.Tests.Thresholds;

/// <summary>
/// What of a fact's range a scheme holds people to: both ends are in it, a hundredth further is refused; of what goes in
/// steps a step further is, and half a step anywhere.
/// </summary>
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
        var step = facts().StepOf(item);
        var next = step ?? Hundredth;
        Assert.Equal(
            [
                (least - next, "fact-out-of-range"),
                (least, null),
                (least + next, null),
                (most - next, null),
                (most, null),
                (most + next, "fact-out-of-range"),
            ],
            new[] { least - next, least, least + next, most - next, most, most + next }.Select(
                value => (value, Refusal(value))
            )
        );
        if (step is not null)
        {
            Assert.Equal("fact-off-step", Refusal(least + (next / 2m)));
        }

        string? Refusal(decimal value) => FactsProblem.Of(facts().SetEvery(subject, item, value));
    }
}

/// <summary>Why facts are refused.</summary>
internal static class FactsProblem
{
    /// <summary>The code; null where they are taken.</summary>
    internal static string? Of(TownshipFacts facts) =>
        Record.Exception(() => facts.Evaluate()) is { } exception
            ? Assert.IsType<FactSetException>(exception).Code
            : null;
}
