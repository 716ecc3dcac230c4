using Assessment.Engine.Facts;
using Assessment.Engine.Results;

namespace Assessment.Engine.Tests;

public sealed class PlacingTest
{
    /// <summary>Areas whose totals go down from 90 by a point each, so that rank i is area i.</summary>
    private static TownshipFacts Descending(int areas)
    {
        var facts = new TownshipFacts(areas);
        for (var i = 1; i <= areas; i++)
        {
            facts.SetScores(TownshipFacts.Id(i), 100m - (i * 2.5m));
        }

        return facts;
    }

    /// <summary>One area with a given total: 60 from the masses at best, the rest from scores.</summary>
    private static AreaResult WithTotal(decimal total) =>
        new TownshipFacts(4, 100m).SetScores("a04", (total - 60m) / 40m * 100m).EvaluateArea(4);

    [Theory]
    [InlineData(69.99, "基本合格")]
    [InlineData(70, "合格")]
    [InlineData(70.01, "合格")]
    public void Total_AroundSeventy_IsQualifiedFromThereOn(decimal total, string grade)
    {
        var area = WithTotal(total);

        Assert.Equal((total, grade), (area.Total, area.Grade));
    }

    [Theory]
    [InlineData(59.99, "不合格")]
    [InlineData(60, "基本合格")]
    [InlineData(60.01, "基本合格")]
    public void Total_AroundSixty_IsBasicFromThereOn(decimal total, string grade)
    {
        // Below 60 only with a punishment.
        var facts = new TownshipFacts(4, 100m).SetScores("a04", (total + 1m - 60m) / 40m * 100m);
        var area = facts
            .Add(new AssessmentEvent("e1", "a04", "discipline") { Points = 1 })
            .EvaluateArea(4);

        Assert.Equal((total, grade), (area.Total, area.Grade));
    }

    [Theory]
    [InlineData(70, "优秀")]
    [InlineData(69.99, "基本合格")]
    public void FirstOfAll_AroundSeventy_IsExcellentOnlyFromThereOn(decimal total, string grade)
    {
        var facts = new TownshipFacts(4, 0m).Set("a01", "satisfaction", 100, "meeting");
        foreach (
            var (by, period) in new[] { ("thirdParty", null), ("online", "H1"), ("online", "H2") }
        )
        {
            facts.Set("a01", "satisfaction", 100, by, period);
        }
        // 36 + 24 from the masses
        var area = facts.SetScores("a01", (total - 60m) / 40m * 100m).EvaluateArea(1);

        Assert.Equal((1, total, grade), (area.Rank, area.Total, area.Grade));
    }

    [Theory]
    [InlineData(3, 0)]
    [InlineData(4, 1)]
    [InlineData(6, 1)]
    [InlineData(7, 2)]
    [InlineData(29, 8)]
    [InlineData(30, 9)]
    [InlineData(33, 9)]
    [InlineData(34, 9)]
    public void Excellent_IsThirtyPercentRoundedDownAndAtMostNine(int areas, int excellent)
    {
        var facts = new TownshipFacts(areas);
        for (var i = 1; i <= areas; i++)
        {
            facts.SetScores(TownshipFacts.Id(i), 100m - i);
        }

        var result = facts.Evaluate();

        Assert.Equal(excellent, result.Areas.Count(area => area.Grade == "优秀"));
        Assert.All(
            result.Areas.Where(area => area.Grade == "优秀"),
            area => Assert.True(area.Rank <= excellent)
        );
    }

    [Fact]
    public void TiedGroup_LargerThanThePlacesLeft_StaysOutAndEndsTheWalk()
    {
        // Two places among seven; ranks 1, 2, 2, 4 …
        var facts = Descending(7).SetScores("a03", 95m);

        var result = facts.Evaluate();

        Assert.Equal([1, 2, 2, 4, 5, 6, 7], result.Areas.Select(area => area.Rank!.Value));
        Assert.Equal(
            ["a01"],
            result.Areas.Where(area => area.Grade == "优秀").Select(area => area.Id)
        );
    }

    [Fact]
    public void TiedGroup_ThatFitsExactly_IsAdmitted()
    {
        var facts = Descending(7).SetScores("a02", 97.5m);

        var result = facts.Evaluate();

        Assert.Equal(
            ["a01", "a02"],
            result.Areas.Where(area => area.Grade == "优秀").Select(area => area.Id)
        );
    }

    [Theory]
    [InlineData(5, "A")]
    [InlineData(6, "B")]
    [InlineData(12, "B")]
    [InlineData(13, null)]
    public void Rank_AtTheEdgeOfATier_IsInIt(int rank, string? tier) =>
        Assert.Equal(
            (rank, tier),
            (Descending(14).EvaluateArea(rank).Rank!.Value, Descending(14).EvaluateArea(rank).Tier)
        );

    [Fact]
    public void TieAtTheEdgeOfATier_SharesTheBetterTier()
    {
        var result = Descending(8).SetScores("a06", 100m - (5 * 2.5m)).Evaluate();

        Assert.Equal(["A", "A", "B"], result.Areas.Skip(4).Take(3).Select(area => area.Tier));
        Assert.Equal([5, 5, 7], result.Areas.Skip(4).Take(3).Select(area => area.Rank!.Value));
    }

    [Fact]
    public void EqualTotals_MoreFromTheMasses_RanksHigher()
    {
        // a02 has 7.2 points less from the masses, made up for by 18 percent more from the departments.
        var facts = new TownshipFacts(2).SetScores("a02", 98m);
        foreach (
            var (by, period) in new[]
            {
                ("meeting", null),
                ("thirdParty", null),
                ("online", "H1"),
                ("online", "H2"),
            }
        )
        {
            facts.Set("a02", "satisfaction", 60, by, period);
        }

        var areas = facts.Evaluate().Areas;

        Assert.Equal(areas[0].Total, areas[1].Total);
        Assert.Equal([1, 2], areas.Select(area => area.Rank!.Value));
    }

    [Fact]
    public void EqualTotalsAndMasses_MoreFromTheHotline_RanksHigher()
    {
        // a06 is sixth by hotline: 22 instead of 24, made up for by two households really visited.
        var facts = new TownshipFacts(6).SetRates("a06", 70m);
        for (var i = 1; i <= 5; i++)
        {
            facts.Set(TownshipFacts.Id(i), "visits.false", 2);
        }

        var areas = facts.Evaluate().Areas;

        Assert.Single(areas.Select(area => area.Total).Distinct());
        Assert.Equal([1, 1, 1, 1, 1, 6], areas.Select(area => area.Rank!.Value));
    }

    [Fact]
    public void AreaWithoutTotal_HasNoRankButCountsInTheQuota()
    {
        // floor(30% × 7) is 2; among the six that have a total it would be 1.
        var result = Descending(7).Remove("a07", "R1.1", "社建办").Evaluate();

        var without = result.Areas[6];
        Assert.Equal(
            (null, null, null, null),
            (without.Total, without.Rank, without.Grade, without.Tier)
        );
        Assert.Equal(2, result.Areas.Count(area => area.Grade == "优秀"));
        var finding = Assert.Single(result.Findings);
        Assert.Equal(
            ("fact.missing", "a07", "R1.1.社建办"),
            (finding.Code, finding.Subject, finding.Detail)
        );
    }
}
