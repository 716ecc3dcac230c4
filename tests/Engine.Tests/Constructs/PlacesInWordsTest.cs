using Assessment.Engine.Explanation;
using Assessment.Engine.Facts;
using Assessment.Engine.Results;

namespace Assessment.Engine.Tests.Constructs;

/// <summary>How a rank, a grade and a requirement are explained: with whom it is shared, and what decides.</summary>
public sealed class PlacesInWordsTest
{
    private const string Change =
        "change: {title: 变化, unit: 分, range: {from: -10, to: 10}, reportedBy: office}";

    [Theory]
    [InlineData("a01", "总分 5，在参加排名的 4 个中列第 2 名；与另外 2 个同分，变化 1，名次并列")]
    [InlineData("a02", "总分 5，在参加排名的 4 个中列第 1 名；与另外 2 个同分，变化 2")]
    [InlineData("a03", "总分 5，在参加排名的 4 个中列第 2 名；与另外 2 个同分，变化 1，名次并列")]
    [InlineData("a04", "总分 4，在参加排名的 4 个中列第 4 名")]
    public void Rank_SaysWithWhomTheTotalAndTheRankAreShared(string area, string line)
    {
        var scheme = new ExampleScheme
        {
            Facts = Change,
            TieBreaks = "{title: 变化, value: {fact: change, absent: missing}, decimals: 2}",
        };

        var rank = ItemsTest.Node(Tied(scheme).Explain(area), "rank");

        Assert.Equal("按总分从高到低排名；同分时比较变化；仍相同的名次并列", rank.Rule);
        Assert.Equal(line, rank.Arithmetic);
    }

    [Theory]
    [InlineData("a01", "总分 5，在参加排名的 4 个中列第 1 名；与另外 2 个同分，名次并列")]
    [InlineData("a04", "总分 4，在参加排名的 4 个中列第 4 名")]
    public void RankWithoutTieBreaks_IsSharedByTheSameTotal(string area, string line)
    {
        var rank = ItemsTest.Node(Tied(new ExampleScheme()).Explain(area), "rank");

        Assert.Equal("按总分从高到低排名；仍相同的名次并列", rank.Rule);
        Assert.Equal(line, rank.Arithmetic);
    }

    [Theory]
    [InlineData(6, "合格", "6 ≥ 6", "已评为更高的“合格”", "总分 6，第 1 名 → 合格")]
    [InlineData(5, "不合格", "5 < 6", "", "总分 5，第 1 名 → 不合格")]
    [InlineData(null, null, "", "", "没有总分，暂不能定等次")]
    public void Grade_SaysWhetherTheTotalReachesIt(
        int? done,
        string? grade,
        string reached,
        string rest,
        string line
    )
    {
        var tree = ExampleScheme
            .Evaluate(
                new ExampleScheme().Read(),
                done is { } number ? [new("a01", "done", number)] : []
            )
            .Explain("a01");

        var given = ItemsTest.Node(tree, "grade");
        Assert.Equal((grade, line), (given.Value, given.Arithmetic));
        Assert.Equal("合格：总分不低于 6；其余为不合格", given.Rule);
        Assert.Equal([reached, rest], given.Children.Select(child => child.Arithmetic));
        Assert.Equal(
            [grade == "合格" ? "是" : "否", grade == "不合格" ? "是" : "否"],
            given.Children.Select(child => child.Value)
        );
    }

    /// <summary>With so many decimals that what is printed is less as well.</summary>
    [Theory]
    [InlineData("{fact: done, absent: missing}", "6", "5 < 6", "Below(done=5, 6)")]
    [InlineData(
        "{ratio: [{fact: done, absent: missing}, 3]}",
        "1.66667",
        "5 ÷ 3 ≈ 1.666667 < 1.66667",
        "Below(Ratio(done=5, 3), 1.66667)"
    )]
    [InlineData(
        "{ratio: [{fact: done, absent: missing}, 3]}",
        "{ratio: [5.0001, 3]}",
        "5 ÷ 3 ≈ 1.66667 < 5.0001 ÷ 3 = 1.6667",
        "Below(Ratio(done=5, 3), Ratio(5.0001, 3))"
    )]
    public void UnmetRequirement_IsPrintedAsLess(
        string value,
        string atLeast,
        string line,
        string calculation
    )
    {
        var tree = new ExampleScheme
        {
            More =
                $"findings: [{{code: few, detail: done, title: 办结要求, value: {value}, atLeast: {atLeast}, clause: 一, quote: 一}}]",
        }
            .Evaluate(new Fact("a01", "done", 5))
            .Explain("a01");

        var finding = ItemsTest.Node(tree, "few.done");
        Assert.Equal(
            (line, calculation),
            (finding.Arithmetic, WrittenCalculation.Of(finding.Calculation))
        );
        Assert.Equal(["done"], finding.Facts.Select(fact => fact.Item));
    }

    [Fact]
    public void RequirementThatIsMet_IsNoStep()
    {
        var tree = new ExampleScheme
        {
            More =
                "findings: [{code: few, detail: done, title: 办结要求, value: {fact: done, absent: missing}, atLeast: 5, clause: 一, quote: 一}]",
        }
            .Evaluate(new Fact("a01", "done", 5))
            .Explain("a01");

        Assert.DoesNotContain(ItemsTest.All(tree), node => node.Id == "few.done");
        Assert.Equal("总分 5，第 1 名，不合格", tree.Arithmetic);
    }

    /// <summary>Three areas with 5, of which one has the larger change; one with 4.</summary>
    private static EvaluationResult Tied(ExampleScheme scheme)
    {
        Fact[] changes =
        [
            new("a01", "change", 1),
            new("a02", "change", 2),
            new("a03", "change", 1),
            new("a04", "change", 0),
        ];
        return ExampleScheme.Evaluate(
            scheme.Read(),
            [
                new("a01", "done", 5),
                new("a02", "done", 5),
                new("a03", "done", 5),
                new("a04", "done", 4),
                .. scheme.Facts.Length > 0 ? changes : [],
            ]
        );
    }
}
