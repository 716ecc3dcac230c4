using Assessment.Engine.Facts;
using Assessment.Engine.Language;
using Assessment.Engine.Results;

namespace Assessment.Engine.Tests.Thresholds;

/// <summary>
/// 静安: an area with everything at v% has a total of v, and so has a person in it with everything at v. A tenth of the
/// peers' forms (peer, internal) is in the total, so that 0.1 more of them is 0.01 more.
/// </summary>
[ThresholdsOf("jingan-guidance")]
public sealed class JinganThresholdsTest
{
    private const string Scheme = "jingan-guidance";

    private static TownshipFacts Township(int areas, decimal level = 70m) =>
        new(Scheme, areas, level);

    private static StaffMember Person(string id, string post, string area = "a01") =>
        new(id, area, "某人", post)
        {
            Months = 12,
            Base = 12000,
            Identity = "contract",
        };

    /// <summary>Areas with totals 90, 89, 88 …, so that rank i is area i.</summary>
    private static TownshipFacts Descending(int areas)
    {
        var facts = Township(areas);
        for (var i = 1; i <= areas; i++)
        {
            facts.SetAll(TownshipFacts.Id(i), 91m - i);
        }

        return facts;
    }

    /// <summary>People of one area with different totals, p01 the best.</summary>
    private static TownshipFacts With(TownshipFacts facts, int people, string post)
    {
        for (var i = 1; i <= people; i++)
        {
            facts.Add(Person($"p{i:00}", post), 91m - i);
        }

        return facts;
    }

    private static string Excellent(EvaluationResult result) =>
        string.Join(
            ',',
            result.Staff.Where(person => person.Grade == "优秀").Select(person => person.Id)
        );

    private static string First(int count) =>
        string.Join(',', Enumerable.Range(1, count).Select(i => $"p{i:00}"));

    // The first of five, who has the one place as 优秀; the others have 50.
    [Theory]
    [InlineData("just below", 69.9, 69.99, "一般")]
    [InlineData("at 70", 70, 70, "优秀")]
    [InlineData("just above", 70.1, 70.01, "优秀")]
    [Threshold("areas/grades/优秀/atLeast")]
    public void Excellent_OnlyFromSeventyOn(string at, decimal peer, decimal total, string grade)
    {
        var area = Township(5, 50m)
            .SetAll("a01", 70m)
            .SetEvery("a01", "peer", peer)
            .EvaluateArea(1);

        Assert.Equal((at, total, grade), (at, area.Total, area.Grade));
    }

    // The second of five, who has the one place as 良好.
    [Theory]
    [InlineData("just below", 69.9, 69.99, "一般")]
    [InlineData("at 70", 70, 70, "良好")]
    [InlineData("just above", 70.1, 70.01, "良好")]
    [Threshold("areas/grades/良好/atLeast")]
    public void Good_OnlyFromSeventyOn(string at, decimal peer, decimal total, string grade)
    {
        var facts = Township(5, 50m).SetAll("a01", 90m).SetAll("a02", 70m);

        var area = facts.SetEvery("a02", "peer", peer).EvaluateArea(2);

        Assert.Equal((at, total, grade), (at, area.Total, area.Grade));
    }

    [Theory]
    [InlineData("just below", 59.9, 59.99, "较差")]
    [InlineData("at 60", 60, 60, "一般")]
    [InlineData("just above", 60.1, 60.01, "一般")]
    [Threshold("areas/grades/一般/atLeast")]
    public void Fair_FromSixtyOn(string at, decimal peer, decimal total, string grade)
    {
        var area = Township(1, 60m).SetEvery("a01", "peer", peer).EvaluateArea(1);

        Assert.Equal((at, total, grade), (at, area.Total, area.Grade));
    }

    // floor(20% × n) each.
    [Theory]
    [InlineData("0.8 places", 4, "", "")]
    [InlineData("1 place", 5, "a01", "a02")]
    [InlineData("1.2 places", 6, "a01", "a02")]
    [InlineData("1.8 places", 9, "a01", "a02")]
    [InlineData("2 places", 10, "a01,a02", "a03,a04")]
    [InlineData("2.2 places", 11, "a01,a02", "a03,a04")]
    [Threshold("areas/grades/优秀/quota/share", "areas/grades/良好/quota/share")]
    public void ExcellentAndGood_HaveTwentyPercentRoundedDownEach(
        string at,
        int n,
        string excellent,
        string good
    )
    {
        var areas = Descending(n).Evaluate().Areas;

        Assert.Equal((at, excellent, good), (at, Having("优秀"), Having("良好")));

        string Having(string grade) =>
            string.Join(',', areas.Where(area => area.Grade == grade).Select(area => area.Id));
    }

    // Without a tie-break. One place among six.
    [Theory]
    [InlineData("just behind", 89.9, "1,2", "优秀")]
    [InlineData("tied: no place for two", 90, "1,1", "一般")]
    [InlineData("just ahead", 90.1, "2,1", "良好")]
    public void SecondArea_AroundTheFirst_SharesItsRankOnlyWhenEqual(
        string at,
        decimal peer,
        string ranks,
        string gradeOfFirst
    )
    {
        var areas = Descending(6).SetAll("a02", 90m).SetEvery("a02", "peer", peer).Evaluate().Areas;

        Assert.Equal(
            (at, ranks, gradeOfFirst),
            (at, $"{areas[0].Rank},{areas[1].Rank}", areas[0].Grade)
        );
    }

    // More than 80% of those who may vote, strictly.
    [Theory]
    [InlineData("79 of 100", 79, 100, false)]
    [InlineData("80 of 100", 80, 100, false)]
    [InlineData("81 of 100", 81, 100, true)]
    [InlineData("79 of 99, where 80% are 79.2", 79, 99, false)]
    [InlineData("80 of 99, where 80% are 79.2", 80, 99, true)]
    [InlineData("4 of 5", 4, 5, false)]
    [InlineData("5 of 5", 5, 5, true)]
    [InlineData("nobody of nobody", 0, 0, false)]
    [Threshold("collection/panels/masses/subjects/areas/turnout/over")]
    public void AreasBallot_IsValidAboveEightyPercent(
        string at,
        decimal count,
        decimal eligible,
        bool valid
    )
    {
        var result = Township(1)
            .Set("a01", "masses", 70, count: count, eligible: eligible)
            .Evaluate();

        Assert.Equal(
            (at, valid ? 70m : (decimal?)null, valid ? "" : "a01 masses"),
            (at, result.Areas[0].Total, Invalid(result))
        );
    }

    [Theory]
    [InlineData("secretary, 79 of 100", "secretary", 79, false)]
    [InlineData("secretary, 80 of 100", "secretary", 80, false)]
    [InlineData("secretary, 81 of 100", "secretary", 81, true)]
    [InlineData("director, 80 of 100", "director", 80, false)]
    [InlineData("director, 81 of 100", "director", 81, true)]
    [InlineData("other, 79 of 100", "socialWorker", 79, false)]
    [InlineData("other, 80 of 100", "socialWorker", 80, false)]
    [InlineData("other, 81 of 100", "socialWorker", 81, true)]
    [Threshold(
        "collection/panels/masses/subjects/heads/turnout/over",
        "collection/panels/masses/subjects/others/turnout/over"
    )]
    public void PersonsBallot_IsValidAboveEightyPercent(
        string at,
        string post,
        decimal count,
        bool valid
    )
    {
        var result = Township(1)
            .Add(Person("p01", post), 70m)
            .Set("p01", "masses", 70, count: count, eligible: 100)
            .Evaluate();

        Assert.Equal(
            (at, valid ? 70m : (decimal?)null, valid ? "" : "p01 masses"),
            (at, result.Staff[0].Total, Invalid(result))
        );
    }

    private static string Invalid(EvaluationResult result) =>
        string.Join(
            ';',
            result
                .Findings.Where(finding => finding.Code == "turnout.invalid")
                .Select(finding => $"{finding.Subject} {finding.Detail}")
        );

    // 50% of 70 and 40% of 70 are 63, with a tenth of the peers' forms.
    [Theory]
    [InlineData("just below the half: 69.9949", 69.949, 69.99)]
    [InlineData("at the half: 69.995", 69.95, 70)]
    [InlineData("just above the half: 69.9951", 69.951, 70)]
    [Threshold("areas/total/decimals")]
    public void AreasTotal_IsRoundedHalfUp(string at, decimal peer, decimal total) =>
        Assert.Equal(
            (at, total),
            (at, Township(1).SetEvery("a01", "peer", peer).EvaluateArea(1).Total)
        );

    // Nothing but a deduction of 1, of which half counts, and a tenth of the peers' forms.
    [Theory]
    [InlineData("-0.0049", 4.951, 0)]
    [InlineData("-0.005", 4.95, -0.01)]
    [InlineData("-0.0051", 4.949, -0.01)]
    public void AreasTotalBelowZero_IsRoundedAwayFromZero(string at, decimal peer, decimal total) =>
        Assert.Equal(
            (at, total),
            (
                at,
                Township(1, 0m)
                    .SetEvery("a01", "peer", peer)
                    .Add(new AssessmentEvent("e1", "a01", "media") { Level = "city" })
                    .EvaluateArea(1)
                    .Total
            )
        );

    // 90% of the total are 63 by the area (50% or 30%) and the other forms.
    [Theory]
    [InlineData("head, just below the half", "secretary", 69.949, 69.99)]
    [InlineData("head, at the half", "secretary", 69.95, 70)]
    [InlineData("head, just above the half", "secretary", 69.951, 70)]
    [InlineData("other, just below the half", "socialWorker", 69.949, 69.99)]
    [InlineData("other, at the half", "socialWorker", 69.95, 70)]
    [InlineData("other, just above the half", "socialWorker", 69.951, 70)]
    [Threshold("staff/classes/heads/total/decimals", "staff/classes/others/total/decimals")]
    public void PersonsTotal_IsRoundedHalfUp(
        string at,
        string post,
        decimal internalForms,
        decimal total
    )
    {
        var person = Township(1)
            .Add(Person("p01", post), 70m)
            .SetEvery("p01", "internal", internalForms)
            .EvaluatePerson("p01");

        Assert.Equal((at, total), (at, person.Total));
    }

    // The first of seven (one place for five heads as well as for seven others), in an area with 70.
    [Theory]
    [InlineData("head, just below", "secretary", 69.9, 69.99, "基本合格")]
    [InlineData("head, at 70", "secretary", 70, 70, "优秀")]
    [InlineData("head, just above", "secretary", 70.1, 70.01, "优秀")]
    [InlineData("other, just below", "socialWorker", 69.9, 69.99, "基本合格")]
    [InlineData("other, at 70", "socialWorker", 70, 70, "优秀")]
    [InlineData("other, just above", "socialWorker", 70.1, 70.01, "优秀")]
    [Threshold(
        "staff/classes/heads/grades/优秀/atLeast",
        "staff/classes/others/grades/优秀/atLeast"
    )]
    public void ExcellentPerson_OnlyFromSeventyOn(
        string at,
        string post,
        decimal internalForms,
        decimal total,
        string grade
    )
    {
        var facts = Township(1).Add(Person("p00", post), 70m);
        for (var i = 1; i <= 6; i++)
        {
            facts.Add(Person($"p{i:00}", post), 50m);
        }

        var person = facts.SetEvery("p00", "internal", internalForms).EvaluatePerson("p00");

        Assert.Equal((at, total, grade), (at, person.Total, person.Grade));
    }

    // Alone, so that there is no place as 优秀.
    [Theory]
    [InlineData("head, just below", "secretary", 69.9, 69.99, "基本合格")]
    [InlineData("head, at 70", "secretary", 70, 70, "合格")]
    [InlineData("head, just above", "secretary", 70.1, 70.01, "合格")]
    [InlineData("other, just below", "socialWorker", 69.9, 69.99, "基本合格")]
    [InlineData("other, at 70", "socialWorker", 70, 70, "合格")]
    [InlineData("other, just above", "socialWorker", 70.1, 70.01, "合格")]
    [Threshold(
        "staff/classes/heads/grades/合格/atLeast",
        "staff/classes/others/grades/合格/atLeast"
    )]
    public void QualifiedPerson_FromSeventyOn(
        string at,
        string post,
        decimal internalForms,
        decimal total,
        string grade
    )
    {
        var person = Township(1)
            .Add(Person("p01", post), 70m)
            .SetEvery("p01", "internal", internalForms)
            .EvaluatePerson("p01");

        Assert.Equal((at, total, grade), (at, person.Total, person.Grade));
    }

    [Theory]
    [InlineData("head, just below", "secretary", 59.9, 59.99, "不合格")]
    [InlineData("head, at 60", "secretary", 60, 60, "基本合格")]
    [InlineData("head, just above", "secretary", 60.1, 60.01, "基本合格")]
    [InlineData("other, just below", "socialWorker", 59.9, 59.99, "不合格")]
    [InlineData("other, at 60", "socialWorker", 60, 60, "基本合格")]
    [InlineData("other, just above", "socialWorker", 60.1, 60.01, "基本合格")]
    [Threshold(
        "staff/classes/heads/grades/基本合格/atLeast",
        "staff/classes/others/grades/基本合格/atLeast"
    )]
    public void BasicallyQualifiedPerson_FromSixtyOn(
        string at,
        string post,
        decimal internalForms,
        decimal total,
        string grade
    )
    {
        var person = Township(1, 60m)
            .Add(Person("p01", post), 60m)
            .SetEvery("p01", "internal", internalForms)
            .EvaluatePerson("p01");

        Assert.Equal((at, total, grade), (at, person.Total, person.Grade));
    }

    // floor(20% × n) of all heads of the township.
    [Theory]
    [InlineData("0.8 places", 4, 0)]
    [InlineData("1 place", 5, 1)]
    [InlineData("1.2 places", 6, 1)]
    [InlineData("1.8 places", 9, 1)]
    [InlineData("2 places", 10, 2)]
    [InlineData("2.2 places", 11, 2)]
    [Threshold("staff/classes/heads/grades/优秀/quota/share")]
    public void ExcellentHeads_AreTwentyPercentRoundedDown(string at, int n, int places) =>
        Assert.Equal(
            (at, First(places)),
            (at, Excellent(With(Township(1), n, "secretary").Evaluate()))
        );

    // Ten heads would have two places; who is no part of the pool takes one of them away.
    [Theory]
    [InlineData("contract", 12, 2)]
    [InlineData("contract", 5, 1)]
    [InlineData("civilServant", 12, 1)]
    [InlineData("institution", 12, 1)]
    public void HeadOutsideThePool_IsNotCountedInItsQuota(string identity, int months, int places)
    {
        var facts = With(Township(1), 9, "secretary");
        facts.Add(Person("p10", "director") with { Identity = identity, Months = months }, 75m);

        Assert.Equal(First(places), Excellent(facts.Evaluate()));
    }

    // floor(15% × n) of the others of the area.
    [Theory]
    [InlineData("0.9 places", 6, 0)]
    [InlineData("1.05 places", 7, 1)]
    [InlineData("1.95 places", 13, 1)]
    [InlineData("2.1 places", 14, 2)]
    [InlineData("3 places", 20, 3)]
    [Threshold("staff/classes/others/grades/优秀/quota/share")]
    public void ExcellentOthers_AreFifteenPercentRoundedDown(string at, int n, int places) =>
        Assert.Equal(
            (at, First(places)),
            (at, Excellent(With(Township(1), n, "socialWorker").Evaluate()))
        );

    // Six others: 0.9 places. The area's grade decides: 优秀 first of five, 良好 second, 一般 third, 较差 with 50.
    [Theory]
    [InlineData("优秀", 90, 6, 1)]
    [InlineData("优秀, 1.05 places", 90, 7, 2)]
    [InlineData("优秀, a single person", 90, 1, 1)]
    [InlineData("良好", 85, 7, 1)]
    [InlineData("一般", 75, 7, 1)]
    [InlineData("较差", 50, 7, 0)]
    [Threshold("staff/classes/others/grades/优秀/quota/plus/places")]
    public void ExcellentOthers_AreOneMoreWhereTheAreaIsExcellent(
        string at,
        decimal level,
        int n,
        int places
    )
    {
        var facts = Township(5).SetAll("a02", 88m).SetAll("a03", 80m).SetAll("a01", level);

        Assert.Equal(
            (at, First(places)),
            (at, Excellent(With(facts, n, "socialWorker").Evaluate()))
        );
    }

    [Theory]
    [InlineData("just below", 5, null, "不参加考核")]
    [InlineData("at 6", 6, 70, "合格")]
    [InlineData("just above", 7, 70, "合格")]
    [InlineData("not said: all year", null, 70, "合格")]
    [Threshold("staff/aside/不参加本年度考核/when/any/0/below")]
    public void MonthsBelowSix_AreNotAssessed(string at, int? months, int? total, string grade)
    {
        var person = Township(1)
            .Add(Person("p01", "socialWorker") with { Months = months }, 70m)
            .EvaluatePerson("p01");

        Assert.Equal((at, (decimal?)total, grade), (at, person.Total, person.Grade));
    }

    [Theory]
    [InlineData("just below", 5, 70, "合格")]
    [InlineData("at 6", 6, 70, "合格")]
    [InlineData("just above", 7, null, "不参加考核")]
    [InlineData("not said: none", null, 70, "合格")]
    [Threshold("staff/aside/不参加本年度考核/when/any/1/above")]
    public void LeaveAboveSixMonths_IsNotAssessed(string at, int? leave, int? total, string grade)
    {
        var person = Township(1)
            .Add(Person("p01", "socialWorker") with { LeaveMonths = leave }, 70m)
            .EvaluatePerson("p01");

        Assert.Equal((at, (decimal?)total, grade), (at, person.Total, person.Grade));
    }

    // Takes part, but the grade belongs to another pool, also where there is no total.
    [Theory]
    [InlineData("months just below", 5, 0, null)]
    [InlineData("months at 6", 6, 0, 70)]
    [InlineData("months just above", 7, 0, 70)]
    [InlineData("leave just below", 12, 5, 70)]
    [InlineData("leave at 6", 12, 6, 70)]
    [InlineData("leave just above", 12, 7, null)]
    [Threshold(
        "staff/aside/公务员、事业编制人员，本年度不参加考核/when/any/0/below",
        "staff/aside/公务员、事业编制人员，本年度不参加考核/when/any/1/above"
    )]
    public void CivilServant_HasATotalUnlessNotAssessedAndNeverAGrade(
        string at,
        int months,
        int leave,
        int? total
    )
    {
        var person = Township(1)
            .Add(
                Person("p01", "socialWorker") with
                {
                    Identity = "civilServant",
                    Months = months,
                    LeaveMonths = leave,
                },
                70m
            )
            .EvaluatePerson("p01");

        Assert.Equal(
            (at, (decimal?)total, (int?)null, (string?)null),
            (at, person.Total, person.Rank, person.Grade)
        );
    }

    // base × 1 × 5 ÷ 12
    [Theory]
    [InlineData("416.67458…", 1000.019, 416.67)]
    [InlineData("416.675", 1000.02, 416.68)]
    [InlineData("416.67541…", 1000.021, 416.68)]
    [Threshold("payout/amounts/notAssessed/amount")]
    public void AmountOfWhoIsNotAssessed_IsRoundedHalfUpToTheFen(
        string at,
        decimal payBase,
        decimal amount
    ) => Amount(at, amount, Township(1).Add(Paid(payBase) with { Months = 5 }));

    // The first of seven in an area that is 一般: base × 1 + 2000
    [Theory]
    [InlineData("just below the half", 10000.0049, 12000.00)]
    [InlineData("at the half", 10000.005, 12000.01)]
    [InlineData("just above the half", 10000.0051, 12000.01)]
    [Threshold("payout/amounts/excellent/amount")]
    public void AmountOfTheExcellent_IsRoundedHalfUpToTheFen(
        string at,
        decimal payBase,
        decimal amount
    ) => Amount(at, amount, With(Township(1), 6, "socialWorker").Add(Paid(payBase), 95m));

    // 85 in an area with 50 that is 较差: base × 0.9
    [Theory]
    [InlineData("900.0441", 1000.049, 900.04)]
    [InlineData("900.045", 1000.05, 900.05)]
    [InlineData("900.0459", 1000.051, 900.05)]
    [Threshold("payout/amounts/qualified/amount")]
    public void AmountOfTheQualified_IsRoundedHalfUpToTheFen(
        string at,
        decimal payBase,
        decimal amount
    ) => Amount(at, amount, Township(1, 50m).Add(Paid(payBase), 100m));

    // 60 to 70: half of the base
    [Theory]
    [InlineData("500.0045", 1000.009, 500.00)]
    [InlineData("500.005", 1000.01, 500.01)]
    [InlineData("500.0055", 1000.011, 500.01)]
    [Threshold("payout/amounts/basic/amount")]
    public void AmountOfTheBasicallyQualified_IsRoundedHalfUpToTheFen(
        string at,
        decimal payBase,
        decimal amount
    ) => Amount(at, amount, Township(1, 65m).Add(Paid(payBase), 65m));

    private static StaffMember Paid(decimal payBase) =>
        Person("p00", "socialWorker") with
        {
            Base = payBase,
        };

    private static void Amount(string at, decimal expected, TownshipFacts facts) =>
        Assert.Equal(
            (at, expected),
            (at, facts.Evaluate().Payouts.Lines.Single(line => line.Person == "p00").Amount?.Yuan)
        );

    [Theory]
    [InlineData("above A", 100.01, null)]
    [InlineData("top of A", 100, "A")]
    [InlineData("bottom of A", 90, "A")]
    [InlineData("just below A", 89.99, "B")]
    [InlineData("bottom of B", 70, "B")]
    [InlineData("just below B", 69.99, "C")]
    [InlineData("bottom of C", 60, "C")]
    [InlineData("just below C", 59.99, "D")]
    [InlineData("bottom of D", 0, "D")]
    [InlineData("below D", -0.01, null)]
    [Threshold(
        "collection/forms/assessment/bands/A/from",
        "collection/forms/assessment/bands/B/from",
        "collection/forms/assessment/bands/C/from",
        "collection/forms/assessment/bands/D/from"
    )]
    public void ScoreOnAForm_BelongsToOneBand(string at, decimal score, string? band) =>
        Assert.Equal((at, band), (at, VotersForms.BandOf(Scheme, "assessment", score)));

    // At most floor(20% of one voter's marks), from five marks on.
    [Theory]
    [InlineData("no limit yet", 4, 0, "")]
    [InlineData("no limit yet", 4, 4, "")]
    [InlineData("1 place", 5, 1, "")]
    [InlineData("1 place", 5, 2, "form-band-full")]
    [InlineData("1.8 places", 9, 1, "")]
    [InlineData("1.8 places", 9, 2, "form-band-full")]
    [InlineData("2 places", 10, 2, "")]
    [InlineData("2 places", 10, 3, "form-band-full")]
    [Threshold(
        "collection/forms/assessment/bands/A/atMost",
        "collection/forms/assessment/bands/A/atMostFrom"
    )]
    public void FormsWithA_AreAtMostAFifth(string at, int forms, int best, string problems) =>
        Assert.Equal(
            (at, problems),
            (at, VotersForms.Problems(Scheme, "assessment", (best, 95), (forms - best, 80)))
        );

    [Theory]
    [RangeRow("facts/peer/range", 0, 100)]
    [RangeRow("facts/masses/range", 0, 100)]
    [RangeRow("collection/lines/S1/range", 0, 18)]
    [RangeRow("collection/lines/S2/range", 0, 18)]
    [RangeRow("collection/lines/S3/range", 0, 12)]
    [RangeRow("collection/lines/S4/range", 0, 12)]
    [RangeRow("collection/lines/S5/range", 0, 12)]
    [RangeRow("collection/lines/S6/range", 0, 12)]
    [RangeRow("collection/lines/S7/range", 0, 12)]
    [RangeRow("collection/lines/S8/range", 0, 4)]
    public void FactOfAnAreaOutsideItsRange_IsRefused(string item, decimal least, decimal most) =>
        FactRange.IsHeld(() => Township(1), "a01", item, least, most);

    [Theory]
    [RangeRow("facts/masses/range", 0, 100)]
    [RangeRow("facts/internal/range", 0, 100)]
    [RangeRow("facts/head/range", 0, 100)]
    public void FactOfAPersonOutsideItsRange_IsRefused(string item, decimal least, decimal most) =>
        FactRange.IsHeld(
            () => Township(1).Add(Person("p01", "socialWorker"), 70m),
            "p01",
            item,
            least,
            most
        );
}
