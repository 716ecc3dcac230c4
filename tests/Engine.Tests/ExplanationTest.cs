using System.Text.Json;
using Assessment.Engine.Evaluation;
using Assessment.Engine.Explanation;
using Assessment.Engine.Facts;
using Assessment.Engine.Reading;
using Assessment.Engine.Results;

namespace Assessment.Engine.Tests;

public sealed class ExplanationTest
{
    // Numbers are shown with four decimals; multiplied by the points they may be off by this much.
    private const decimal ShownTolerance = 0.01m;

    private static readonly EvaluationResult Result = Evaluator.Evaluate(
        SchemeFolder.Read("gaojing-2024"),
        SchemeFolder.Facts("gaojing-2024", "1")
    );

    [Fact]
    public void EveryArea_IsExplainedWithTheValuesOfItsResult()
    {
        foreach (var area in Result.Areas)
        {
            var tree = Result.Explain(area.Id);

            Assert.Equal(area.Total, tree.Value);
            Assert.Equal(area.Total, ItemsTest.Node(tree, "total").Value);
            Assert.Equal((decimal?)area.Rank, ItemsTest.Node(tree, "rank").Value);
            Assert.Equal(area.Grade, ItemsTest.Node(tree, "grade").Value);
            Assert.Equal(area.Tier, ItemsTest.Node(tree, "tier").Value);
            Assert.Equal(area.Progress, ItemsTest.Node(tree, "progress").Value);
            Assert.Equal(area.Bonus, ItemsTest.Node(tree, "bonus").Value);
            Assert.Equal(area.Deduction, ItemsTest.Node(tree, "deduction").Value);
            Assert.All(
                area.Items,
                item => Assert.Equal(item.Value, ItemsTest.Node(tree, item.Key).Value)
            );
        }
    }

    [Fact]
    public void EveryStepBelowTheRoot_CarriesItsClauseAndQuote() =>
        Assert.All(
            Result
                .Areas.SelectMany(area => Result.Explain(area.Id).Children)
                .SelectMany(ItemsTest.All),
            node =>
            {
                Assert.False(string.IsNullOrEmpty(node.Rule), node.Id);
                Assert.False(string.IsNullOrEmpty(node.Clause), node.Id);
                Assert.False(string.IsNullOrEmpty(node.Quote), node.Id);
            }
        );

    [Fact]
    public void PersonWithoutPeers_IsShownTheDeclaredValue_AndNoMean()
    {
        var text = SchemeFolder.Text("danan-2017", "scheme.yaml");
        var scheme = SchemeReader.Read(
            text.Replace(
                "{peersMean: line.own, absent: missing}",
                "{peersMean: line.own, absent: 31.5}",
                StringComparison.Ordinal
            ),
            "scheme.yaml"
        );
        var facts = SchemeFolder.Facts("danan-2017", "1");
        var worker = facts.Staff.First(person => person.Post == "communityWorker").Id;
        var result = Evaluator.Evaluate(
            scheme,
            facts with
            {
                Facts = [.. facts.Facts.Where(fact => fact.Item != "line")],
            }
        );

        var line = ItemsTest.Node(result.Explain(worker), "line");

        Assert.Equal(31.5m, line.Value);
        Assert.All(
            ItemsTest.All(line),
            node => Assert.DoesNotContain("平均", node.Arithmetic, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void WrittenArithmetic_CalculatedAgain_GivesTheValueOfTheStep()
    {
        var steps = Result
            .Areas.SelectMany(area =>
                ItemsTest.All(ItemsTest.Node(Result.Explain(area.Id), "total"))
            )
            .Where(node => node.Arithmetic.Contains('=') && node.Value is decimal)
            .ToList();

        Assert.NotEmpty(steps);
        Assert.All(
            steps,
            node =>
                Assert.True(
                    Math.Abs(Arithmetic.Value(node.Arithmetic.Split('=')[0]) - (decimal)node.Value!)
                        <= ShownTolerance,
                    $"{node.Id}: {node.Arithmetic}, value {node.Value}"
                )
        );
    }

    [Fact]
    public void FirstItem_ShowsItsArithmeticAndTheFactsUnderIt()
    {
        var tree = Result.Explain("gj02");

        var item = ItemsTest.Node(tree, "G1");
        Assert.Equal("18 × 77.2 ÷ 100 − 1 × 2 = 11.896", item.Arithmetic);
        Assert.Equal("日常走访联系居民群众、重点群体情况分值为18分", item.Quote);
        Assert.Equal(("visits.false", 2m), (item.Facts.Single().Item, item.Facts.Single().Value));
        Assert.Equal(
            ["satisfaction", "satisfaction"],
            ItemsTest.Node(tree, "online").Facts.Select(fact => fact.Item)
        );
    }

    [Fact]
    public void Evidence_IsKeptDownToTheDeductionSlip()
    {
        var facts = new TownshipFacts(1)
            .Add(
                new AssessmentEvent("e1", "a01", "discipline")
                {
                    Points = 2,
                    Date = new(2024, 5, 1),
                    Evidence = "处分决定 3 号",
                }
            )
            .Build();
        var withTickets = facts with
        {
            Facts =
            [
                .. facts.Facts.Select(fact =>
                    fact.Item == "hotline.disposal" ? fact with { Evidence = ["SH1", "SH2"] } : fact
                ),
            ],
        };

        var tree = Evaluator
            .Evaluate(SchemeFolder.Read("gaojing-2024"), withTickets)
            .Explain("a01");

        var slip = ItemsTest.Node(tree, "e1").Facts.Single();
        Assert.Equal(["处分决定 3 号"], slip.Evidence);
        Assert.Equal("党纪政务处分（2024-05-01）", slip.Title);
        Assert.Equal(["SH1", "SH2"], ItemsTest.Node(tree, "hotline").Facts[0].Evidence);
    }

    [Fact]
    public void Grade_ShowsQuotaThresholdAndPosition()
    {
        var grade = ItemsTest.Node(Result.Explain("gj03"), "grade.优秀");

        Assert.Equal("否", grade.Value);
        Assert.Contains("30% × 30", grade.Arithmetic, StringComparison.Ordinal);
        Assert.Contains("第 10 名", grade.Arithmetic, StringComparison.Ordinal);
        Assert.Contains("86.73 ≥ 70", grade.Arithmetic, StringComparison.Ordinal);
    }

    [Fact]
    public void Tie_IsExplainedByItsTieBreaks()
    {
        // gj16 and gj20 both have 87.12.
        var rank = ItemsTest.Node(Result.Explain("gj20"), "rank");

        Assert.Contains("同分", rank.Arithmetic, StringComparison.Ordinal);
        Assert.Contains("群众评价 49.67", rank.Arithmetic, StringComparison.Ordinal);
    }

    [Fact]
    public void Explanation_SurvivesJson()
    {
        var tree = Result.Explain("gj01");

        var json = JsonSerializer.Serialize(tree, EngineJson.Options);
        var back = JsonSerializer.Deserialize<ExplanationNode>(json, EngineJson.Options)!;

        Assert.Equal(json, JsonSerializer.Serialize(back, EngineJson.Options));
        Assert.Equal(tree.Value, back.Value);
        Assert.Contains("\"arithmetic\":", json, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("12.5", true)]
    [InlineData("\"合格\"", true)]
    [InlineData("null", true)]
    [InlineData("true", false)]
    public void Value_IsANumberATextOrNothing(string value, bool isRead)
    {
        var json =
            $$"""{"id":"a","title":"a","value":{{value}},"rule":"","arithmetic":"","facts":[],"children":[]}""";
        ExplanationNode Read() =>
            JsonSerializer.Deserialize<ExplanationNode>(json, EngineJson.Options)!;

        if (isRead)
        {
            Assert.Equal(value.Trim('"'), Read().Value?.ToString() ?? "null");
        }
        else
        {
            Assert.Throws<JsonException>(Read);
        }
    }

    /// <summary>Whose opinion it is, is a sample; who else took part is only counted.</summary>
    [Theory]
    [InlineData(7, null, ExplanationCount.TakingPart)]
    [InlineData(7, 10, ExplanationCount.Sample)]
    [InlineData(null, null, ExplanationCount.TakingPart)]
    public void CountOfAFact_IsASampleWhereItIsKnownOfHowMany(
        int? count,
        int? eligible,
        ExplanationCount expected
    )
    {
        var tree = new ExampleScheme()
            .Evaluate(new Fact("a01", "done", 5, Count: count, Eligible: eligible))
            .Explain("a01");

        Assert.Equal(expected, ItemsTest.Node(tree, "work").Facts.Single().CountOf);
    }

    [Fact]
    public void AreaWithoutTotal_IsExplainedUpToWhatIsMissing()
    {
        var tree = new TownshipFacts(2).Remove("a01", "R1.1", "社建办").Evaluate().Explain("a01");

        Assert.Null(tree.Value);
        Assert.Equal("缺少社建办评分，无法计算", ItemsTest.Node(tree, "R1.1").Arithmetic);
        Assert.Equal("缺少党群阵地与党建品牌，无法计算", ItemsTest.Node(tree, "R1").Arithmetic);
        Assert.Equal(80m, ItemsTest.Node(tree, "R1.2").Value);
        Assert.Null(ItemsTest.Node(tree, "rank").Value);
        Assert.Null(ItemsTest.Node(tree, "grade").Value);
    }

    [Fact]
    public void Facts_AreNamedInTheSchemesWords()
    {
        var online = ItemsTest.Node(Result.Explain("gj01"), "online");

        Assert.Equal(
            [("群众满意度（线上测评，上半年）", "分"), ("群众满意度（线上测评，下半年）", "分")],
            online.Facts.Select(fact => (fact.Title, fact.Unit))
        );
    }

    [Fact]
    public void Percentage_IsShownAsItIsWritten()
    {
        var weight = ItemsTest.Node(Result.Explain("gj01"), "survey.weight.meeting");

        Assert.Equal((20m, "%"), (weight.Value, weight.Unit));
    }

    [Fact]
    public void GradesBelowTheOneGiven_SayThatABetterOneWasGiven()
    {
        var tree = Result.Explain("gj01");

        Assert.Equal(
            "86.02 ≥ 60；已评为更高的“合格”",
            ItemsTest.Node(tree, "grade.基本合格").Arithmetic
        );
        Assert.DoesNotContain("更高", ItemsTest.Node(tree, "grade.优秀").Arithmetic);
    }

    [Fact]
    public void AreaWithoutEvents_SaysSo() =>
        Assert.Equal(
            "没有综合性表彰，计 0",
            ItemsTest.Node(Result.Explain("gj01"), "bonus").Arithmetic
        );

    [Fact]
    public void UnknownSubject_HasNoExplanation() =>
        Assert.Throws<KeyNotFoundException>(() => Result.Explain("gj99"));
}
