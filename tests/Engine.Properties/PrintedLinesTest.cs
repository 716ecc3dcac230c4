using System.Text.RegularExpressions;
using Assessment.Engine.Explanation;
using Assessment.Engine.Expressions;
using Fractions;

namespace Assessment.Engine.Properties;

/// <summary>What an explanation prints does not contradict itself: recalculated as printed, it gives what is printed.</summary>
public sealed partial class PrintedLinesTest
{
    /// <summary>Enough that each scheme has its vetoes, waivers, ties, floors and funds among them.</summary>
    private const int Cases = 60;

    /// <summary>Posts and identities that are drawn so that they are on no list.</summary>
    private static readonly string[] Unlisted = ["“unknownPost”", "“other”"];

    public static TheoryData<string> EachScheme => Schemes.All();

    [Theory]
    [MemberData(nameof(EachScheme))]
    public void EveryPrintedLine_Recalculated_GivesWhatItSays(string scheme) =>
        Property.Holds(
            scheme,
            township =>
            {
                var result = township.Evaluate();
                foreach (
                    var (id, node) in Everything
                        .Explanations(result)
                        .SelectMany(one => one.Tree.All().Select(node => (one.Id, node)))
                )
                {
                    var line = new PrintedLine(node.Arithmetic);
                    Assert.True(line.Holds(), $"{id} {node.Id}: {node.Arithmetic}");
                    Assert.True(
                        IsValue(line, node),
                        $"{id} {node.Id}: {node.Arithmetic}, {node.Value}"
                    );
                }
                foreach (var finding in result.Findings)
                {
                    Assert.True(
                        new PrintedLine(finding.Message.Replace("，应不少于 ", " < ")).Holds(),
                        finding.Message
                    );
                }
            },
            Cases
        );

    /// <summary>The line of a step that has a number ends in this number, as far as it prints decimals.</summary>
    private static bool IsValue(PrintedLine line, ExplanationNode node) =>
        node.Value is not decimal value
        || node.Id is "rank"
        || line.Result() is not { } printed
        || printed
            == Fraction.Round(
                Fraction.FromDecimal(value),
                NumberFormat.Decimals,
                MidpointRounding.AwayFromZero
            )
        || printed == Fraction.FromDecimal(value);

    /// <summary>
    /// Titles and names instead of ids: of events, areas, people, posts and rules. What is on no list has no name, and is
    /// quoted as it was written.
    /// </summary>
    [Theory]
    [MemberData(nameof(EachScheme))]
    public void NoLine_SaysAnId(string scheme) =>
        Property.Holds(
            scheme,
            township =>
                Assert.All(
                    Everything
                        .Explanations(township.Evaluate())
                        .SelectMany(one => one.Tree.All())
                        .SelectMany(Words),
                    words =>
                        Assert.DoesNotMatch(
                            Id(),
                            Unlisted.Aggregate(words, (text, name) => text.Replace(name, ""))
                        )
                ),
            Cases
        );

    private static IEnumerable<string> Words(ExplanationNode node) =>
        node
            .Facts.Select(fact => fact.Title)
            .Concat([node.Title, node.Rule, node.Arithmetic, node.Value as string ?? ""]);

    [GeneratedRegex("[A-Za-z]{3}|(?<![A-Za-z0-9])[ae][0-9]+")]
    private static partial Regex Id();

    [Theory]
    [InlineData("45.08 + 30.175 + 1 − 1 = 75.255 ≈ 75.26", true)]
    [InlineData("45.08 + 30.175 + 1 − 1 = 75.255 ≈ 75.25", false)]
    [InlineData("15.3048 + 15.3048 + 24 = 54.6095", false)]
    [InlineData("15.3048 + 15.3048 + 24 ≈ 54.6095", false)]
    [InlineData("15.304762 + 15.304762 + 24 ≈ 54.6095", true)]
    [InlineData("18 × 85.5 ÷ 100 − 1 × 20（不低于 0） = 0", true)]
    [InlineData("取小(1 + 2.5，3) = 3", true)]
    [InlineData("中位数(7，1 + 2，4) = 4", true)]
    [InlineData("中位数(7，1 + 2) = 5", true)]
    [InlineData("中位数(7，1 + 2) = 7", false)]
    [InlineData("39 < 5% × 800 = 40", true)]
    [InlineData("座谈会测评户数不足：39 < 40", true)]
    [InlineData("座谈会测评户数不足：40 < 40", false)]
    [InlineData("100 × 1 ÷ 3 ≈ 33.3333，去尾 = 33.33", true)]
    [InlineData("100 × 2 ÷ 3 ≈ 66.6667，去尾后再加 0.01 = 66.66", false)]
    [InlineData("一票否决（平安建设（综治），出处 一（二）1），78.14 ≥ 60", true)]
    [InlineData("一票否决（平安建设（综治），出处 一（二）1），58.14 ≥ 60", false)]
    [InlineData("20（热线 80 排第 1 名） + 1 = 21", true)]
    [InlineData("20（热线 80 排第 1 名） + 1 = 22", false)]
    public void Line_IsHeldAgainstItself(string line, bool holds) =>
        Assert.Equal(holds, new PrintedLine(line).Holds());
}
