using Assessment.Engine.Evaluation;
using Assessment.Engine.Facts;
using Assessment.Engine.Language;
using Assessment.Engine.Results;

namespace Assessment.Engine.Tests;

public sealed class VoidedItemTest
{
    private static readonly Scheme Danan = SchemeFolder.Read("danan-2017");
    private static readonly FactSet Facts = SchemeFolder.Facts("danan-2017", "1") with
    {
        Events = [],
    };

    [Fact]
    public void ItemThatAnEventNames_CountsNothingAndBarsFromTheFirstTier()
    {
        var result = Evaluate("L3");

        var area = result.Areas.Single(one => one.Id == "dn2");
        Assert.Equal(0m, area.Items["L3"]);
        Assert.NotEqual("第一等次", area.Tier);
        Assert.NotEqual(0m, result.Areas.Single(one => one.Id == "dn3").Items["L3"]);
    }

    [Theory]
    [InlineData("lines")]
    [InlineData("L12")]
    [InlineData(null)]
    public void ItemThatIsASumOrNotThere_IsRefused(string? item) =>
        Assert.Equal(
            "event-item-unknown",
            Assert.Throws<FactSetException>(() => Evaluate(item)).Code
        );

    private static EvaluationResult Evaluate(string? item) =>
        Evaluator.Evaluate(
            Danan,
            Facts with
            {
                Events = [new("v1", "dn2", "falseReport") { Item = item }],
            }
        );
}
