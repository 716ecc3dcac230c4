using System.Reflection;
using Assessment.Engine.Facts;

namespace Assessment.Engine.Tests.Thresholds;

/// <summary>Every threshold of every scheme has cases, and no cases are about a threshold that is gone.</summary>
public sealed class ThresholdCompletenessTest
{
    public static TheoryData<string> Schemes =>
        [.. SchemeFolder.Schemes().Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Schemes))]
    public void EachThresholdOfAScheme_HasCases(string scheme)
    {
        var thresholds = ThresholdPaths.Of(SchemeFolder.Yaml(scheme)).Order(StringComparer.Ordinal);

        Assert.Equal(thresholds, Covered(scheme));
    }

    [Fact]
    public void ThresholdsOfEachKind_AreFoundByTheirPath() =>
        Assert.Equal(
            [
                "events/honour/points",
                "collection/forms/line/bands/优秀/from",
                "collection/forms/line/bands/优秀/share",
                "areas/items/G/value/deduct/through/0/to",
                "areas/items/G/value/floor",
                "areas/bonus/value/cap",
                "areas/grades/优秀/atLeast",
                "areas/grades/优秀/quota/share",
                "areas/findings/coverage.unmet.meeting/atLeast",
                "areas/findings/coverage.unmet.meeting/atLeast/min",
            ],
            ThresholdPaths.Of(
                SchemeFolder.Parse(
                    """
                    events:
                      honour: {title: 表彰, points: {from: 1, to: 3}}
                    collection:
                      forms: [{id: line, bands: [{name: 优秀, from: 48, to: 50, share: 30%}]}]
                    areas:
                      points: 100
                      items:
                        - {id: G, points: 18, value: {deduct: {steps: 1, through: [{to: 5, value: 24}]}, floor: 0}}
                      bonus: {value: {events: [honour], cap: 3}}
                      grades: [{name: 优秀, atLeast: 70, quota: {share: 30%}}]
                      findings:
                        - {code: coverage.unmet, detail: meeting, atLeast: {min: [1, 2]}}
                    """
                )
            )
        );

    private static IEnumerable<string> Covered(string scheme) =>
        PathsOfTests(scheme).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    private static IEnumerable<string> PathsOfTests(string scheme) =>
        from type in typeof(ThresholdCompletenessTest).Assembly.GetTypes()
        where type.GetCustomAttribute<ThresholdsOfAttribute>()?.Scheme == scheme
        from method in type.GetMethods()
        from attribute in method.GetCustomAttributes(inherit: true)
        where attribute is ICoversThresholds && method.IsDefined(typeof(FactAttribute))
        from path in ((ICoversThresholds)attribute).Paths
        select path;
}
