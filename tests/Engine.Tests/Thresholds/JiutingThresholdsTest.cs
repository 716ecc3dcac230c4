using Assessment.Engine.Facts;

namespace Assessment.Engine.Tests.Thresholds;

/// <summary>九亭: an area with everything at its best has 60 + 40, of which M2.2 of one department is 3.</summary>
[ThresholdsOf("jiuting-2025")]
public sealed class JiutingThresholdsTest
{
    private const string Department = "城建中心";

    private static TownshipFacts Township(int areas, decimal level = 100m)
    {
        var facts = new TownshipFacts("jiuting-2025", areas, level, ("M1.interviews", 20));
        for (var i = 1; i <= areas; i++)
        {
            facts.Change(TownshipFacts.Id(i), area => area with { Category = "导入居" });
        }

        return facts;
    }

    private static AssessmentEvent Event(
        string id,
        string rule,
        decimal? points = null,
        string? level = null
    ) => new(id, "a01", rule) { Points = points, Level = level };

    /// <summary>A list such as <c>secrecy archive discipline.leader:1.5</c>, one event each.</summary>
    private static TownshipFacts WithEvents(string events)
    {
        var facts = Township(1);
        foreach (var (i, text) in events.Split(' ').Index())
        {
            var parts = text.Split(':');
            decimal? points = parts.Length > 1 ? decimal.Parse(parts[1]) : null;
            facts.Add(Event($"e{i}", parts[0], points));
        }
        return facts;
    }

    // floor(30% × n) and floor(50% × n) of a category; three areas of the other one do not count.
    [Theory]
    [InlineData("0.3 and 0.5 places", 1, "一般")]
    [InlineData("0.6 and 1 places", 2, "良好 一般")]
    [InlineData("0.9 and 1.5 places", 3, "良好 一般 一般")]
    [InlineData("1.2 and 2 places", 4, "优秀 良好 良好 一般")]
    [InlineData("1.8 and 3 places", 6, "优秀 良好 良好 良好 一般 一般")]
    [InlineData("2.1 and 3.5 places", 7, "优秀 优秀 良好 良好 良好 一般 一般")]
    [InlineData("3 and 5 places", 10, "优秀 优秀 优秀 良好 良好 良好 良好 良好 一般 一般")]
    [Threshold("areas/grades/优秀/quota/share", "areas/grades/良好/quota/share")]
    public void Grades_HaveTheirShareOfTheCategoryRoundedDown(string at, int n, string grades)
    {
        var facts = Township(n + 3);
        for (var i = 1; i <= n; i++)
        {
            facts.SetEvery(TownshipFacts.Id(i), "M1", 100m - i);
        }

        for (var i = n + 1; i <= n + 3; i++)
        {
            facts.Change(TownshipFacts.Id(i), area => area with { Category = "村改居" });
        }

        var areas = facts.Evaluate().Areas.Take(n).ToList();

        Assert.Equal((at, grades), (at, string.Join(' ', areas.Select(area => area.Grade))));
        Assert.Equal(Enumerable.Range(1, n), areas.Select(area => area.Rank!.Value));
    }

    // M = 57 + M2.2; the totals round to 100.
    [Theory]
    [InlineData("59.99996 is 60.0000, equal", 2.99996, "1,1")]
    [InlineData("59.99995 is 60.0000, equal", 2.99995, "1,1")]
    [InlineData("59.99994 is 59.9999, lower", 2.99994, "1,2")]
    [Threshold("areas/rank/tieBreaks/群众评价指标得分/decimals")]
    public void EqualTotals_AreSeparatedByTheMassesWithFourDecimals(
        string at,
        decimal score,
        string ranks
    )
    {
        var areas = Township(2).Set("a02", "M2.2", score, Department).Evaluate().Areas;

        Assert.All(areas, area => Assert.Equal(100m, area.Total));
        Assert.Equal((at, ranks), (at, string.Join(',', areas.Select(area => area.Rank))));
    }

    [Theory]
    [InlineData("just below the half: 99.9949", 2.9949, 99.99)]
    [InlineData("at the half: 99.995", 2.995, 100)]
    [InlineData("just above the half: 99.9951", 2.9951, 100)]
    [Threshold("areas/total/decimals")]
    public void Total_IsRoundedHalfUp(string at, decimal score, decimal total) =>
        Assert.Equal(
            (at, total),
            (at, Township(1).Set("a01", "M2.2", score, Department).EvaluateArea(1).Total)
        );

    // Nothing but 0.5 for the archive and a few points of M2.2.
    [Theory]
    [InlineData("-0.0049", 0.4951, 0)]
    [InlineData("-0.005", 0.495, -0.01)]
    [InlineData("-0.0051", 0.4949, -0.01)]
    public void TotalBelowZero_IsRoundedAwayFromZero(string at, decimal score, decimal total) =>
        Assert.Equal(
            (at, total),
            (
                at,
                Township(1, 0m)
                    .Set("a01", "M2.2", score, Department)
                    .Add(Event("e1", "archive"))
                    .EvaluateArea(1)
                    .Total
            )
        );

    [Theory]
    [InlineData("just below", 1.99, 4.99)]
    [InlineData("at 5", 2, 5)]
    [InlineData("just above", 2.01, 5)]
    [Threshold("areas/bonus/value/cap")]
    public void Bonus_IsAtMostFive(string at, decimal casePoints, decimal bonus)
    {
        var facts = Township(1)
            .Add(Event("e1", "honour", level: "national"))
            .Add(Event("e2", "case", casePoints));

        Assert.Equal((at, bonus), (at, facts.EvaluateArea(1).Bonus));
    }

    // Honours of one work: level, award and holder of each.
    [Theory]
    [InlineData("one holder", "city-x-h1", 2)]
    [InlineData("twice the same holder", "city-x-h1 city-x-h1", 2)]
    [InlineData("two holders: one level up", "city-x-h1 city-x-h2", 3)]
    [InlineData("three holders: no further", "district-x-h1 district-x-h2 district-x-h3", 2)]
    [InlineData("two holders of different awards", "city-x-h1 city-y-h2", 2)]
    [InlineData("two holders, national stays", "national-x-h1 national-x-h2", 3)]
    [Threshold("events/honour/raise/perAward")]
    public void AwardWithTwoHolders_CountsOneLevelHigher(
        string at,
        string honours,
        decimal bonus
    ) => Assert.Equal((at, bonus), (at, Honoured(honours, i => "w1").EvaluateArea(1).Bonus));

    [Theory]
    [InlineData("one work, equal levels", "w1 w1", "city-x-h1 city-y-h1", 2)]
    [InlineData("one work, different levels", "w1 w1", "district-x-h1 city-y-h1", 2)]
    [InlineData("two works add up", "w1 w2", "district-x-h1 city-y-h1", 3)]
    [Threshold("events/honour/best")]
    public void OneWork_CountsItsHighestHonourOnly(
        string at,
        string works,
        string honours,
        decimal bonus
    ) =>
        Assert.Equal(
            (at, bonus),
            (at, Honoured(honours, i => works.Split(' ')[i]).EvaluateArea(1).Bonus)
        );

    private static TownshipFacts Honoured(string honours, Func<int, string> work)
    {
        var facts = Township(1);
        foreach (var (i, text) in honours.Split(' ').Index())
        {
            var parts = text.Split('-');
            facts.Add(
                Event($"e{i}", "honour", level: parts[0]) with
                {
                    Award = parts[1],
                    Holder = parts[2],
                    Work = work(i),
                }
            );
        }
        return facts;
    }

    [Theory]
    [InlineData("discipline just below", "discipline.leader:1.49 discipline.staff", 1.99)]
    [InlineData("discipline at 2", "discipline.leader:1.5 discipline.staff", 2)]
    [InlineData("discipline just above", "discipline.leader:1.5 discipline.member:0.51", 2)]
    [InlineData("office below", "secrecy", 1)]
    [InlineData("office at 1.5", "secrecy archive", 1.5)]
    [InlineData("office above", "secrecy secrecy", 1.5)]
    [InlineData("finance below", "finance.budget finance.procurement", 1)]
    [InlineData("finance at 1.5", "finance.budget finance.procurement finance.assets", 1.5)]
    [InlineData(
        "finance not above",
        "finance.budget finance.procurement finance.assets finance.assets",
        1.5
    )]
    [InlineData(
        "all of it just below",
        "discipline.leader:1.49 discipline.staff secrecy archive finance.budget finance.procurement finance.assets",
        4.99
    )]
    [InlineData(
        "all of it at 5",
        "discipline.leader:1.5 discipline.staff secrecy archive finance.budget finance.procurement finance.assets",
        5
    )]
    [InlineData(
        "all of it above",
        "discipline.leader:1.5 discipline.member:1 secrecy secrecy finance.budget finance.procurement finance.assets",
        5
    )]
    [Threshold(
        "areas/deduction/value/min",
        "areas/deduction/value/min/1/sum/0/cap",
        "areas/deduction/value/min/1/sum/1/cap",
        "areas/deduction/value/min/1/sum/2/cap"
    )]
    public void Deduction_IsCappedInEachPartAndTogether(string at, string events, decimal deduction)
    {
        var area = WithEvents(events).EvaluateArea(1);

        Assert.Equal((at, deduction, 100m - deduction), (at, area.Deduction, area.Total));
    }

    [Theory]
    [InlineData("archive", "archive", 0.5)]
    [InlineData("archive, twice", "archive archive", 0.5)]
    [InlineData("budget", "finance.budget", 0.5)]
    [InlineData("budget, twice", "finance.budget finance.budget", 0.5)]
    [InlineData("procurement", "finance.procurement", 0.5)]
    [InlineData("procurement, twice", "finance.procurement finance.procurement", 0.5)]
    [InlineData("assets", "finance.assets", 0.5)]
    [InlineData("assets, twice", "finance.assets finance.assets", 0.5)]
    [InlineData("staff, each time", "discipline.staff discipline.staff", 1)]
    [Threshold(
        "events/archive/once",
        "events/finance.budget/once",
        "events/finance.procurement/once",
        "events/finance.assets/once"
    )]
    public void WhatCountsOnce_CountsOnce(string at, string events, decimal deduction) =>
        Assert.Equal((at, deduction), (at, WithEvents(events).EvaluateArea(1).Deduction));

    [Theory]
    [InlineData("case", "just below 0", -0.01, false)]
    [InlineData("case", "at 0", 0, true)]
    [InlineData("case", "just above 0", 0.01, true)]
    [InlineData("case", "just below 5", 4.99, true)]
    [InlineData("case", "at 5", 5, true)]
    [InlineData("case", "just above 5", 5.01, false)]
    [InlineData("discipline.leader", "just below 1", 0.99, false)]
    [InlineData("discipline.leader", "at 1", 1, true)]
    [InlineData("discipline.leader", "just above 1", 1.01, true)]
    [InlineData("discipline.leader", "just below 1.5", 1.49, true)]
    [InlineData("discipline.leader", "at 1.5", 1.5, true)]
    [InlineData("discipline.leader", "just above 1.5", 1.51, false)]
    [InlineData("discipline.member", "just below 0.5", 0.49, false)]
    [InlineData("discipline.member", "at 0.5", 0.5, true)]
    [InlineData("discipline.member", "just above 0.5", 0.51, true)]
    [InlineData("discipline.member", "just below 1", 0.99, true)]
    [InlineData("discipline.member", "at 1", 1, true)]
    [InlineData("discipline.member", "just above 1", 1.01, false)]
    [Threshold(
        "events/case/points",
        "events/discipline.leader/points",
        "events/discipline.member/points"
    )]
    public void EventsPoints_LieInTheirRange(string rule, string at, decimal points, bool taken) =>
        Assert.Equal(
            (at, taken ? null : "event-points-out-of-range"),
            (at, FactsProblem.Of(Township(1).Add(Event("e1", rule, points))))
        );

    [Theory]
    [InlineData("30% of 1000, just below", 1000, 299, "questionnaire")]
    [InlineData("30% of 1000", 1000, 300, "")]
    [InlineData("30% of 1000, just above", 1000, 301, "")]
    [InlineData("30% of 1001 are 300.3", 1001, 300, "questionnaire")]
    [InlineData("30% of 1001 are 300.3", 1001, 301, "")]
    [Threshold("areas/findings/coverage.unmet.questionnaire/atLeast")]
    public void Questionnaire_NeedsThirtyPercent(string at, int of, decimal count, string unmet) =>
        Assert.Equal(
            (at, unmet),
            (
                at,
                Unmet(
                    Township(1)
                        .Change("a01", area => area with { Households = of })
                        .Set("a01", "M1", 100, "questionnaire", count: count)
                )
            )
        );

    [Theory]
    [InlineData("just below", 19, "interviews")]
    [InlineData("at 20", 20, "")]
    [InlineData("just above", 21, "")]
    [Threshold("areas/findings/coverage.unmet.interviews/atLeast")]
    public void Interviews_AreAtLeastTwenty(string at, decimal interviews, string unmet) =>
        Assert.Equal((at, unmet), (at, Unmet(Township(1).Set("a01", "M1.interviews", interviews))));

    private static string Unmet(TownshipFacts facts) =>
        string.Join(
            ',',
            facts
                .Evaluate()
                .Findings.Where(finding => finding.Code == "coverage.unmet")
                .Select(finding => finding.Detail)
        );

    [Theory]
    [RangeRow("facts/M1/range", 0, 100)]
    [RangeRow("collection/lines/M2.1/range", 0, 12)]
    [RangeRow("collection/lines/M2.2/range", 0, 3)]
    [RangeRow("collection/lines/M3.1/range", 0, 5)]
    [RangeRow("collection/lines/M3.2/range", 0, 5)]
    [RangeRow("collection/lines/M3.3/range", 0, 5)]
    [RangeRow("collection/lines/R1/range", 0, 15)]
    [RangeRow("collection/lines/R2.1/range", 0, 3)]
    [RangeRow("collection/lines/R2.2/range", 0, 2)]
    [RangeRow("collection/lines/R2.3/range", 0, 6)]
    [RangeRow("collection/lines/R2.4/range", 0, 4)]
    [RangeRow("collection/lines/R3/range", 0, 10)]
    public void FactOutsideItsRange_IsRefused(string item, decimal least, decimal most) =>
        FactRange.IsHeld(() => Township(1), "a01", item, least, most);
}
