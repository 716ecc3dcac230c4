using System.Text.Json;
using Assessment.Engine.Evaluation;
using Assessment.Engine.Facts;
using Assessment.Engine.Language;
using Assessment.Engine.Payouts;
using Assessment.Engine.Results;

namespace Assessment.Engine.Tests;

public sealed class PayoutTest
{
    private static readonly Scheme Gaojing = SchemeFolder.Read("gaojing-2024");

    private static PayoutLines Lines(string? tier, params StaffMember[] staff) =>
        PayoutCalculator.Calculate(
            Gaojing,
            new([new("a01", "居民区1", 80m, 3, "合格", tier)]),
            staff
        );

    private static StaffMember Person(
        string post,
        bool? presiding = null,
        bool? onSite = null,
        string id = "p1"
    ) => new(id, "a01", "某人", post) { Presiding = presiding, OnSite = onSite };

    [Theory]
    [InlineData("A", "secretary", null, null, 5000)]
    [InlineData("B", "secretary", null, null, 3000)]
    [InlineData("A", "deputySecretary", true, null, 5000)]
    [InlineData("B", "deputySecretary", true, null, 3000)]
    [InlineData("A", "deputySecretary", false, null, 2000)]
    [InlineData("A", "deputySecretary", null, null, 2000)]
    [InlineData("B", "deputySecretary", false, null, 1500)]
    [InlineData("A", "director", null, true, 2000)]
    [InlineData("B", "director", null, true, 1500)]
    [InlineData("A", "director", null, false, 0)]
    [InlineData("A", "director", null, null, 0)]
    [InlineData("A", "communityWorker", null, null, 1500)]
    [InlineData("B", "communityWorker", null, null, 1000)]
    [InlineData("A", "volunteer", null, null, 0)]
    [InlineData(null, "secretary", null, null, 0)]
    public void Post_InATier_GetsTheCellsAmount(
        string? tier,
        string post,
        bool? presiding,
        bool? onSite,
        decimal amount
    ) =>
        Assert.Equal(
            new Money(amount),
            Lines(tier, Person(post, presiding, onSite)).Lines.Single().Amount
        );

    [Theory]
    [InlineData("A")]
    [InlineData(null)]
    public void TwoHeads_GetNothingUntilItIsPutRight_WhateverTheTier(string? tier)
    {
        var lines = Lines(
            tier,
            Person("secretary"),
            Person("deputySecretary", presiding: true, id: "p2"),
            Person("communityWorker", id: "p3")
        );

        var finding = Assert.Single(lines.Findings);
        Assert.Equal(
            ("head.duplicate", "a01", "2"),
            (finding.Code, finding.Subject, finding.Detail)
        );
        Assert.Equal([true, true, false], lines.Lines.Select(line => line.Amount is null));
    }

    [Fact]
    public void TwoHeadsInDifferentAreas_AreInOrder()
    {
        var outcome = new FinalOutcome([
            new("a01", "一", 80m, 1, "合格", "A"),
            new("a02", "二", 79m, 2, "合格", "A"),
        ]);

        var lines = PayoutCalculator.Calculate(
            Gaojing,
            outcome,
            [Person("secretary"), new("p2", "a02", "某人", "secretary")]
        );

        Assert.Empty(lines.Findings);
        Assert.All(lines.Lines, line => Assert.Equal(new Money(5000), line.Amount));
    }

    [Fact]
    public void AreaWithoutTotal_HasNoAmountsYet()
    {
        var lines = PayoutCalculator.Calculate(
            Gaojing,
            new([new("a01", "一", null, null, null, null)]),
            [Person("secretary")]
        );

        Assert.Null(lines.Lines.Single().Amount);
    }

    [Fact]
    public void PersonOfAnAreaWithoutResult_IsRefused() =>
        Assert.Equal(
            "area-unknown",
            Assert
                .Throws<FactSetException>(() =>
                    PayoutCalculator.Calculate(Gaojing, new([]), [Person("secretary")])
                )
                .Code
        );

    [Fact]
    public void PublishedResults_GiveTheSameLinesAsTheEvaluation()
    {
        var facts = SchemeFolder.Facts("gaojing-2024", "1");
        var evaluated = Evaluator.Evaluate(Gaojing, facts);
        var published = new FinalOutcome([
            .. evaluated.Areas.Select(area => new AreaOutcome(
                area.Id,
                area.Name,
                area.Total,
                area.Rank,
                area.Grade,
                area.Tier
            )),
        ]);

        Assert.Equal(
            evaluated.Payouts.Lines,
            PayoutCalculator.Calculate(Gaojing, published, facts.Staff).Lines
        );
    }

    [Fact]
    public void Explanation_NamesRoleTierAndTheCellsWords()
    {
        var node = Lines("B", Person("deputySecretary", presiding: true)).Explain("p1");

        Assert.Equal(3000m, node.Value);
        Assert.Equal("对B档居民区党组织负责人发放3000元/人", node.Quote);
        Assert.Equal("党组织负责人", ItemsTest.Node(node, "role").Value);
        Assert.Equal("职务 副书记，主持工作", ItemsTest.Node(node, "role").Arithmetic);
        Assert.StartsWith(
            "党组织负责人：书记、副书记（主持工作）；副书记、坐班主任：",
            ItemsTest.Node(node, "role").Rule,
            StringComparison.Ordinal
        );
        Assert.Equal("B", ItemsTest.Node(node, "tier").Value);
    }

    [Theory]
    [InlineData("secretary", false, false, "职务 书记")]
    [InlineData("deputySecretary", false, true, "职务 副书记，不主持工作")]
    [InlineData("deputySecretary", null, null, "职务 副书记，没有注明主持工作，按不主持工作计")]
    [InlineData("director", true, false, "职务 居委会主任，不坐班")]
    [InlineData("volunteer", true, true, "职务“volunteer”不在方案列出的职务之内")]
    public void Explanation_NamesThePostAndOnlyWhatDecides(
        string post,
        bool? presiding,
        bool? onSite,
        string arithmetic
    )
    {
        var node = Lines("A", Person(post, presiding, onSite)).Explain("p1");

        Assert.Equal(arithmetic, ItemsTest.Node(node, "role").Arithmetic);
    }

    [Theory]
    [InlineData("secretary", "书记")]
    [InlineData("volunteer", null)]
    public void Line_CarriesThePostInTheSchemesWord(string post, string? title) =>
        Assert.Equal(title, Lines("A", Person(post)).Lines.Single().PostTitle);

    [Theory]
    [InlineData("0.005", "0.01")]
    [InlineData("0.0049", "0")]
    [InlineData("-0.005", "-0.01")]
    [InlineData("2.675", "2.68")]
    public void Money_RoundsHalfUpToTheFen(string amount, string rounded) =>
        Assert.Equal(new Money(decimal.Parse(rounded)), Money.RoundedToFen(decimal.Parse(amount)));

    /// <summary>Whoever reads how a fund came about does not read what each colleague's base is.</summary>
    [Fact]
    public void PoolIsExplained_WithTheSumOverAll_AndNobodyElsesBase_WhateverTheOrderOfTheStaff()
    {
        StaffMember[] staff =
        [
            new("p1", "a01", "甲", "gridLeader") { Base = 42000, Months = 12 },
            new("p2", "a01", "乙", "gridInstructor") { Base = 43210, Months = 5 },
        ];
        var outcome = new FinalOutcome([new("a01", "居民区1", 110m, 1, null, "第一等次")])
        {
            Staff = [.. staff.Select(person => new StaffOutcome(person.Id, 90m, 1, null, "一档"))],
        };
        var danan = SchemeFolder.Read("danan-2017");

        var fund = PayoutCalculator.Calculate(danan, outcome, staff).Explain("p1").Children[0];
        var turned = PayoutCalculator
            .Calculate(danan, outcome, [.. staff.Reverse()])
            .Explain("p1")
            .Children[0];

        Assert.Equal("135% × 720050 ÷ 12 = 81005.625 ≈ 81005.63", fund.Arithmetic);
        Assert.Equal(fund.Arithmetic, turned.Arithmetic);
        var mine = JsonSerializer.Serialize(
            PayoutCalculator.Calculate(danan, outcome, staff).Explain("p1"),
            EngineJson.Options
        );
        Assert.DoesNotContain("43210", mine, StringComparison.Ordinal);
    }
}
