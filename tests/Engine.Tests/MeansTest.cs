using Assessment.Engine.Evaluation;
using Assessment.Engine.Explanation;
using Assessment.Engine.Facts;
using Assessment.Engine.Results;

namespace Assessment.Engine.Tests;

/// <summary>The values of facts as files carry them: numbers, fractions, and the sum and count of means.</summary>
public sealed class MeansTest
{
    private const string Around =
        """{"scheme":"s","year":2024,"areas":[],"staff":[],"facts":[{"subject":"a","item":"i","value":VALUE}],"events":[]}""";

    [Theory]
    [InlineData("2.5", "2.5")]
    [InlineData("\"7/3\"", "7/3")]
    [InlineData("""{"sum": 7, "count": 3}""", "7/3")]
    [InlineData("""{"sum": 485, "count": 6}""", "485/6")]
    public void Value_WrittenInAnyOfTheThreeWays_IsExact(string written, string exact)
    {
        var facts = FactSetJson.Read(Around.Replace("VALUE", written));

        Assert.Equal(exact, facts.Facts[0].Value.Number.ToString());
        Assert.Equal(
            facts.Facts[0],
            FactSetJson.Read(FactSetJson.Write(facts)).Facts[0] with
            {
                Evidence = facts.Facts[0].Evidence,
            }
        );
    }

    [Theory]
    [InlineData("\"7/0\"")]
    [InlineData("\"seven\"")]
    [InlineData("""{"sum": 7, "count": 0}""")]
    [InlineData("""{"sum": 7, "count": -1}""")]
    [InlineData("""{"sum": 7}""")]
    [InlineData("""{"sum": 7, "count": 3, "mean": 2}""")]
    [InlineData("true")]
    [InlineData("null")]
    public void ValueThatIsNone_IsRefused(string written) =>
        Assert.Equal(
            "facts-unreadable",
            Assert
                .Throws<FactSetException>(() => FactSetJson.Read(Around.Replace("VALUE", written)))
                .Code
        );

    [Fact]
    public void MeanSplitInAnotherWay_HasTheSameResultsAndAnotherDigest()
    {
        var scheme = SchemeFolder.Read("gaojing-2024");
        var facts = SchemeFolder.Facts("gaojing-2024", "1");
        var (six, twelve) = (With(new(485, 6)), With(new(970, 12)));

        Assert.Equal(ResultJson.Write(six), ResultJson.Write(twelve));
        Assert.NotEqual(six.Digest, twelve.Digest);

        EvaluationResult With(MeanParts mean) =>
            Evaluator.Evaluate(
                scheme,
                facts with
                {
                    Facts =
                    [
                        .. facts.Facts.Select(fact =>
                            fact.Item == "satisfaction" && fact.By == "meeting"
                                ? fact with
                                {
                                    Value = mean,
                                }
                                : fact
                        ),
                    ],
                }
            );
    }

    [Fact]
    public void ExplanationOfAMean_NamesSumCountAndFraction()
    {
        var scheme = SchemeFolder.Read("gaojing-2024");
        var facts = SchemeFolder.Facts("gaojing-2024", "1");
        var mean = new MeanParts(485, 6);
        var changed = facts with
        {
            Facts =
            [
                .. facts.Facts.Select(fact =>
                    fact.Item == "satisfaction" && fact.By == "meeting"
                        ? fact with
                        {
                            Value = mean,
                        }
                        : fact
                ),
            ],
        };

        var explained = Evaluator.Evaluate(scheme, changed).Explain(facts.Areas[0].Id);

        var fact = Nodes(explained)
            .SelectMany(node => node.Facts)
            .First(one => one.Item == "satisfaction" && one.By == "meeting");
        Assert.Equal((mean, "485/6"), (fact.Mean, fact.Exact));
    }

    private static IEnumerable<ExplanationNode> Nodes(ExplanationNode node) =>
        node.Children.SelectMany(Nodes).Prepend(node);
}
