using Assessment.Engine.Facts;
using Assessment.Engine.Results;

namespace Assessment.Engine.Properties;

/// <summary>A mean is a number: of how many it is the mean, and whether somebody says it, decides nothing.</summary>
public sealed class MeansTest
{
    public static TheoryData<string> EachScheme => Schemes.All();

    [Theory]
    [MemberData(nameof(EachScheme))]
    public void MeansSplitInOtherWays_ChangeNoResult(string scheme) =>
        Property.Holds(
            scheme,
            township =>
            {
                var random = township.Random();
                var split = township with
                {
                    Facts = township.Facts with
                    {
                        Facts =
                        [
                            .. township.Facts.Facts.Select(fact =>
                                fact with
                                {
                                    Value = Split(fact.Value, random),
                                }
                            ),
                        ],
                    },
                };

                Assert.Equal(
                    ResultJson.Write(township.Evaluate()),
                    ResultJson.Write(split.Evaluate())
                );
            }
        );

    private static FactValue Split(FactValue value, Random random)
    {
        var times = random.Pick(1m, 2m, 3m, 7m, 1000m, 0.5m);
        return (value.Mean, random.Next(3)) switch
        {
            (_, 0) => value.Number,
            ({ } mean, _) => new MeanParts(mean.Sum * times, mean.Count * times),
            (_, 1) when value.Number.Decimals is not null => new MeanParts(
                value.Number.ToDecimal() * times,
                times
            ),
            _ => value,
        };
    }
}
