using Assessment.Engine.Cases;
using Assessment.Engine.Evaluation;
using Assessment.Engine.Facts;
using Assessment.Engine.Language;
using Assessment.Engine.Results;

namespace Assessment.Engine.Tests;

public sealed class CaseComparisonTest
{
    private const string Gaojing = "gaojing-2024";
    private const string Empty =
        """{"scheme":"s","areas":[],"staff":[],"payouts":[],"findings":[]}""";

    private static readonly EvaluationResult Result = Evaluator.Evaluate(
        SchemeFolder.Read(Gaojing),
        SchemeFolder.Facts(Gaojing, "1")
    );

    private static ExpectedResult Expected =>
        ExpectedResult.Read(SchemeFolder.Text(Gaojing, "cases", "1", "expected.json"));

    private static ExpectedArea First => Expected.Areas[0];

    private static AreaResult FirstResult => Result.Areas.Single(area => area.Id == First.Id);

    public static TheoryData<string, ExpectedArea> OtherAreas() =>
        new()
        {
            { "总分", First with { Total = First.Total + 0.01m } },
            { "名次", First with { Rank = null } },
            { "等次", First with { Grade = "优异" } },
            { "档次", First with { Tier = "C" } },
            { "加分", First with { Bonus = null } },
            { "减分", First with { Deduction = 9m } },
            { "进步指数", First with { Progress = 99m } },
            { "G1", First with { Items = Item("G1", First.Items["G1"] + 0.0002m) } },
            { "G9", First with { Items = Item("G9", 1m) } },
        };

    [Theory]
    [MemberData(nameof(OtherAreas), DisableDiscoveryEnumeration = true)]
    public void Area_WithOneOtherValue_HasOneDifference(string item, ExpectedArea expected)
    {
        var difference = Assert.Single(CaseComparison.Compare(expected, FirstResult));

        Assert.Equal((First.Id, item), (difference.Subject, difference.Item));
        Assert.NotEqual(difference.Expected, difference.Actual);
    }

    [Fact]
    public void Items_AreComparedInTheOrderOfTheirNames()
    {
        var items = new Dictionary<string, decimal?>(StringComparer.Ordinal)
        {
            ["z"] = 1m,
            ["G1"] = -1m,
        };

        Assert.Equal(
            [
                $"{First.Id} G1：应为 -1，实为 {FirstResult.Items["G1"]:0.####}",
                $"{First.Id} z：应为 1，实为 没有这个项目",
            ],
            CaseComparison
                .Compare(First with { Items = items }, FirstResult)
                .Select(difference => difference.ToString())
        );
    }

    [Theory]
    [InlineData(0.0001, true)]
    [InlineData(0.00011, false)]
    public void Item_MayDifferByATenThousandth(double by, bool same)
    {
        var items = Item("G1", FirstResult.Items["G1"] + (decimal)by);

        var differences = CaseComparison.Compare(First with { Items = items }, FirstResult);

        Assert.Equal(same, differences.Count == 0);
    }

    [Fact]
    public void Person_IsComparedByBandFlagsAndItems()
    {
        var actual = new StaffResult("p", 80m, 1, "优秀", "一档", ["a", "b"], Item("self", null));
        var expected = new ExpectedPerson(
            "p",
            80.00m,
            1,
            "优秀",
            Item("self", null),
            "一档",
            ["b", "a"]
        );

        Assert.Empty(CaseComparison.Compare(expected, actual));
        Assert.Equal(
            [
                "p 总分：应为 无，实为 80",
                "p 名次：应为 2，实为 1",
                "p 等次：应为 无，实为 优秀",
                "p 分档：应为 无，实为 一档",
                "p 标记：应为 无，实为 a、b",
                "p self：应为 0，实为 无",
            ],
            CaseComparison
                .Compare(new ExpectedPerson("p", null, 2, null, Item("self", 0m)), actual)
                .Select(difference => difference.ToString())
        );
    }

    [Fact]
    public void Result_ThatLacksSomethingOrHasSomethingMore_IsDifferent()
    {
        var expected = Expected with
        {
            Scheme = "other",
            Areas = [.. Expected.Areas.Skip(1), First with { Id = "zz" }],
            Staff = [new("pp", null, null, null, Item("self", 0m))],
            Payouts = [.. Expected.Payouts.Skip(1), new("zzp", 1m)],
            Findings = [.. Expected.Findings.Skip(1), new("code", "zz", "detail")],
        };

        var differences = CaseComparison.Compare(expected, Result);

        var finding = Expected.Findings[0];
        Assert.Equal(
            new[]
            {
                ("gaojing-2024 方案编号：应为 other，实为 gaojing-2024"),
                ($"{First.Id} 考核结果：应为 无，实为 有"),
                ("zz 考核结果：应为 有，实为 无"),
                ("pp 考核结果：应为 有，实为 无"),
                ($"{Expected.Payouts[0].Person} 发放金额：应为 无，实为 有"),
                ("zzp 发放金额：应为 有，实为 无"),
                ($"{finding.Subject} 需关注事项 {finding.Code} {finding.Detail}：应为 无，实为 有"),
                ("zz 需关注事项 code detail：应为 有，实为 无"),
            },
            differences.Select(difference => difference.ToString())
        );
    }

    [Fact]
    public void Amount_ThatIsNotTheSame_IsDifferent()
    {
        var payout = Expected.Payouts[0];
        var expected = Expected with
        {
            Payouts = [payout with { Amount = 0.01m }, .. Expected.Payouts.Skip(1)],
        };

        var difference = Assert.Single(CaseComparison.Compare(expected, Result));

        Assert.Equal((payout.Person, "0.01"), (difference.Subject, difference.Expected));
    }

    [Theory]
    [InlineData("", "不是有效的 JSON")]
    [InlineData("null", "内容为空")]
    [InlineData("""{"scheme":"s","areas":[],"staff":[],"payouts":[]}""", "缺少 findings")]
    public void TextThatIsNoExpectedResult_IsRefused(string json, string says) =>
        AssertRefused(json, says);

    [Theory]
    [InlineData(
        "areas",
        """{"id":"a","total":1,"rank":1,"grade":null,"items":{},"teir":"A"}""",
        "$.areas[0].teir"
    )]
    [InlineData("areas", """{"id":"a","total":1,"rank":1,"items":{}}""", "缺少 grade")]
    [InlineData("areas", "null", "“areas”里有一项是 null")]
    [InlineData(
        "payouts",
        """{"person":"a","amount":1},{"person":"a","amount":2}""",
        "“payouts”里“a”写了两次"
    )]
    [InlineData("findings", """{"code":"a","subject":"b"}""", "缺少 detail")]
    [InlineData(
        "areas",
        """{"id":"a","total":1,"rank":1,"grade":null,"items":{}},{"id":"a","total":1,"rank":1,"grade":null,"items":{}}""",
        "“areas”里“a”写了两次"
    )]
    [InlineData(
        "staff",
        """{"id":"a","total":1,"rank":1,"grade":null,"items":{}},{"id":"a","total":1,"rank":1,"grade":null,"items":{}}""",
        "“staff”里“a”写了两次"
    )]
    [InlineData(
        "findings",
        """{"code":"a","subject":"b","detail":"c"},{"code":"a","subject":"b","detail":"c"}""",
        "“findings”里“b a c”写了两次"
    )]
    [InlineData("staff", """{"id":"a","amount":1}""", "amount")]
    public void ExpectedResultWithAMistake_IsRefused(string list, string element, string says) =>
        AssertRefused(
            Empty.Replace($"\"{list}\":[]", $"\"{list}\":[{element}]", StringComparison.Ordinal),
            says
        );

    private static void AssertRefused(string json, string says) =>
        Assert.Contains(
            says,
            Assert.Throws<ExpectedResultException>(() => ExpectedResult.Read(json)).Message,
            StringComparison.Ordinal
        );

    private static Dictionary<string, decimal?> Item(string id, decimal? value) =>
        new(StringComparer.Ordinal) { [id] = value };
}
