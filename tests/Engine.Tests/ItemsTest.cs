using Assessment.Engine.Explanation;
using Assessment.Engine.Facts;

namespace Assessment.Engine.Tests;

public sealed class ItemsTest
{
    [Theory]
    [InlineData(0, 14.4)]
    [InlineData(1, 13.4)]
    [InlineData(10, 4.4)]
    public void FalseVisits_EachTakesAPoint(int visits, decimal expected)
    {
        var area = new TownshipFacts(1).Set("a01", "visits.false", visits).EvaluateArea(1);

        Assert.Equal(expected, area.Items["G1"]);
        Assert.Equal(14.4m, area.Items["G2"]);
    }

    [Theory]
    [InlineData(50, 0)] // 9 − 10 would be below
    [InlineData(60, 0.8)]
    public void FalseVisits_MoreThanThePoints_StopAtZero(decimal satisfaction, decimal expected)
    {
        var area = new TownshipFacts(1, satisfaction)
            .Set("a01", "visits.false", 10)
            .EvaluateArea(1);

        Assert.Equal(expected, decimal.Round(area.Items["G1"]!.Value, 10));
    }

    [Theory]
    [InlineData(1, 24)]
    [InlineData(5, 24)]
    [InlineData(6, 22)]
    [InlineData(10, 22)]
    [InlineData(11, 20)]
    [InlineData(20, 20)]
    [InlineData(21, 18)]
    [InlineData(25, 18)]
    [InlineData(26, 16)]
    [InlineData(30, 16)]
    public void HotlineRank_AtEachStep_GivesItsPoints(int rank, decimal expected)
    {
        var facts = new TownshipFacts(30);
        for (var i = 1; i <= 30; i++)
        {
            facts.SetRates(TownshipFacts.Id(i), 100 - i);
        }

        Assert.Equal(expected, facts.EvaluateArea(rank).Items["G3"]);
    }

    [Fact]
    public void HotlineTie_AcrossAStep_SharesTheBetterRank()
    {
        var facts = new TownshipFacts(7);
        for (var i = 1; i <= 7; i++)
        {
            facts.SetRates(TownshipFacts.Id(i), 100 - i);
        }
        // Ranks 5 and 6 are equal once the composite is rounded to two decimals.
        facts
            .Set("a06", "hotline.disposal", 95.01m)
            .Set("a06", "hotline.resolution", 95)
            .Set("a06", "hotline.satisfaction", 95);

        var areas = facts.Evaluate().Areas;

        Assert.Equal([24m, 24m, 22m], areas.Skip(4).Select(area => area.Items["G3"]));
    }

    [Fact]
    public void NoHotlineFacts_CountAsOneHundred()
    {
        var facts = new TownshipFacts(6).SetRates("a02", 99.99m);
        foreach (
            var item in new[] { "hotline.disposal", "hotline.resolution", "hotline.satisfaction" }
        )
        {
            facts.Remove("a01", item);
        }

        for (var i = 3; i <= 6; i++)
        {
            facts.SetRates(TownshipFacts.Id(i), 99.99m);
        }

        var result = facts.Evaluate();

        Assert.Contains(
            "排第 1 名",
            Node(result.Explain("a01"), "G3").Arithmetic,
            StringComparison.Ordinal
        );
        Assert.NotNull(result.Areas[0].Total);
    }

    [Fact]
    public void OneHotlineFactAbsent_IsMissingAndNotOneHundred()
    {
        var result = new TownshipFacts(2).Remove("a01", "hotline.resolution").Evaluate();

        Assert.Null(result.Areas[0].Total);
        Assert.Equal(
            ["hotline.resolution"],
            result
                .Findings.Where(finding => finding.Code == "fact.missing")
                .Select(finding => finding.Detail)
        );
    }

    [Fact]
    public void Line_IsTheMeanOfItsDepartments_AndTheItemTheMeanOfItsLines()
    {
        var area = new TownshipFacts(1)
            .Set("a01", "R3.1", 100, "平安办")
            .Set("a01", "R3.1", 50, "平安办（信访）")
            .Set("a01", "R3.2", 90, "安全办")
            .Set("a01", "R3.2", 70, "城运中心")
            .EvaluateArea(1);

        Assert.Equal(9m * ((75m + 80m) / 2m) / 100m, area.Items["R3"]);
    }

    [Fact]
    public void Satisfaction_WeighsItsChannels()
    {
        var area = new TownshipFacts(1)
            .Set("a01", "satisfaction", 100, "meeting")
            .Set("a01", "satisfaction", 50, "thirdParty")
            .Set("a01", "satisfaction", 80, "online", "H1")
            .Set("a01", "satisfaction", 60, "online", "H2")
            .EvaluateArea(1);

        Assert.Equal(18m * 68m / 100m, area.Items["G2"]);
    }

    internal static ExplanationNode Node(ExplanationNode root, string id) =>
        All(root).First(node => node.Id == id);

    internal static IEnumerable<ExplanationNode> All(ExplanationNode node) =>
        node.Children.SelectMany(All).Prepend(node);
}
