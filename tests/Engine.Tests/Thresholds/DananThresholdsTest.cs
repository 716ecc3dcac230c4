using Assessment.Engine.Facts;
using Assessment.Engine.Language;

namespace Assessment.Engine.Tests.Thresholds;

/// <summary>
/// 大南: a community with everything at its best has 100 + 24 + 3 + 3 = 130; events of bonus and deduction, which may
/// have any points up to 30, bring it to the total that a row asks for.
/// </summary>
[ThresholdsOf("danan-2017")]
public sealed class DananThresholdsTest
{
    private const string Scheme = "danan-2017";
    private const decimal Best = 130m;

    private static TownshipFacts Township(int areas, decimal level = 100m) =>
        new(
            Scheme,
            areas,
            level,
            ("satisfaction.excellent", level),
            ("satisfaction.unqualified", 100m - level)
        );

    private static TownshipFacts WithTotals(params decimal[] totals)
    {
        var facts = Township(totals.Length);
        foreach (var (i, total) in totals.Index())
        {
            facts.Add(Difference(TownshipFacts.Id(i + 1), total - Best));
        }

        return facts;
    }

    private static AssessmentEvent Difference(string area, decimal points) =>
        new($"e-{area}", area, points < 0m ? "deduction" : "bonus") { Points = Math.Abs(points) };

    /// <summary>So many communities that one has each rank: 130, 129.5, 129 …</summary>
    private static TownshipFacts Descending(int areas) =>
        WithTotals([.. Enumerable.Range(0, areas).Select(i => Best - (i * 0.5m))]);

    private static StaffMember Person(string id, string post, string area = "a01") =>
        new(id, area, "某人", post) { Base = 1000, Months = 12 };

    /// <summary>Everything of a person at its best.</summary>
    private static TownshipFacts Employ(TownshipFacts facts, StaffMember person) =>
        facts.Add(person, 100m).SetEvery(person.Id, "taskRank", 1);

    private static string Tiers(TownshipFacts facts) =>
        string.Concat(facts.Evaluate().Areas.Select(area => area.Tier![1]));

    // 95% of the first tier's mean of 129.5 are 123.025, which nobody further down has.
    [Theory]
    [InlineData(
        "all different",
        new double[] { 130, 129, 118, 117, 116, 115, 114 },
        "一一二二二三三"
    )]
    [InlineData(
        "tied at 2: both first",
        new double[] { 130, 129, 129, 117, 116, 115, 114 },
        "一一一二二三三"
    )]
    [InlineData(
        "tied just behind 2",
        new double[] { 130, 129, 128.99, 117, 116, 115, 114 },
        "一一二二二三三"
    )]
    [InlineData(
        "three tied at 1",
        new double[] { 130, 130, 130, 117, 116, 115, 114 },
        "一一一二二三三"
    )]
    [InlineData(
        "tied at 5: both second",
        new double[] { 130, 129, 118, 117, 116, 116, 114 },
        "一一二二二二三"
    )]
    [InlineData(
        "tied just behind 5",
        new double[] { 130, 129, 118, 117, 116, 115.99, 114 },
        "一一二二二三三"
    )]
    [InlineData(
        "tied at 4, three of them",
        new double[] { 130, 129, 118, 117, 117, 117, 114 },
        "一一二二二二三"
    )]
    [InlineData(
        "tied at 6: both third",
        new double[] { 130, 129, 118, 117, 116, 115, 115 },
        "一一二二二三三"
    )]
    [Threshold("areas/tiers/第一等次/toRank", "areas/tiers/第二等次/toRank")]
    public void Tiers_GoToPositionsTwoAndFive(string at, double[] totals, string tiers) =>
        Assert.Equal(
            (at, tiers),
            (at, Tiers(WithTotals([.. totals.Select(total => (decimal)total)])))
        );

    // Whoever is barred takes no place in the first tier; those behind move up.
    [Theory]
    [InlineData("first barred", "a01", "二一一二二三三")]
    [InlineData("second barred", "a02", "一二一二二三三")]
    [InlineData("third barred", "a03", "一一二二二三三")]
    public void BarredCommunity_TakesNoPlaceInTheFirstTier(
        string at,
        string barred,
        string tiers
    ) =>
        Assert.Equal(
            (at, tiers),
            (
                at,
                Tiers(
                    WithTotals(130, 129, 118, 117, 116, 115, 114)
                        .Add(new AssessmentEvent("veto", barred, "veto") { Level = "safety" })
                )
            )
        );

    // The third of three.
    [Theory]
    [InlineData("just below", 129.99, false, "一一二")]
    [InlineData("at 130", 130, false, "一一二")]
    [InlineData("just above", 130.01, false, "一一一")]
    [InlineData("rounded down to 130", 130.0049, false, "一一二")]
    [InlineData("rounded up to 130.01", 130.005, false, "一一一")]
    [InlineData("just above, but barred", 130.01, true, "一一二")]
    [Threshold("areas/tiers/第一等次/orAbove")]
    public void TotalAbove130_IsInTheFirstTier(string at, decimal total, bool barred, string tiers)
    {
        var facts = WithTotals(140, 135, total);
        if (barred)
        {
            facts.Add(new AssessmentEvent("veto", "a03", "veto") { Level = "food" });
        }

        Assert.Equal((at, tiers), (at, Tiers(facts)));
    }

    // The first tier has 120 twice, or 121 and 120; 95% are 114 and 114.475.
    [Theory]
    [InlineData("just below 114", 120, 113.99, "一一二二二三")]
    [InlineData("at 114", 120, 114, "一一二二二二")]
    [InlineData("just above 114", 120, 114.01, "一一二二二二")]
    [InlineData("just below 114.475", 121, 114.47, "一一二二二三")]
    [InlineData("just above 114.475", 121, 114.48, "一一二二二二")]
    [Threshold("areas/tierLift/share")]
    public void ThirdTier_IsLiftedFrom95PercentOfTheFirstTiersMean(
        string at,
        decimal first,
        decimal sixth,
        string tiers
    ) => Assert.Equal((at, tiers), (at, Tiers(WithTotals(first, 120, 119, 118, 117, sixth))));

    [Theory]
    [InlineData("just below the half", 0.0049, 130)]
    [InlineData("at the half", 0.005, 130.01)]
    [InlineData("just above the half", 0.0051, 130.01)]
    [Threshold("areas/total/decimals")]
    public void Total_IsRoundedHalfUp(string at, decimal bonus, decimal total) =>
        Assert.Equal((at, total), (at, WithTotals(Best + bonus).EvaluateArea(1).Total));

    // Nothing but a deduction.
    [Theory]
    [InlineData("-0.0049", 0.0049, 0)]
    [InlineData("-0.005", 0.005, -0.01)]
    [InlineData("-0.0051", 0.0051, -0.01)]
    [InlineData("-1.0049", 1.0049, -1)]
    [InlineData("-1.005", 1.005, -1.01)]
    public void TotalBelowZero_IsRoundedAwayFromZero(string at, decimal deduction, decimal total) =>
        Assert.Equal(
            (at, total),
            (at, Township(1, 0m).Add(Difference("a01", -deduction)).EvaluateArea(1).Total)
        );

    // The lines of a02 are 100 less a quarter of what one quarter of L11 has less; the totals round to 130.
    [Theory]
    [InlineData("99.99995 is 100.0000, equal", 1.9998, "1,1")]
    [InlineData("99.999975 is 100.0000, equal", 1.9999, "1,1")]
    [InlineData("99.999925 is 99.9999, lower", 1.9997, "1,2")]
    [Threshold("areas/rank/tieBreaks/条线评分合计/decimals")]
    public void EqualTotals_AreSeparatedByTheLinesWithFourDecimals(
        string at,
        decimal quarter,
        string ranks
    )
    {
        var areas = Township(2).Set("a02", "L11", quarter, "人武部", "Q2").Evaluate().Areas;

        Assert.All(areas, area => Assert.Equal(130m, area.Total));
        Assert.Equal((at, ranks), (at, string.Join(',', areas.Select(area => area.Rank))));
    }

    [Theory]
    [InlineData("bonus", "just below 0", -0.01, "event-points-out-of-range")]
    [InlineData("bonus", "at 0", 0, null)]
    [InlineData("bonus", "just above 0", 0.01, null)]
    [InlineData("bonus", "just below 30", 29.99, null)]
    [InlineData("bonus", "at 30", 30, null)]
    [InlineData("bonus", "just above 30", 30.01, "event-points-out-of-range")]
    [InlineData("deduction", "just below 0", -0.01, "event-points-out-of-range")]
    [InlineData("deduction", "at 0", 0, null)]
    [InlineData("deduction", "just above 0", 0.01, null)]
    [InlineData("deduction", "just below 30", 29.99, null)]
    [InlineData("deduction", "at 30", 30, null)]
    [InlineData("deduction", "just above 30", 30.01, "event-points-out-of-range")]
    [Threshold("events/bonus/points", "events/deduction/points")]
    public void BonusAndDeduction_HaveUpToThirtyPoints(
        string rule,
        string at,
        decimal points,
        string? refusal
    ) =>
        Assert.Equal(
            (at, refusal),
            (
                at,
                FactsProblem.Of(
                    Township(1).Add(new AssessmentEvent("e1", "a01", rule) { Points = points })
                )
            )
        );

    // Three communities with 6 in L3 in the second quarter, and one of them otherwise.
    [Theory]
    [InlineData("just below the others", 5.99, "a02 L3.Q2")]
    [InlineData("equal: nobody is last", 6, "")]
    [InlineData("just above: both others are last", 6.01, "a01 L3.Q2,a03 L3.Q2")]
    [Threshold("areas/findings/line.last/last")]
    public void LastInALine_IsEverybodyWithTheLowestScoreUnlessAllAreEqual(
        string at,
        decimal score,
        string found
    )
    {
        var facts = Township(3);
        foreach (var area in new[] { "a01", "a03" })
        {
            facts.Set(area, "L3", 6, "党建办一", "Q2");
        }

        facts.Set("a02", "L3", score, "党建办一", "Q2");

        Assert.Equal((at, found), (at, Found(facts, "line.last")));
    }

    // a02 is last in L3 in the first quarter.
    [Theory]
    [InlineData("last in the second as well, just", "Q2", 6.99, "a02 L3.Q2")]
    [InlineData("equal to the others in the second", "Q2", 7, "")]
    [InlineData("last again in the third only", "Q3", 6.99, "")]
    [Threshold("areas/findings/line.lastTwice/last")]
    public void LastTwice_IsInTwoQuartersRunning(
        string at,
        string quarter,
        decimal score,
        string found
    )
    {
        var facts = Township(3)
            .Set("a02", "L3", 5, "党建办一", "Q1")
            .Set("a02", "L3", score, "党建办一", quarter);

        Assert.Equal((at, found), (at, Found(facts, "line.lastTwice")));
    }

    private static string Found(TownshipFacts facts, string code) =>
        string.Join(
            ',',
            facts
                .Evaluate()
                .Findings.Where(finding => finding.Code == code)
                .Select(finding => $"{finding.Subject} {finding.Detail}")
        );

    // 80 − 2 × (rank − 1), 30 − (rank − 1) and 40 − 2 × (rank − 1).
    [Theory]
    [InlineData("first", "secretary", 1, 80)]
    [InlineData("just above", "secretary", 40, 2)]
    [InlineData("at 0", "secretary", 41, 0)]
    [InlineData("below", "secretary", 42, 0)]
    [InlineData("first", "secondedLeader", 1, 30)]
    [InlineData("just above", "secondedLeader", 30, 1)]
    [InlineData("at 0", "secondedLeader", 31, 0)]
    [InlineData("below", "secondedLeader", 32, 0)]
    [InlineData("first", "communityWorker", 1, 40)]
    [InlineData("just above", "communityWorker", 20, 2)]
    [InlineData("at 0", "communityWorker", 21, 0)]
    [InlineData("below", "communityWorker", 22, 0)]
    [Threshold(
        "staff/classes/class1/items/rank/value/floor",
        "staff/classes/class2/items/rank/value/floor",
        "staff/classes/class3/items/rank/value/floor"
    )]
    public void PointsByTheCommunitysRank_DoNotGoBelowZero(
        string at,
        string post,
        int rank,
        decimal points
    )
    {
        var person = Person("p01", post, TownshipFacts.Id(rank));

        var result = Employ(Descending(42), person).EvaluatePerson("p01");

        Assert.Equal((at, points), (at, result.Items["rank"]));
    }

    // 70 − 2 × (rank − 1); 36 is the last rank there is.
    [Theory]
    [InlineData("first", 1, 70)]
    [InlineData("just above", 35, 2)]
    [InlineData("at 0", 36, 0)]
    [Threshold("staff/classes/class2/items/task/value/floor")]
    public void PointsByTask_ReachZeroWithTheLastRank(string at, decimal rank, decimal points)
    {
        var facts = Employ(Township(1), Person("p01", "secondedLeader"));

        var result = facts.SetEvery("p01", "taskRank", rank).EvaluatePerson("p01");

        Assert.Equal((at, points), (at, result.Items["task"]));
    }

    // 80 + 10% of each review; 40 + 50 + what the head gives. Class 2 has whole numbers only: 70 + 30.
    [Theory]
    [InlineData("class 1, just below the half", "secretary", "review.street", 99.949, 99.99)]
    [InlineData("class 1, at the half", "secretary", "review.street", 99.95, 100)]
    [InlineData("class 1, just above the half", "secretary", "review.street", 99.951, 100)]
    [InlineData("class 2, a rank lower", "secondedLeader", "taskRank", 2, 98)]
    [InlineData("class 2, first", "secondedLeader", "taskRank", 1, 100)]
    [InlineData("class 3, just below the half", "communityWorker", "head", 9.9949, 99.99)]
    [InlineData("class 3, at the half", "communityWorker", "head", 9.995, 100)]
    [InlineData("class 3, just above the half", "communityWorker", "head", 9.9951, 100)]
    [Threshold(
        "staff/classes/class1/total/decimals",
        "staff/classes/class2/total/decimals",
        "staff/classes/class3/total/decimals"
    )]
    public void PersonsTotal_IsRoundedHalfUp(
        string at,
        string post,
        string item,
        decimal value,
        decimal total
    ) =>
        Assert.Equal(
            (at, total),
            (
                at,
                Employ(Township(1), Person("p01", post))
                    .SetEvery("p01", item, value)
                    .EvaluatePerson("p01")
                    .Total
            )
        );

    // Cut points at 30% and 80% of n, half up; nobody is tied. Two rows for each n, and three classes.
    [Theory]
    [MemberData(nameof(Cuts))]
    [Threshold(
        "staff/classes/class1/bands/一档/share",
        "staff/classes/class1/bands/二档/share",
        "staff/classes/class1/bands/三档/share",
        "staff/classes/class2/bands/一档/share",
        "staff/classes/class2/bands/二档/share",
        "staff/classes/class2/bands/三档/share",
        "staff/classes/class3/bands/一档/share",
        "staff/classes/class3/bands/二档/share",
        "staff/classes/class3/bands/三档/share"
    )]
    public void Bands_AreCutHalfUp(string post, string at, int n, string bands) =>
        Assert.Equal((at, bands), (at, BandsOf(Ranked(n, post))));

    public static TheoryData<string, string, int, string> Cuts()
    {
        var rows = new TheoryData<string, string, int, string>();
        foreach (var post in new[] { "secretary", "secondedLeader", "communityWorker" })
        {
            rows.Add(post, "cuts 0.3 and 0.8", 1, "二");
            rows.Add(post, "cuts 0.6 and 1.6", 2, "一二");
            rows.Add(post, "cuts 0.9 and 2.4", 3, "一二三");
            rows.Add(post, "cuts 1.2 and 3.2", 4, "一二二三");
            rows.Add(post, "cuts 1.5 and 4", 5, "一一二二三");
            rows.Add(post, "cuts 1.8 and 4.8", 6, "一一二二二三");
            rows.Add(post, "cuts 2.1 and 5.6", 7, "一一二二二二三");
            rows.Add(post, "cuts 2.4 and 6.4", 8, "一一二二二二三三");
            rows.Add(post, "cuts 3 and 8", 10, "一一一二二二二二三三");
            rows.Add(post, "cuts 4.5 and 12", 15, "一一一一一二二二二二二二三三三");
        }
        return rows;
    }

    // Ten, cuts at 3 and 8.
    [Theory]
    [InlineData("third and fourth tied", 4, "一一一一二二二二三三")]
    [InlineData("fourth and fifth tied", 5, "一一一二二二二二三三")]
    [InlineData("eighth and ninth tied", 9, "一一一二二二二二二三")]
    public void PersonTiedWithTheLastOfABand_IsInItToo(string at, int tied, string bands)
    {
        var facts = Ranked(10, "secretary")
            .SetEvery($"p{tied:00}", "review.street", 101m - (tied - 1));

        Assert.Equal((at, bands), (at, BandsOf(facts)));
    }

    /// <summary>People of one class with different totals, p01 the best.</summary>
    private static TownshipFacts Ranked(int people, string post)
    {
        var facts = Township(1);
        for (var i = 1; i <= people; i++)
        {
            var id = $"p{i:00}";
            Employ(facts, Person(id, post));
            facts
                .SetEvery(id, "review.street", 101m - i)
                .SetEvery(id, "taskRank", i)
                .SetEvery(id, "line", 50m - (i * 0.1m));
        }
        return facts;
    }

    private static string BandsOf(TownshipFacts facts) =>
        string.Concat(facts.Evaluate().Staff.Select(person => person.Band![0]));

    // Alone, so that the cut point of 0.8 makes it the second band.
    [Theory]
    [InlineData("both just below", 39.99, 5.99, "不合格", null)]
    [InlineData("line just below, head at 6", 39.99, 6, null, 1)]
    [InlineData("line just below, head above", 39.99, 6.01, null, 1)]
    [InlineData("line at 40, head just below", 40, 5.99, null, 1)]
    [InlineData("line above, head just below", 40.01, 5.99, null, 1)]
    [InlineData("both at", 40, 6, null, 1)]
    [Threshold(
        "staff/classes/class3/aside/条线评分与负责人评价均在合格档以下/when/all/0/below",
        "staff/classes/class3/aside/条线评分与负责人评价均在合格档以下/when/all/1/below"
    )]
    public void Worker_BelowBothLines_IsUnqualified(
        string at,
        decimal line,
        decimal head,
        string? grade,
        int? rank
    )
    {
        var facts = Employ(Township(1), Person("p01", "communityWorker"))
            .SetEvery("p01", "line", line)
            .SetEvery("p01", "head", head);

        var result = facts.Evaluate();

        var person = result.Staff[0];
        Assert.Equal((at, grade, rank), (at, person.Grade, person.Rank));
        Assert.Equal(Math.Round(40 + line + head, 2), person.Total);
        Assert.Equal((at, rank is null), (at, person.Band is null));
        Assert.Equal((at, rank is null), (at, result.Payouts.Lines[0].Amount is null));
    }

    // base × 135%, the only community being in the first tier; one person gets all of it.
    [Theory]
    [InlineData("135.13365", 100.099, 135.13)]
    [InlineData("135.135", 100.1, 135.14)]
    [InlineData("135.13635", 100.101, 135.14)]
    [Threshold("payout/pools/grid/fund")]
    public void Fund_IsRoundedHalfUpToTheFen(string at, decimal payBase, decimal amount) =>
        Assert.Equal((at, $"{amount:0.00}"), (at, Amounts(Paid("gridLeader", payBase))));

    // Three with the same base and band: a third of base × 3 × 135% each.
    [Theory]
    [InlineData("4.05: nothing is left over", 1, "1.35,1.35,1.35")]
    [InlineData("4.02975 is 4.03: one fen is left over", 0.995, "1.35,1.34,1.34")]
    [InlineData("4.0095 is 4.01: two fen are left over", 0.99, "1.34,1.34,1.33")]
    [Threshold("payout/pools/grid/share")]
    public void FenThatAreLeftOver_GoByIdWhereRemaindersAreEqual(
        string at,
        decimal payBase,
        string amounts
    ) => Assert.Equal((at, amounts), (at, Amounts(Paid("gridLeader", payBase, 3))));

    // Community worker in the first tier, alone in the second band: base × 1 × 1.02; secretary: base × 1.
    [Theory]
    [InlineData("worker, 102.2448", "communityWorker", 100.24, 102.24)]
    [InlineData("worker, 102.255", "communityWorker", 100.25, 102.26)]
    [InlineData("worker, 102.2652", "communityWorker", 100.26, 102.27)]
    [InlineData("secretary, just below the half", "secretary", 100.0049, 100.00)]
    [InlineData("secretary, at the half", "secretary", 100.005, 100.01)]
    [InlineData("secretary, just above the half", "secretary", 100.0051, 100.01)]
    [Threshold("payout/amounts/communityWorker/amount", "payout/amounts/secretary/amount")]
    public void Amount_IsRoundedHalfUpToTheFen(
        string at,
        string post,
        decimal payBase,
        decimal amount
    ) => Assert.Equal((at, $"{amount:0.00}"), (at, Amounts(Paid(post, payBase))));

    private static TownshipFacts Paid(string post, decimal payBase, int people = 1)
    {
        var facts = Township(1);
        for (var i = 1; i <= people; i++)
        {
            Employ(facts, Person($"p{i:00}", post) with { Base = payBase });
        }

        return facts;
    }

    private static string Amounts(TownshipFacts facts) =>
        string.Join(
            ',',
            facts.Evaluate().Payouts.Lines.Select(line => $"{line.Amount?.Yuan:0.00##}")
        );

    [Theory]
    [InlineData("line", "above", 50.01, null)]
    [InlineData("line", "top", 50, "优秀")]
    [InlineData("line", "bottom of the first", 48, "优秀")]
    [InlineData("line", "just below the first", 47.99, "良好")]
    [InlineData("line", "bottom of the second", 44, "良好")]
    [InlineData("line", "just below the second", 43.99, "合格")]
    [InlineData("line", "bottom of the third", 40, "合格")]
    [InlineData("line", "just below the third", 39.99, "不合格")]
    [InlineData("line", "bottom of all", 0, "不合格")]
    [InlineData("line", "below", -0.01, null)]
    [InlineData("head", "above", 10.01, null)]
    [InlineData("head", "top", 10, "优秀")]
    [InlineData("head", "bottom of the first", 9, "优秀")]
    [InlineData("head", "just below the first", 8.99, "良好")]
    [InlineData("head", "bottom of the second", 7, "良好")]
    [InlineData("head", "just below the second", 6.99, "合格")]
    [InlineData("head", "bottom of the third", 6, "合格")]
    [InlineData("head", "just below the third", 5.99, "不合格")]
    [InlineData("head", "bottom of all", 0, "不合格")]
    [InlineData("head", "below", -0.01, null)]
    [Threshold(
        "collection/forms/line/bands/优秀/from",
        "collection/forms/line/bands/良好/from",
        "collection/forms/line/bands/合格/from",
        "collection/forms/line/bands/不合格/from",
        "collection/forms/head/bands/优秀/from",
        "collection/forms/head/bands/良好/from",
        "collection/forms/head/bands/合格/from",
        "collection/forms/head/bands/不合格/from"
    )]
    public void ScoreOnASheet_BelongsToOneBand(
        string form,
        string at,
        decimal score,
        string? band
    ) => Assert.Equal((at, band), (at, VotersForms.BandOf(Scheme, form, score)));

    // Cut points at 30% and 80%, half up.
    [Theory]
    [InlineData("cuts 0.3 and 0.8", 0, 1, 0, "")]
    [InlineData("cuts 0.3 and 0.8, one too good", 1, 0, 0, "form-split-broken")]
    [InlineData("cuts 0.9 and 2.4", 1, 1, 1, "")]
    [InlineData("cuts 0.9 and 2.4, one too good", 1, 2, 0, "form-split-broken")]
    [InlineData("cuts 1.5 and 4", 2, 2, 1, "")]
    [InlineData("cuts 1.5 and 4, rounded down", 1, 3, 1, "form-split-broken")]
    [InlineData("cuts 3 and 8", 3, 5, 2, "")]
    [InlineData("cuts 3 and 8, one too few in the first", 2, 6, 2, "form-split-broken")]
    [InlineData("cuts 3 and 8, one too many in the first", 4, 4, 2, "form-split-broken")]
    [InlineData("cuts 3 and 8, one too many in the second", 3, 6, 1, "form-split-broken")]
    [Threshold(
        "collection/forms/line/bands/优秀/share",
        "collection/forms/line/bands/良好/share",
        "collection/forms/line/bands/合格/share",
        "collection/forms/head/bands/优秀/share",
        "collection/forms/head/bands/良好/share",
        "collection/forms/head/bands/合格/share"
    )]
    public void Sheet_IsSplitThreeFiveTwo(
        string at,
        int first,
        int second,
        int third,
        string problems
    )
    {
        var line = VotersForms.Problems(Scheme, "line", (first, 49), (second, 45), (third, 41));
        var head = VotersForms.Problems(Scheme, "head", (first, 9), (second, 7), (third, 6));

        Assert.Equal((at, problems, problems), (at, line, head));
    }

    [Theory]
    [RangeRow("facts/projects/range", 0, 24)]
    [RangeRow("facts/leaders/range", 0, 3)]
    [RangeRow("collection/lines/L1/range", 0, 5)]
    [RangeRow("collection/lines/L2/range", 0, 5)]
    [RangeRow("collection/lines/L3/range", 0, 7)]
    [RangeRow("collection/lines/L4/range", 0, 7)]
    [RangeRow("collection/lines/L5/range", 0, 12)]
    [RangeRow("collection/lines/L6/range", 0, 10)]
    [RangeRow("collection/lines/L7/range", 0, 10)]
    [RangeRow("collection/lines/L8/range", 0, 10)]
    [RangeRow("collection/lines/L9/range", 0, 20)]
    [RangeRow("collection/lines/L10/range", 0, 12)]
    [RangeRow("collection/lines/L11/range", 0, 2)]
    public void FactOfACommunityOutsideItsRange_IsRefused(
        string item,
        decimal least,
        decimal most
    ) => FactRange.IsHeld(() => Township(1), "a01", item, least, most);

    [Theory]
    [RangeRow("facts/review.community/range", 0, 100)]
    [RangeRow("facts/review.street/range", 0, 100)]
    [RangeRow("facts/taskRank/range", 1, 36)]
    [RangeRow("facts/line/range", 0, 50)]
    [RangeRow("facts/head/range", 0, 10)]
    public void FactOfAPersonOutsideItsRange_IsRefused(string item, decimal least, decimal most) =>
        FactRange.IsHeld(
            () => Township(1).Add(Person("p01", "communityWorker"), 50m),
            "p01",
            item,
            least,
            most
        );

    [Theory]
    [RangeRow("collection/forms/projects/range", 0, 24)]
    [RangeRow("collection/forms/leaders/range", 0, 3)]
    [RangeRow("collection/forms/review/range", 0, 100)]
    public void MarkOutsideTheFormsRange_IsRefused(string form, decimal least, decimal most) =>
        VotersForms.RangeIsHeld(Scheme, form, least, most);
}
