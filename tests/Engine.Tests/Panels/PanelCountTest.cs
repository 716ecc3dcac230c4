using Assessment.Engine.Facts;
using Assessment.Engine.Forms;
using Assessment.Engine.Language;
using Assessment.Engine.Panels;

namespace Assessment.Engine.Tests.Panels;

/// <summary>Each way in which a fact is counted from marks.</summary>
public sealed class PanelCountTest
{
    private static readonly Citation Source = new("一", "", null);
    private static readonly RangeForm Points = new("f", "表", new(0m, 100m), null, Source);
    private static readonly RankingForm Ranking = new("f", "表", Source);
    private static readonly OptionForm Options = new(
        "f",
        "表",
        [new("good", "好"), new("bad", "差")],
        Source
    );

    [Theory]
    [InlineData(PanelCounting.Mean, 0, "80 90 70", "80")]
    [InlineData(PanelCounting.Mean, 0, "80 90 91", "87")]
    [InlineData(PanelCounting.Mean, 0, "1 1 2", "4/3")]
    [InlineData(PanelCounting.TrimmedMean, 1, "0 80 81 100", "80.5")]
    [InlineData(PanelCounting.TrimmedMean, 1, "0 100", null)]
    [InlineData(PanelCounting.TrimmedMean, 2, "0 1 70 99 100", "70")]
    [InlineData(PanelCounting.Median, 0, "100 0 70", "70")]
    [InlineData(PanelCounting.Median, 0, "100 0 70 71", "70.5")]
    public void Scores_BecomeOneNumber(
        PanelCounting counting,
        int drop,
        string scores,
        string? expected
    )
    {
        var facts = Count(
            Panel(Points, new("f", counting, null, drop)),
            scores.Split(' ').Select(score => new Mark("a", decimal.Parse(score)))
        );

        Assert.Equal(expected, facts.SingleOrDefault()?.Value.ToString());
        Assert.All(
            facts,
            fact => Assert.Equal((scores.Split(' ').Length, 9m), (fact.Count, fact.Eligible))
        );
    }

    [Fact]
    public void ClassesOfRaters_HaveTheirWeight_AndNoneMayBeSilent()
    {
        var panel = Panel(Points, new("f", PanelCounting.WeightedMean, null, 0)) with
        {
            Raters = new(
                RatersFrom.List,
                null,
                new Dictionary<string, string>(),
                [new("residents", "居民", 0.7m, 0.7m), new("partners", "单位", 0.3m, null)]
            ),
        };

        Assert.Equal(
            "86",
            PanelCount
                .Count(
                    Cast(
                        panel,
                        new Sheet("1", null, [new("a", 70m)], "residents"),
                        new Sheet("2", null, [new("a", 90m)], "residents"),
                        new Sheet("3", null, [new("a", 100m)], "partners")
                    )
                )
                .Single()
                .Value.ToString()
        );
        Assert.Empty(
            PanelCount.Count(Cast(panel, new Sheet("1", null, [new("a", 70m)], "residents")))
        );
        Assert.Equal(
            "sheet-rater-class",
            new SheetCheck(panel, Roll)
                .Check(new Sheet("1", null, [new("a", 70m)], "others"))
                .Problems.Single()
                .Code
        );
        Assert.Equal(
            ["residents"],
            panel
                .Raters.TooFew(
                    new Dictionary<string, int> { ["residents"] = 69, ["partners"] = 31 }
                )
                .Select(one => one.Id)
        );
        Assert.Empty(
            panel.Raters.TooFew(
                new Dictionary<string, int> { ["residents"] = 70, ["partners"] = 30 }
            )
        );
    }

    [Fact]
    public void Options_AreCounted_AlsoWhereNobodyTickedThem()
    {
        Mark[] marks = [new("a", null, "good"), new("a", null, "good"), new("b", null, "bad")];

        var facts = Count(Panel(Options, new("f.good", PanelCounting.Option, "good", 0)), marks);

        Assert.Equal(["a 2", "b 0"], facts.Select(fact => $"{fact.Subject} {fact.Value}"));
    }

    [Fact]
    public void Ranks_AreThoseOfTheMeanRank_TiesSharingTheBetter()
    {
        var box = Cast(
            Panel(Ranking, new("f", PanelCounting.Rank, null, 0)),
            new Sheet("1", null, [new("a", 1m), new("b", 2m), new("c", 3m)]),
            new Sheet("2", null, [new("a", 2m), new("b", 1m), new("c", 3m)])
        );

        Assert.Equal(
            ["a 1", "b 1", "c 3"],
            PanelCount.Count(box).Select(fact => $"{fact.Subject} {fact.Value}")
        );
    }

    [Fact]
    public void EachRater_ReportsTheOwnScore()
    {
        var box = Cast(
            Panel(Points, new("f", PanelCounting.Each, null, 0)) with
            {
                IsNamed = true,
            },
            new Sheet("1", "甲", [new("a", 80m)]),
            new Sheet("2", "乙", [new("a", 90m)])
        );

        Assert.Equal(
            ["甲 80", "乙 90"],
            PanelCount.Count(box).Select(fact => $"{fact.By} {fact.Value}")
        );
    }

    private static PanelRoll Roll { get; } =
        new(
            null,
            9,
            new Dictionary<string, string>
            {
                ["a"] = "areas",
                ["b"] = "areas",
                ["c"] = "areas",
            },
            null
        );

    private static Panel Panel(ScoringForm form, PanelFact fact) =>
        new(
            "p",
            "测评",
            PanelUnit.Township,
            IsNamed: false,
            new(RatersFrom.List, null, new Dictionary<string, string>(), []),
            ExcludesSelf: false,
            [new("areas", null)],
            form,
            [fact],
            Source
        );

    private static IReadOnlyList<Fact> Count(Panel panel, IEnumerable<Mark> marks) =>
        PanelCount.Count(
            Cast(panel, [.. marks.Select((mark, i) => new Sheet($"{i}", null, [mark]))])
        );

    private static BallotBox Cast(Panel panel, params Sheet[] sheets)
    {
        var box = new BallotBox(panel, Roll);
        foreach (var sheet in sheets)
        {
            Assert.Empty(box.Cast(sheet).Problems);
        }

        return box;
    }
}
