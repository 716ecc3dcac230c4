using Assessment.Engine.Decisions;
using Assessment.Engine.Evaluation;
using Assessment.Engine.Facts;
using Assessment.Engine.Language;
using Assessment.Engine.Reading;

namespace Assessment.Engine.Tests;

/// <summary>Where decisions exceed a quota, and what the scheme says the quota is.</summary>
public sealed class QuotaOverrunTest
{
    private const string Reason = "年度重难点工作突出";

    private static IReadOnlyList<QuotaUse> Overruns(
        string scheme,
        string number,
        params Decision[] decisions
    ) =>
        Evaluator
            .Evaluate(
                SchemeFolder.Read(scheme),
                SchemeFolder.Facts(scheme, number) with
                {
                    Decisions = decisions,
                }
            )
            .QuotaOverruns;

    private static Decision[] Best(string grade, params IEnumerable<string> subjects) =>
        [.. subjects.Select(subject => new Decision(subject, grade, Reason: Reason))];

    [Fact]
    public void AreasOfGaojing_HaveAHardQuota()
    {
        // 30% of 36 are 10, and never more than 9.
        var overrun = Assert.Single(Overruns("gaojing-2024", "8", Best("优秀", "gj15", "gj33")));

        Assert.Equal(
            ("优秀", 9, 11, QuotaLimit.Hard, "五（一）"),
            (
                overrun.Grade,
                overrun.Places,
                overrun.Holders.Count,
                overrun.Limit,
                overrun.Citation.Clause
            )
        );
        Assert.Equal(
            "居民区“优秀”名额 9 个，决定后 11 个，超出 2 个；不得超过，五（一）“优秀比例不超过30%(不多于9个居民区)”",
            overrun.Message
        );
    }

    [Fact]
    public void QuotaThatIsExactlyUsed_IsNotExceeded() =>
        Assert.Empty(
            Overruns("jingan-guidance", "7", [.. Best("优秀", "ja10"), .. Best("一般", "ja01")])
        );

    [Fact]
    public void AreasOfJingan_HaveAHardQuotaForEachGrade()
    {
        var overruns = Overruns(
            "jingan-guidance",
            "7",
            [.. Best("优秀", "ja10"), .. Best("良好", "ja07", "ja08")]
        );

        Assert.Equal(
            [("优秀", 4, 5, QuotaLimit.Hard), ("良好", 4, 5, QuotaLimit.Hard)],
            overruns.Select(one => (one.Grade, one.Places, one.Holders.Count, one.Limit))
        );
    }

    [Fact]
    public void StaffOfJingan_HasAQuotaInPrinciple_OfTheTownshipAndOfItsArea()
    {
        var overruns = Overruns("jingan-guidance", "7", Best("优秀", "ja18p0", "ja18p1", "ja09p8"));

        Assert.All(overruns, one => Assert.Equal(QuotaLimit.InPrinciple, one.Limit));
        Assert.Contains(overruns, one => one is { Within: null, Grade: "优秀" });
        Assert.All(
            overruns,
            one => Assert.StartsWith("原则上不超过", one.Citation.Quote, StringComparison.Ordinal)
        );
        Assert.All(
            overruns,
            one =>
                Assert.Contains(
                    "；原则上不超过，超过的须另写明理由，六（二）“",
                    one.Message,
                    StringComparison.Ordinal
                )
        );
    }

    [Fact]
    public void SharesOfJiuting_AreInPrinciple_WithinEachCategory()
    {
        var facts = SchemeFolder.Facts("jiuting-2025", "7");
        var category = facts.Areas.Single(one => one.Id == "jt04").Category!;

        var overrun = Assert.Single(Overruns("jiuting-2025", "7", Best("优秀", "jt04")));

        Assert.Equal(
            (category, "优秀", 1, QuotaLimit.InPrinciple),
            (overrun.Within, overrun.Grade, overrun.Holders.Count - overrun.Places, overrun.Limit)
        );
        Assert.StartsWith(
            $"居民区（{category}）“优秀”名额",
            overrun.Message,
            StringComparison.Ordinal
        );
        Assert.EndsWith(
            "”（选定：优秀原则上不超过本类居民区的 30%）",
            overrun.Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("hard", QuotaLimit.Hard)]
    [InlineData("inPrinciple", QuotaLimit.InPrinciple)]
    [InlineData(null, QuotaLimit.Hard)]
    public void Quota_IsHardUnlessTheSchemeSaysOtherwise(string? written, QuotaLimit limit)
    {
        var yaml = SchemeFolder
            .Text("gaojing-2024", "scheme.yaml")
            .Replace(
                ", limit: hard}",
                written is null ? "}" : $", limit: {written}}}",
                StringComparison.Ordinal
            );
        var facts = SchemeFolder.Facts("gaojing-2024", "8") with
        {
            Decisions = Best("优秀", "gj15", "gj33"),
        };

        var result = Evaluator.Evaluate(SchemeReader.Read(yaml, "scheme.yaml"), facts);

        Assert.Equal(limit, Assert.Single(result.QuotaOverruns).Limit);
    }

    [Fact]
    public void WithoutDecisions_NoQuotaIsExceeded() => Assert.Empty(Overruns("gaojing-2024", "8"));
}
