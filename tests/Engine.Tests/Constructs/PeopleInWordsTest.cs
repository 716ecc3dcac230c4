using Assessment.Engine.Explanation;
using Assessment.Engine.Facts;

namespace Assessment.Engine.Tests.Constructs;

/// <summary>
/// What calculations of people read beyond their own facts, in the three ways in which an explanation has it, and what is
/// said where it is not there.
/// </summary>
public sealed class PeopleInWordsTest
{
    private const string Person = "p01";

    [Theory]
    [InlineData("{ofArea: total}", "所在居民区总分", "6", "area.total=6")]
    [InlineData("{ofArea: rank}", "所在居民区名次", "1", "area.rank=1")]
    [InlineData("{ofArea: work}", "所在居民区工作", "6", "work=6")]
    [InlineData(
        "{product: [{ofArea: rank}, {ofArea: work}]}",
        "所在居民区名次 × 所在居民区工作",
        "1 × 6 = 6",
        "Product(area.rank=1, work=6)"
    )]
    [InlineData(
        "{peersMean: line, absent: missing}",
        "本居民区同类人员线条分的平均",
        "本居民区同类人员线条分平均 5 = 5",
        "line=5"
    )]
    [InlineData("{peersMean: gone, absent: 4}", "本居民区同类人员未报的平均", "4", "4")]
    [InlineData(
        "{peersMean: gone, absent: instead}",
        "本居民区同类人员未报的平均",
        "7",
        "instead=7"
    )]
    [InlineData(
        "{lookup: post, values: {worker: 3, secretary: 9}}",
        "职务分值（社工 3 分，书记 9 分）",
        "3",
        "3"
    )]
    [InlineData(
        "{lookup: post, values: {worker: instead, secretary: instead}}",
        "职务分值（社工 7 分，书记 7 分）",
        "7",
        "instead=7"
    )]
    [InlineData(
        "{lookup: post, values: {secretary: 9}, absent: 2}",
        "职务分值（书记 9 分）（没有时取 2）",
        "2",
        "2"
    )]
    [InlineData(
        "{lookup: areaGrade, values: {合格: 8, 不合格: 1}}",
        "所在居民区等次分值（合格 8 分，不合格 1 分）",
        "8",
        "8"
    )]
    public void Construct_IsWrittenAsItIsCalculated(
        string value,
        string rule,
        string line,
        string calculation
    )
    {
        var item = Explained(value);

        Assert.Equal(
            (rule, line, calculation),
            (item.Rule, item.Arithmetic, WrittenCalculation.Of(item.Calculation))
        );
        Assert.Equal(item.Value, item.Calculation!.Value.ToDecimal());
    }

    [Theory]
    [InlineData("{ofArea: total}", "没有所在居民区总分，无法计算")]
    [InlineData("{ofArea: rank}", "没有所在居民区名次，无法计算")]
    [InlineData("{ofArea: work}", "所在居民区没有工作，无法计算")]
    [InlineData("{peersMean: gone, absent: missing}", "本居民区同类人员都没有未报，无法计算")]
    [InlineData("{peersMean: gone, absent: excluded}", "本居民区同类人员都没有未报，无法计算")]
    [InlineData(
        "{lookup: areaGrade, values: {合格: 8, 不合格: 1}}",
        "没有所在居民区等次，无法计算"
    )]
    [InlineData("gone", "缺少未报，无法计算")]
    [InlineData("{rank: gone}", "缺少未报，无法计算")]
    public void ValueThatIsNotThere_IsNamed(string value, string line)
    {
        var item = Explained(value, ofArea: null);

        Assert.Equal(line, item.Arithmetic);
        Assert.Null(item.Value);
        Assert.Null(item.Calculation);
    }

    [Theory]
    [InlineData(
        "{ofArea: total}",
        "area.total",
        "所在居民区总分",
        "所在居民区的考核总分",
        "a01总分 6，第 1 名",
        6
    )]
    [InlineData(
        "{ofArea: rank}",
        "area.rank",
        "所在居民区名次",
        "所在居民区的考核名次",
        "a01总分 6，第 1 名",
        1
    )]
    [InlineData("{ofArea: work}", "work", "工作", "取小(10，办结件数)", "取小(10，6) = 6", 6)]
    public void WhatIsReadOfTheArea_IsAStepBelow(
        string value,
        string id,
        string title,
        string rule,
        string line,
        int number
    )
    {
        var step = Assert.Single(Explained(value).Children);

        Assert.Equal((id, title, rule, line), (step.Id, step.Title, step.Rule, step.Arithmetic));
        Assert.Equal((decimal)number, step.Value);
    }

    [Theory]
    [InlineData("{ofArea: total}", "area.total")]
    [InlineData("{ofArea: rank}", "area.rank")]
    public void AreaWithoutTotal_IsAStepThatSaysSo(string value, string id)
    {
        var step = Assert.Single(Explained(value, ofArea: null).Children);

        Assert.Equal((id, "a01没有总分"), (step.Id, step.Arithmetic));
        Assert.Null(step.Value);
    }

    /// <summary>Why the area has no total is said of the area, and not again of each of its people.</summary>
    [Theory]
    [InlineData("{ofArea: total}", null, "fact.missing a01 done")]
    [InlineData("{ofArea: rank}", null, "fact.missing a01 done")]
    [InlineData("{ofArea: work}", null, "fact.missing a01 done")]
    [InlineData("{ofArea: shown}", 6, "fact.absent p01 item")]
    [InlineData(
        "{peersMean: gone, absent: missing}",
        6,
        "fact.absent p01 gone, fact.missing p01 未报"
    )]
    [InlineData("{peersMean: gone, absent: excluded}", 6, "fact.absent p01 未报")]
    [InlineData("{lookup: areaGrade, values: {合格: 8, 不合格: 1}}", null, "fact.missing a01 done")]
    [InlineData("gone", 6, "fact.absent p01 gone")]
    [InlineData("{rank: gone}", 6, "fact.absent p01 gone")]
    public void ValueThatIsNotThere_IsFoundOnce(string value, int? ofArea, string finding) =>
        Assert.Equal(
            finding,
            string.Join(
                ", ",
                Scheme(value)
                    .Evaluated(ofArea)
                    .Findings.Where(one => one.Subject != "p02")
                    .Select(one => $"{one.Code} {one.Subject} {one.Detail}")
            )
        );

    /// <summary>What is there is not named next to what is not.</summary>
    [Theory]
    [InlineData("{ofArea: total}")]
    [InlineData("{ofArea: rank}")]
    [InlineData("{ofArea: work}")]
    [InlineData("{peersMean: line, absent: excluded}")]
    [InlineData("{lookup: post, values: {worker: 3, secretary: 9}}")]
    [InlineData("{lookup: areaGrade, values: {合格: 8, 不合格: 1}}")]
    [InlineData("{rank: line}")]
    [InlineData("line")]
    public void WhatIsThere_IsNotNamed(string other)
    {
        var result = Scheme($"{{product: [{other}, gone]}}").Evaluated(6);

        Assert.Equal(
            "缺少未报，无法计算",
            ItemsTest.Node(result.Explain(Person), "item").Arithmetic
        );
        Assert.Equal(
            ["gone"],
            result.Findings.Where(one => one.Subject == Person).Select(one => one.Detail)
        );
    }

    /// <summary>What the area lacks is missing there; for the person it is only not there.</summary>
    [Theory]
    [InlineData("{sum: [{ofArea: total}, 1], absent: 3}", 3)]
    [InlineData("{sum: [{ofArea: rank}, 1], absent: 3}", 3)]
    [InlineData("{sum: [{ofArea: work}, 1], absent: 3}", null)]
    [InlineData("{lookup: areaGrade, values: {合格: 8}, absent: 3}", 3)]
    public void AreaWithoutTotal_IsWhatTheSchemeSays(string value, int? expected) =>
        Assert.Equal(
            (decimal?)expected,
            Scheme(value).Evaluated(null).Staff.Single(one => one.Id == Person).Total
        );

    [Fact]
    public void WhoGaveAnOpinion_IsNamedWhereTheListsHaveThem() =>
        Assert.Equal(
            ["评议（乙）", "评议（一区）", "评议（某人）"],
            ItemsTest
                .Node(
                    Scheme("{meanOf: named, absent: 0}")
                        .Evaluated(
                            6,
                            new(Person, "named", 3, "p02"),
                            new(Person, "named", 4, "a01"),
                            new(Person, "named", 5, "某人")
                        )
                        .Explain(Person),
                    "item"
                )
                .Facts.OrderBy(fact => fact.Value)
                .Select(fact => fact.Title.Replace("a01", "一区", StringComparison.Ordinal))
        );

    private static ExplanationNode Explained(string value, int? ofArea = 6) =>
        ItemsTest.Node(Scheme(value).Evaluated(ofArea).Explain(Person), "item");

    private static PeopleScheme Scheme(string value) => new(value);
}
