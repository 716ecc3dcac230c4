using Assessment.Engine.Policies;
using Assessment.Engine.Reading;

namespace Assessment.Engine.Tests.Constructs;

/// <summary>
/// 占比: which share of the total an item has, as far as the calculation says how points are divided. The residents' item is
/// worth 10 points, the other one 30.
/// </summary>
public sealed class PointSharesTest
{
    private const string Both = "{sum: [work, rest]}";
    private const string Unknown = "看不出";

    [Theory]
    [InlineData(Both, "25%")]
    [InlineData("{sum: [work, rest, bonus]}", "25%")]
    [InlineData($"{{difference: [{Both}, 5]}}", "25%")]
    [InlineData($"{{difference: [{Both}, deduction]}}", "25%")]
    [InlineData($"{{round: {Both}, decimals: 1}}", "25%")]
    [InlineData($"{{scale: {Both}, points: 40}}", "25%")]
    [InlineData($"{{product: [{Both}, 2, 50%]}}", "25%")]
    [InlineData($"{{ratio: [{{product: [{Both}, 2]}}, 2]}}", "25%")]
    [InlineData("{sum: [work, rest], absent: 0}", "25%")]
    [InlineData($"{{max: [0, {Both}]}}", "25%")]
    [InlineData($"{{min: [100, {Both}]}}", "25%")]
    [InlineData("both", "25%")]
    [InlineData("{ratio: [{sum: [both, both]}, 2]}", "25%")]
    [InlineData(
        "{ratio: [{weighted: [{weight: 20%, of: work}, {weight: 80%, of: rest}]}, 1]}",
        "20%"
    )]
    [InlineData(
        $"{{ratio: [{{weighted: [{{weight: 20%, of: rest}}, {{weight: 80%, of: {Both}}}]}}, 1]}}",
        "20%"
    )]
    [InlineData("{ratio: [{product: [work, rest]}, 1]}", Unknown)]
    [InlineData("{max: [work, rest]}", Unknown)]
    [InlineData("{mean: [work, rest]}", Unknown)]
    [InlineData("{median: [work, rest]}", Unknown)]
    [InlineData("{firstPresent: [work, rest]}", Unknown)]
    [InlineData("{sum: [work, {mean: [rest]}]}", Unknown)]
    [InlineData("{deduct: rest, from: work, each: 1, floor: 0}", Unknown)]
    [InlineData(
        "{steps: {sum: [work, rest]}, through: [{to: 5, value: 1}], otherwise: 40}",
        Unknown
    )]
    public void Share_IsKnownWhereTheCalculationDividesThePoints(string total, string share)
    {
        var report = PolicyCheck.Check(
            Policy,
            SchemeReader.Read(Scheme(total), "scheme.yaml"),
            "scheme.yaml"
        );

        var message = Assert.Single(report.Departures).Message;
        Assert.Equal(
            share == Unknown
                ? "从居民区总分的算法看不出各项目的占比，无法核对群众评价是否不低于 90%"
                : $"群众评价（工作）占居民区总分的 {share}，应当不低于 90%",
            message
        );
    }

    private static readonly Policy Policy = PolicyReader.Read(
        """
        policy: district
        title: 区政策
        source: {file: source.md, title: 文件}
        rules:
          - {title: 群众评价占比, kind: residentsVoice, of: areas, atLeast: 90%, basis: 区里的要求}
        """,
        "policy.yaml"
    );

    private static string Scheme(string total) =>
        new ExampleScheme
        {
            Measures =
                "- {id: both, title: 合计, value: {sum: [work, rest]}, clause: 一, quote: 一}",
            Total = total,
            // Bonus and deduction have to be in the total.
            More = string.Join(
                '\n',
                new[] { "bonus", "deduction" }
                    .Where(name => total.Contains(name, StringComparison.Ordinal))
                    .Select(name => $"{name}: {{title: 加减分, value: 4, clause: 一, quote: 一}}")
            ),
        }
            .Yaml.Replace("  points: 10\n", "  points: 40\n", StringComparison.Ordinal)
            .Replace(
                "items:\n",
                "items:\n    - {id: rest, title: 其余, points: 30, value: {scale: {fact: done, absent: 0}}, clause: 一, quote: 一}\n",
                StringComparison.Ordinal
            )
            .Replace("title: 工作,", "title: 工作, voice: residents,", StringComparison.Ordinal);
}
