using Assessment.Engine.Facts;

namespace Assessment.Engine.Tests.Thresholds;

/// <summary>高境镇 2024: 60 points from the masses (36 × S/100 and 24 by hotline) and 40 × scores/100.</summary>
[ThresholdsOf("gaojing-2024")]
public sealed class GaojingThresholdsTest
{
    private static readonly (string By, string? Period)[] Channels =
    [
        ("meeting", null),
        ("thirdParty", null),
        ("online", "H1"),
        ("online", "H2"),
    ];

    private static TownshipFacts Satisfied(TownshipFacts facts, string area, decimal value)
    {
        foreach (var (by, period) in Channels)
        {
            facts.Set(area, "satisfaction", value, by, period);
        }

        return facts;
    }

    /// <summary>Areas with the same from the masses and 1% less scores each, so that rank i is area i.</summary>
    private static TownshipFacts Descending(int areas)
    {
        var facts = new TownshipFacts(areas);
        for (var i = 1; i <= areas; i++)
        {
            facts.SetScores(TownshipFacts.Id(i), 100m - i);
        }

        return facts;
    }

    private static string?[] Details(TownshipFacts facts) =>
        [
            .. facts
                .Evaluate()
                .Findings.Where(finding => finding.Code == "coverage.unmet")
                .Select(finding => finding.Detail),
        ];

    /// <summary>The only area, with one coverage changed, lacks the coverage or does not.</summary>
    private static void Coverage(
        string at,
        string detail,
        bool met,
        Func<TownshipFacts, TownshipFacts> changed
    )
    {
        string[] unmet = met ? [] : [detail];
        Assert.Equal(
            (at, string.Join(',', unmet)),
            (at, string.Join(',', Details(changed(new(1)))))
        );
    }

    // Four areas with everything at 100 have 60 + 40; the last one has 60 + 40% of its scores and no place as 优秀.
    [Theory]
    [InlineData("just below", 24.975, 69.99, "基本合格")]
    [InlineData("at 70", 25, 70, "合格")]
    [InlineData("just above", 25.025, 70.01, "合格")]
    [Threshold("areas/grades/合格/atLeast")]
    public void Qualified_FromSeventyOn(string at, decimal scores, decimal total, string grade)
    {
        var area = new TownshipFacts(4, 100m).SetScores("a04", scores).EvaluateArea(4);

        Assert.Equal((at, total, grade), (at, area.Total, area.Grade));
    }

    // As above, less a punishment of 1 point.
    [Theory]
    [InlineData("just below", 2.475, 59.99, "不合格")]
    [InlineData("at 60", 2.5, 60, "基本合格")]
    [InlineData("just above", 2.525, 60.01, "基本合格")]
    [Threshold("areas/grades/基本合格/atLeast")]
    public void BasicallyQualified_FromSixtyOn(
        string at,
        decimal scores,
        decimal total,
        string grade
    )
    {
        var area = new TownshipFacts(4, 100m)
            .SetScores("a04", scores)
            .Add(new AssessmentEvent("e1", "a04", "discipline") { Points = 1 })
            .EvaluateArea(4);

        Assert.Equal((at, total, grade), (at, area.Total, area.Grade));
    }

    // The first of four, who has the one place: 36 + 24 from the masses; the others have the 24 only.
    [Theory]
    [InlineData("just below", 24.975, 69.99, "基本合格")]
    [InlineData("at 70", 25, 70, "优秀")]
    [InlineData("just above", 25.025, 70.01, "优秀")]
    [Threshold("areas/grades/优秀/atLeast")]
    public void Excellent_OnlyFromSeventyOn(string at, decimal scores, decimal total, string grade)
    {
        var facts = Satisfied(new TownshipFacts(4, 0m), "a01", 100m).SetScores("a01", scores);

        var area = facts.EvaluateArea(1);

        Assert.Equal((at, 1, total, grade), (at, area.Rank, area.Total, area.Grade));
    }

    // floor(30% × n), at most 9.
    [Theory]
    [InlineData("0.9 places", 3, 0)]
    [InlineData("1.2 places", 4, 1)]
    [InlineData("1.8 places", 6, 1)]
    [InlineData("2.1 places", 7, 2)]
    [InlineData("2.7 places", 9, 2)]
    [InlineData("3 places", 10, 3)]
    [InlineData("3.3 places", 11, 3)]
    [InlineData("8.7 places", 29, 8)]
    [InlineData("9 places", 30, 9)]
    [InlineData("9.9 places", 33, 9)]
    [InlineData("10.2 places, more than the 9", 34, 9)]
    [Threshold("areas/grades/优秀/quota/share", "areas/grades/优秀/quota/max")]
    public void Excellent_HasThirtyPercentRoundedDownAndAtMostNine(string at, int n, int places)
    {
        var ranks = Descending(n)
            .Evaluate()
            .Areas.Where(area => area.Grade == "优秀")
            .Select(area => area.Rank!.Value)
            .Order();

        Assert.Equal(
            (at, string.Join(',', Enumerable.Range(1, places))),
            (at, string.Join(',', ranks))
        );
    }

    // Three places among ten; the areas from the given one on that are tied with the one before it.
    [Theory]
    [InlineData("ranks 1, 2, 2: the group just fits", "a03", "a03", "a01,a02,a03")]
    [InlineData("ranks 1, 2, 3, 3: one too many", "a04", "a04", "a01,a02")]
    [InlineData("ranks 1, 2, 2, 2: one too many", "a03", "a04", "a01")]
    [InlineData("ranks 1, 1, 1: just fits", "a02", "a03", "a01,a02,a03")]
    public void Excellent_TakesTiedAreasTogetherOrNotAtAll(
        string at,
        string from,
        string to,
        string excellent
    )
    {
        var facts = Descending(10);
        var ahead = int.Parse(from[1..]) - 1;
        for (var i = ahead + 1; i <= int.Parse(to[1..]); i++)
        {
            facts.SetScores(TownshipFacts.Id(i), 100m - ahead);
        }

        var got = facts
            .Evaluate()
            .Areas.Where(area => area.Grade == "优秀")
            .Select(area => area.Id);

        Assert.Equal((at, excellent), (at, string.Join(',', got)));
    }

    [Theory]
    [InlineData("just inside A", 4, "A")]
    [InlineData("last of A", 5, "A")]
    [InlineData("first of B", 6, "B")]
    [InlineData("just inside B", 11, "B")]
    [InlineData("last of B", 12, "B")]
    [InlineData("behind B", 13, null)]
    [Threshold("areas/tiers/A/toRank", "areas/tiers/B/toRank")]
    public void Tier_GoesToItsLastRank(string at, int rank, string? tier)
    {
        var area = Descending(14).EvaluateArea(rank);

        Assert.Equal((at, rank, tier), (at, area.Rank, area.Tier));
    }

    [Theory]
    [InlineData("ranks 5, 5, 7", 6, "A,A,B")]
    [InlineData("ranks 12, 12, 14", 13, "B,B,")]
    public void AreaTiedWithTheLastOfATier_IsInItToo(string at, int area, string tiers)
    {
        var areas = Descending(15)
            .SetScores(TownshipFacts.Id(area), 100m - (area - 1))
            .Evaluate()
            .Areas;

        Assert.Equal(
            (at, tiers),
            (at, string.Join(',', areas.Skip(area - 2).Take(3).Select(one => one.Tier)))
        );
    }

    // Thirty areas whose rates go down by 1 each, so that the hotline's rank i is area i.
    [Theory]
    [InlineData("first", 1, 24)]
    [InlineData("just inside 1–5", 4, 24)]
    [InlineData("last of 1–5", 5, 24)]
    [InlineData("first of 6–10", 6, 22)]
    [InlineData("just inside 6–10", 9, 22)]
    [InlineData("last of 6–10", 10, 22)]
    [InlineData("first of 11–20", 11, 20)]
    [InlineData("just inside 11–20", 19, 20)]
    [InlineData("last of 11–20", 20, 20)]
    [InlineData("first of 21–25", 21, 18)]
    [InlineData("just inside 21–25", 24, 18)]
    [InlineData("last of 21–25", 25, 18)]
    [InlineData("first of the rest", 26, 16)]
    [InlineData("last of all", 30, 16)]
    [Threshold(
        "areas/items/G/items/G3/value/through/0/to",
        "areas/items/G/items/G3/value/through/1/to",
        "areas/items/G/items/G3/value/through/2/to",
        "areas/items/G/items/G3/value/through/3/to"
    )]
    public void Hotline_GivesPointsByRank(string at, int rank, decimal points)
    {
        var facts = new TownshipFacts(30);
        for (var i = 1; i <= 30; i++)
        {
            facts.SetRates(TownshipFacts.Id(i), 100m - i);
        }

        Assert.Equal((at, points), (at, facts.EvaluateArea(rank).Items["G3"]));
    }

    // Five areas at 90.01; the sixth one's composite, rounded half up to 2 decimals, is equal to theirs or lower.
    [Theory]
    [InlineData("just below the half: 90.00, sixth", 90.0049, 22)]
    [InlineData("at the half: 90.01, first with them", 90.005, 24)]
    [InlineData("just above the half", 90.0051, 24)]
    [Threshold("areas/measures/hotline/decimals")]
    public void HotlineComposite_IsComparedWithTwoDecimals(string at, decimal rate, decimal points)
    {
        var facts = new TownshipFacts(6);
        for (var i = 1; i <= 5; i++)
        {
            facts.SetRates(TownshipFacts.Id(i), 90.01m);
        }

        Assert.Equal((at, points), (at, facts.SetRates("a06", rate).EvaluateArea(6).Items["G3"]));
    }

    // At S = 50 it is 9 before households that were not visited.
    [Theory]
    [InlineData("just above", 8, 1)]
    [InlineData("at 0", 9, 0)]
    [InlineData("below", 10, 0)]
    [Threshold("areas/items/G/items/G1/value/floor")]
    public void Visits_DoNotGoBelowZero(string at, decimal households, decimal points)
    {
        var facts = Satisfied(new TownshipFacts(1), "a01", 50m);

        var area = facts.Set("a01", "visits.false", households).EvaluateArea(1);

        Assert.Equal((at, points), (at, area.Items["G1"]));
    }

    [Theory]
    [InlineData("just below", "city", 2)]
    [InlineData("at 3", "city district", 3)]
    [InlineData("at 3 by one", "national", 3)]
    [InlineData("above", "city city", 3)]
    [InlineData("far above", "national national", 3)]
    [Threshold("areas/bonus/value/cap")]
    public void Bonus_IsAtMostThree(string at, string levels, decimal bonus)
    {
        var facts = new TownshipFacts(1);
        foreach (var (i, level) in levels.Split(' ').Index())
        {
            facts.Add(new AssessmentEvent($"e{i}", "a01", "honour") { Level = level });
        }

        Assert.Equal((at, bonus), (at, facts.EvaluateArea(1).Bonus));
    }

    [Theory]
    [InlineData("just below", 1.99, 2.99)]
    [InlineData("at 3", 2, 3)]
    [InlineData("just above", 2.01, 3)]
    [Threshold("areas/deduction/value/cap")]
    public void Deduction_IsAtMostThree(string at, decimal second, decimal deduction)
    {
        var area = new TownshipFacts(1)
            .Add(new AssessmentEvent("e1", "a01", "discipline") { Points = 1 })
            .Add(new AssessmentEvent("e2", "a01", "discipline") { Points = second })
            .EvaluateArea(1);

        // 14.4 + 14.4 + 24 + 32 with everything at 80
        Assert.Equal((at, deduction, 84.8m - deduction), (at, area.Deduction, area.Total));
    }

    [Theory]
    [InlineData("just below 1", 0.99, "event-points-out-of-range")]
    [InlineData("at 1", 1, null)]
    [InlineData("just above 1", 1.01, null)]
    [InlineData("just below 3", 2.99, null)]
    [InlineData("at 3", 3, null)]
    [InlineData("just above 3", 3.01, "event-points-out-of-range")]
    [Threshold("events/discipline/points")]
    public void Punishment_HasOneToThreePoints(string at, decimal points, string? refusal) =>
        Assert.Equal(
            (at, refusal),
            (
                at,
                FactsProblem.Of(
                    new TownshipFacts(1).Add(
                        new AssessmentEvent("e1", "a01", "discipline") { Points = points }
                    )
                )
            )
        );

    [Theory]
    [InlineData("5% of 1000, just below", 1000, 49, false)]
    [InlineData("5% of 1000", 1000, 50, true)]
    [InlineData("5% of 1000, just above", 1000, 51, true)]
    [InlineData("5% of 1001 are 50.05", 1001, 50, false)]
    [InlineData("5% of 1001 are 50.05", 1001, 51, true)]
    [InlineData("5% of 1999 are 99.95", 1999, 99, false)]
    [InlineData("5% of 1999 are 99.95", 1999, 100, true)]
    [InlineData("5% of 2000 are the limit", 2000, 99, false)]
    [InlineData("5% of 2000 are the limit", 2000, 100, true)]
    [InlineData("5% of 2020 are 101, the limit 100", 2020, 99, false)]
    [InlineData("5% of 2020 are 101, the limit 100", 2020, 100, true)]
    [Threshold(
        "areas/findings/coverage.unmet.meeting/atLeast",
        "areas/findings/coverage.unmet.meeting/atLeast/min"
    )]
    public void Meeting_NeedsFivePercentOrAHundred(string at, int of, decimal count, bool met) =>
        Coverage(
            at,
            "meeting",
            met,
            facts =>
                facts
                    .Change("a01", area => area with { Households = of })
                    .Set("a01", "satisfaction", 80, "meeting", count: count)
                    .Set("a01", "satisfaction", 80, "thirdParty", count: of)
                    .Set("a01", "satisfaction", 80, "online", "H1", count: of)
                    .Set("a01", "satisfaction", 80, "online", "H2", count: of)
        );

    [Theory]
    [InlineData("10% of 50, just below", 50, 4, false)]
    [InlineData("10% of 50", 50, 5, true)]
    [InlineData("10% of 50, just above", 50, 6, true)]
    [InlineData("10% of 51 are 5.1", 51, 5, false)]
    [InlineData("10% of 51 are 5.1", 51, 6, true)]
    [Threshold("areas/findings/coverage.unmet.meeting.partyMembers/atLeast")]
    public void Meeting_NeedsTenPercentOfPartyMembers(string at, int of, decimal count, bool met) =>
        Coverage(
            at,
            "meeting.partyMembers",
            met,
            facts =>
                facts
                    .Change("a01", area => area with { PartyMembers = of })
                    .Set("a01", "satisfaction.partyMembers", count, "meeting")
        );

    [Theory]
    [InlineData("5% of 1000, just below", 49, false)]
    [InlineData("5% of 1000", 50, true)]
    [InlineData("5% of 1000, just above", 51, true)]
    [Threshold("areas/findings/coverage.unmet.thirdParty/atLeast")]
    public void ThirdParty_NeedsFivePercent(string at, decimal count, bool met) =>
        Coverage(
            at,
            "thirdParty",
            met,
            facts => facts.Set("a01", "satisfaction", 80, "thirdParty", count: count)
        );

    [Theory]
    [InlineData("40% of 1000, just below", "H1", 399, false)]
    [InlineData("40% of 1000", "H1", 400, true)]
    [InlineData("40% of 1000, just above", "H1", 401, true)]
    [InlineData("40% of 1000, just below", "H2", 399, false)]
    [InlineData("40% of 1000", "H2", 400, true)]
    [InlineData("40% of 1000, just above", "H2", 401, true)]
    [Threshold(
        "areas/findings/coverage.unmet.online.H1/atLeast",
        "areas/findings/coverage.unmet.online.H2/atLeast"
    )]
    public void OnlineWave_NeedsFortyPercent(string at, string wave, decimal count, bool met) =>
        Coverage(
            at,
            $"online.{wave}",
            met,
            facts => facts.Set("a01", "satisfaction", 80, "online", wave, count: count)
        );

    [Theory]
    [InlineData("50% of 1000, just below", 499, false)]
    [InlineData("50% of 1000", 500, true)]
    [InlineData("50% of 1000, just above", 501, true)]
    [Threshold("areas/findings/coverage.unmet.total/atLeast")]
    public void Households_NeedHalfOfAll(string at, decimal count, bool met) =>
        Coverage(at, "total", met, facts => facts.Set("a01", "satisfaction.households", count));

    // 50 at the meeting, 50 with the third party, and the larger wave.
    [Theory]
    [InlineData("first wave larger, just below", 399, 390, "online.H1,online.H2,total")]
    [InlineData("first wave larger, at", 400, 390, "online.H2")]
    [InlineData("second wave larger, at", 390, 400, "online.H1")]
    [InlineData("second wave larger, just below", 390, 399, "online.H1,online.H2,total")]
    [InlineData("both equal", 400, 400, "")]
    [Threshold("areas/measures/coverage.households/value/firstPresent/1/sum/2/max")]
    public void Households_WithoutACountOfTheirOwn_TakeTheLargerWave(
        string at,
        decimal first,
        decimal second,
        string unmet
    )
    {
        var facts = new TownshipFacts(1)
            .Set("a01", "satisfaction", 80, "meeting", count: 50)
            .Set("a01", "satisfaction", 80, "thirdParty", count: 50)
            .Set("a01", "satisfaction", 80, "online", "H1", count: first)
            .Set("a01", "satisfaction", 80, "online", "H2", count: second);

        Assert.Equal((at, unmet), (at, string.Join(',', Details(facts))));
    }

    // 60 + 40% of the scores.
    [Theory]
    [InlineData("just below the half: 69.9948", 24.987, 69.99)]
    [InlineData("at the half: 69.995", 24.9875, 70)]
    [InlineData("just above the half: 69.9952", 24.988, 70)]
    [Threshold("areas/total/decimals")]
    public void Total_IsRoundedHalfUp(string at, decimal scores, decimal total) =>
        Assert.Equal(
            (at, total),
            (at, new TownshipFacts(4, 100m).SetScores("a04", scores).EvaluateArea(4).Total)
        );

    // a01: G = 24 + 36 × 80.15% = 52.854, total 84.854; a02 has nearly the same total in another way.
    [Theory]
    [InlineData("52.8432 is 52.84, lower", 80.12, 80.02, "1,2")]
    [InlineData("52.845 is 52.85, equal", 80.125, 80, "1,1")]
    [InlineData("52.8576 is 52.86, higher", 80.16, 79.98, "2,1")]
    [Threshold("areas/rank/tieBreaks/群众评价/decimals")]
    public void EqualTotals_AreSeparatedByTheMassesWithTwoDecimals(
        string at,
        decimal satisfaction,
        decimal scores,
        string ranks
    )
    {
        var facts = Satisfied(new TownshipFacts(2), "a01", 80.15m);
        var areas = Satisfied(facts, "a02", satisfaction).SetScores("a02", scores).Evaluate().Areas;

        Assert.All(areas, area => Assert.Equal(84.85m, area.Total));
        Assert.Equal((at, ranks), (at, string.Join(',', areas.Select(area => area.Rank))));
    }

    // The sixth has 22 for its hotline; the others lose the same 2 points, or 1, by households not visited.
    [Theory]
    [InlineData("2 points less for the hotline, 2 more for visits", 79.99, 2, "1,1,1,1,1,6")]
    [InlineData("as good a hotline, equal in all", 80, 0, "1,1,1,1,1,1")]
    [InlineData("a better hotline without more points, equal in all", 80.01, 0, "1,1,1,1,1,1")]
    [Threshold("areas/rank/tieBreaks/热线得分/decimals")]
    public void EqualTotalsAndMasses_AreSeparatedByTheHotline(
        string at,
        decimal rate,
        decimal notVisited,
        string ranks
    )
    {
        var facts = new TownshipFacts(6).SetRates("a06", rate);
        for (var i = 1; i <= 5; i++)
        {
            facts.Set(TownshipFacts.Id(i), "visits.false", notVisited);
        }

        var areas = facts.Evaluate().Areas;

        Assert.Single(areas.Select(area => area.Total).Distinct());
        Assert.Equal((at, ranks), (at, string.Join(',', areas.Select(area => area.Rank))));
    }

    // S is 80 in both years, so that half of the fall of the tickets in percent is all.
    [Theory]
    [InlineData("0.0049", 1_000_000, 999_902, "0")]
    [InlineData("0.005", 10_000, 9_999, "0.01")]
    [InlineData("0.0051", 1_000_000, 999_898, "0.01")]
    [InlineData("-0.0049", 1_000_000, 1_000_098, "0")]
    [InlineData("-0.005", 10_000, 10_001, "-0.01")]
    [InlineData("-0.0051", 1_000_000, 1_000_102, "-0.01")]
    [InlineData("one ticket in the year before", 1, 1, "0")]
    [InlineData("no ticket in the year before", 0, 0, null)]
    [Threshold("areas/progress/decimals")]
    public void Progress_IsRoundedHalfUpAwayFromZero(
        string at,
        decimal before,
        decimal now,
        string? progress
    )
    {
        var area = new TownshipFacts(1)
            .Set("a01", "previous.tickets", before)
            .Set("a01", "tickets", now)
            .Set("a01", "previous.satisfaction", 80)
            .EvaluateArea(1);

        Assert.Equal((at, progress), (at, area.Progress?.ToString("0.##")));
    }

    [Theory]
    [InlineData("one head", 1, 5000, "")]
    [InlineData("two heads", 2, null, "2")]
    [InlineData("three heads", 3, null, "3")]
    [Threshold("payout/roles/head/onePerArea")]
    public void Heads_OfOneArea_AreOne(string at, int heads, int? amount, string found)
    {
        var facts = new TownshipFacts(1);
        for (var i = 1; i <= heads; i++)
        {
            facts.Add(new StaffMember($"p{i}", "a01", "某人", "secretary"));
        }

        var result = facts.Evaluate();

        var details = result
            .Findings.Where(finding => finding.Code == "head.duplicate")
            .Select(finding => finding.Detail);
        Assert.Equal((at, found), (at, string.Join(',', details)));
        Assert.All(
            result.Payouts.Lines,
            line => Assert.Equal((at, (decimal?)amount), (at, line.Amount?.Yuan))
        );
    }

    [Theory]
    [RangeRow("facts/satisfaction/range", 0, 100)]
    [RangeRow("facts/visits.false/range", 0, 10)]
    [RangeRow("facts/hotline.disposal/range", 0, 100)]
    [RangeRow("facts/hotline.resolution/range", 0, 100)]
    [RangeRow("facts/hotline.satisfaction/range", 0, 100)]
    [RangeRow("facts/previous.satisfaction/range", 0, 100)]
    [RangeRow("collection/lines/R1.1/range", 0, 100)]
    [RangeRow("collection/lines/R1.2/range", 0, 100)]
    [RangeRow("collection/lines/R1.3/range", 0, 100)]
    [RangeRow("collection/lines/R1.4/range", 0, 100)]
    [RangeRow("collection/lines/R2.1/range", 0, 100)]
    [RangeRow("collection/lines/R2.2/range", 0, 100)]
    [RangeRow("collection/lines/R2.3/range", 0, 100)]
    [RangeRow("collection/lines/R2.4/range", 0, 100)]
    [RangeRow("collection/lines/R2.5/range", 0, 100)]
    [RangeRow("collection/lines/R2.6/range", 0, 100)]
    [RangeRow("collection/lines/R3.1/range", 0, 100)]
    [RangeRow("collection/lines/R3.2/range", 0, 100)]
    public void FactOutsideItsRange_IsRefused(string item, decimal least, decimal most) =>
        FactRange.IsHeld(() => new("gaojing-2024", 1, 50m), "a01", item, least, most);
}
