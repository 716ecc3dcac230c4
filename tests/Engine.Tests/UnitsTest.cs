using Assessment.Engine.Facts;
using Assessment.Engine.Reading;

namespace Assessment.Engine.Tests;

/// <summary>
/// Units are checked where something is added up or compared, and percent has one meaning: what is refused is among
/// the bad schemes too, here is what is accepted as well.
/// </summary>
public sealed class UnitsTest
{
    private static ExampleScheme Rated(string limit) =>
        new()
        {
            Facts =
                "rate: {title: 处置率, unit: \"%\", range: {from: 0, to: 100}, reportedBy: office}",
            Parameters =
                "enough: {title: 处置率要求, value: 80, unit: \"%\", clause: 一, quote: 一}",
            Grades =
                $"[{{name: 合格, when: {{value: {{fact: rate, absent: missing}}, atLeast: {limit}}}, clause: 一, quote: 一}}, {{name: 不合格, clause: 一, quote: 一}}]",
        };

    [Theory]
    [InlineData("80")]
    [InlineData("enough")]
    public void Rate_IsComparedInPercent(string limit)
    {
        var text = Rated(limit);
        var scheme = SchemeReader.Read(
            limit == "80" ? WithoutParameter(text.Yaml) : text.Yaml,
            "scheme.yaml"
        );

        Assert.Equal(
            ["不合格", "合格", "合格"],
            new[] { 79.99m, 80m, 80.01m }.Select(rate =>
                ExampleScheme
                    .Evaluate(scheme, [new("a01", "done", 5), new("a01", "rate", rate)])
                    .Areas[0]
                    .Grade
            )
        );
    }

    [Fact]
    public void RateComparedToANumberWithPercentSign_IsRefused()
    {
        var problem = Assert.Single(Rated("80%").Problems(), one => one.Code == "units-mixed");

        Assert.Equal(Line(Rated("80%").Yaml, "atLeast: 80%"), problem.Line);
        Assert.Contains("80", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{sum: [{fact: done, absent: missing}, {fact: done, absent: 0}]}")]
    [InlineData("{sum: [1, {fact: done, absent: missing}]}")]
    [InlineData(
        "{sum: [{product: [30%, {fact: done, absent: missing}]}, {fact: done, absent: 0}]}"
    )]
    [InlineData("{mean: [{ratio: [{fact: done, absent: missing}, {fact: done, absent: 0}]}, 50%]}")]
    [InlineData("{mean: [{ratio: [{fact: done, absent: missing}, 2]}, {fact: done, absent: 0}]}")]
    [InlineData("{mean: [{product: [points.each, {fact: done, absent: missing}]}, points.each]}")]
    [InlineData("{deduct: {fact: done, absent: missing}, from: 10, each: points.each, floor: 0}")]
    [InlineData("{mean: [{attribute: households}, {fact: visited, absent: missing}]}")]
    [InlineData("{sum: [{events: [honour]}, points.each]}")]
    [InlineData("{sum: [{meanOf: named, absent: 0}, points.each]}")]
    [InlineData("{sum: [{fact: done, figure: count, absent: 0}, points.each]}")]
    [InlineData("{sum: [{scale: {fact: done, absent: 0}, points: 10}, points.each]}")]
    [InlineData("{sum: [{scale: {fact: done, absent: 0}, points: count.each}, count.each]}")]
    [InlineData(
        "{sum: [{ratio: [{product: [100, {fact: done, absent: 0}]}, {fact: done, absent: 1}]}, points.each]}"
    )]
    [InlineData(
        "{sum: [{steps: {fact: done, absent: 0}, through: [{to: 5, value: 1}], otherwise: points.each}, points.each]}"
    )]
    [InlineData(
        "{sum: [{product: [{fact: visited, absent: 0}, {fact: done, absent: 0}]}, points.each]}"
    )]
    [InlineData("{product: [{rank: shown}, {fact: done, absent: 0}]}")]
    public void SameUnit_IsTaken(string value) => Assert.Empty(Codes(value));

    [Theory]
    [InlineData("{sum: [{fact: done, absent: missing}, {fact: visited, absent: 0}]}")]
    [InlineData("{difference: [{fact: done, absent: missing}, points.each]}")]
    [InlineData("{max: [{fact: done, absent: missing}, 50%]}")]
    [InlineData(
        "{mean: [{ratio: [{fact: done, absent: missing}, {fact: done, absent: 0}]}, points.each]}"
    )]
    [InlineData(
        "{weighted: [{weight: 50%, of: {fact: done, absent: missing}}, {weight: 50%, of: {fact: visited, absent: 0}}]}"
    )]
    [InlineData("{firstPresent: [{fact: done, absent: excluded}, {fact: visited, absent: 0}]}")]
    [InlineData("{median: [{fact: done, absent: excluded}, {fact: visited, absent: 0}]}")]
    [InlineData("{mean: [{fact: done, absent: missing}], whenAllAbsent: points.each}")]
    [InlineData("{round: {fact: done, absent: excluded}, decimals: 0, absent: points.each}")]
    [InlineData(
        "{steps: {fact: done, absent: missing}, through: [{to: points.each, value: 5}], otherwise: 10}"
    )]
    [InlineData("{deduct: {fact: done, absent: missing}, from: points.each, each: 5%, floor: 0}")]
    [InlineData("{mean: [{attribute: partyMembers}, {fact: visited, absent: missing}]}")]
    [InlineData("{sum: [shown, points.each]}")]
    [InlineData("{sum: [{rank: shown}, points.each]}")]
    [InlineData("{sum: [{events: [honour]}, {fact: done, absent: 0}]}")]
    [InlineData("{sum: [{meanOf: named, absent: 0}, {fact: done, absent: 0}]}")]
    [InlineData("{sum: [{scale: {fact: done, absent: 0}, points: 10}, {fact: done, absent: 0}]}")]
    [InlineData("{sum: [{scale: {fact: done, absent: 0}, points: count.each}, points.each]}")]
    [InlineData("{scale: {ratio: [{fact: done, absent: 0}, {fact: done, absent: 1}]}, points: 10}")]
    [InlineData(
        "{sum: [{ratio: [{product: [50%, {fact: done, absent: 0}]}, {fact: done, absent: 1}]}, points.each]}"
    )]
    [InlineData(
        "{sum: [{ratio: [{sum: [100, {fact: done, absent: 0}]}, {fact: done, absent: 1}]}, points.each]}"
    )]
    [InlineData(
        "{sum: [{steps: {fact: done, absent: 0}, through: [{to: 5, value: 1}], otherwise: points.each}, {fact: done, absent: 0}]}"
    )]
    [InlineData(
        "{steps: {fact: done, absent: 0}, through: [{to: 5, value: points.each}], otherwise: count.each}"
    )]
    [InlineData(
        "{sum: [{deduct: {fact: done, absent: 0}, from: points.each, each: 1, floor: 0}, count.each]}"
    )]
    [InlineData("{deduct: {fact: done, absent: 0}, from: points.each, each: 1, floor: count.each}")]
    [InlineData("{sum: [{round: points.each, decimals: 0}, count.each]}")]
    [InlineData("{sum: [{max: [{fact: done, absent: excluded}], absent: 3}, points.each]}")]
    [InlineData("{sum: [{firstPresent: [{fact: done, absent: excluded}, 1]}, points.each]}")]
    [InlineData("{sum: [{median: [{fact: done, absent: excluded}, 1]}, points.each]}")]
    [InlineData("{sum: [{mean: [{fact: done, absent: excluded}, 1]}, points.each]}")]
    [InlineData("{sum: [{min: [{fact: done, absent: excluded}, 1]}, points.each]}")]
    [InlineData("{sum: [{difference: [{fact: done, absent: 0}, 1]}, points.each]}")]
    [InlineData("{sum: [{weighted: [{weight: 100%, of: {fact: done, absent: 0}}]}, points.each]}")]
    [InlineData("{sum: [{product: [{fact: done, absent: 0}, 50%, 2]}, points.each]}")]
    [InlineData("{sum: [{ratio: [{fact: done, absent: 0}, 2]}, points.each]}")]
    public void OtherUnit_IsRefused(string value) => Assert.Equal(["units-mixed"], Codes(value));

    private static IEnumerable<string> Codes(string value) =>
        new ExampleScheme
        {
            Facts =
                "visited: {title: 走访户数, unit: 户, reportedBy: office}\nnamed: {title: 评议, unit: 分, by: any, reportedBy: office}",
            Parameters =
                "points.each: {title: 每件得分, value: 1, unit: 分, clause: 一, quote: 一}\ncount.each: {title: 每次件数, value: 1, unit: 件, clause: 一, quote: 一}",
            Events = "honour: {title: 表彰, each: 2, clause: 一, quote: 一}",
            Measures =
                "- {id: shown, title: 备查, value: {product: [2, {fact: visited, absent: 0}]}, clause: 一, quote: 一}",
            Value = value,
        }
            .Problems()
            .Select(problem => problem.Code)
            .Where(code => code is not ("unused" or "points-do-not-add-up"))
            .Distinct();

    private static string WithoutParameter(string yaml) =>
        string.Join(
                '\n',
                yaml.Split('\n').Where(line => !line.Contains("enough", StringComparison.Ordinal))
            )
            .Replace("parameters:\n", "", StringComparison.Ordinal);

    private static int Line(string yaml, string text) =>
        yaml[..yaml.IndexOf(text, StringComparison.Ordinal)].Count(c => c == '\n') + 1;
}
