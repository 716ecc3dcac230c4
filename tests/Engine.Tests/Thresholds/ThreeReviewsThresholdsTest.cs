using Assessment.Engine.Facts;

namespace Assessment.Engine.Tests.Thresholds;

/// <summary>
/// 三评: 10% of self, 50% of target (25 + 15 + 20 + 25 + 15) and 40% of the organization. With self and target at 100
/// and nothing from the organization the total is 60.
/// </summary>
[ThresholdsOf("secretary-three-reviews")]
public sealed class ThreeReviewsThresholdsTest() : SecretaryThresholds("secretary-three-reviews")
{
    private static AssessmentEvent Event(string rule, decimal count, string id = "e1") =>
        new(id, "p01", rule) { Count = count };

    // Alone, in the second band.
    [Theory]
    [InlineData("just below", 99.9, 0, 59.99, "不合格")]
    [InlineData("at 60", 100, 0, 60, "合格")]
    [InlineData("just above", 100, 0.025, 60.01, "合格")]
    [Threshold("staff/classes/secretaries/grades/合格/atLeast")]
    public void Qualified_FromSixtyOn(
        string at,
        decimal self,
        decimal organization,
        decimal total,
        string grade
    )
    {
        var person = Secretaries(1)
            .SetEvery("p01", "self", self)
            .SetEvery("p01", "organization", organization)
            .EvaluatePerson("p01");

        Assert.Equal((at, total, grade), (at, person.Total, person.Grade));
    }

    // The first of three, alone in the first band.
    [Theory]
    [InlineData("just below", 99.9, 0, 59.99, "不合格")]
    [InlineData("at 60", 100, 0, 60, "优秀")]
    [InlineData("just above", 100, 0.025, 60.01, "优秀")]
    [Threshold("staff/classes/secretaries/grades/优秀/atLeast")]
    public void Excellent_FromSixtyOn(
        string at,
        decimal self,
        decimal organization,
        decimal total,
        string grade
    )
    {
        var facts = Secretaries(3);
        foreach (var other in new[] { "p02", "p03" })
        {
            facts.SetEvery(other, "self", 0).SetEvery(other, "organization", 0);
        }

        facts.SetEvery("p01", "self", self).SetEvery("p01", "organization", organization);

        var person = facts.EvaluatePerson("p01");

        Assert.Equal((at, total, "一档", grade), (at, person.Total, person.Band, person.Grade));
    }

    [Theory]
    [InlineData("just below the half: 59.9949", 99.949, 59.99)]
    [InlineData("at the half: 59.995", 99.95, 60)]
    [InlineData("just above the half: 59.9951", 99.951, 60)]
    [Threshold("staff/classes/secretaries/total/decimals")]
    public void Total_IsRoundedHalfUp(string at, decimal self, decimal total)
    {
        var person = Secretaries(1)
            .SetEvery("p01", "self", self)
            .SetEvery("p01", "organization", 0)
            .EvaluatePerson("p01");

        Assert.Equal((at, total), (at, person.Total));
    }

    // 25 − 2 each; 15 for the masses and 20 − 5 each; 25 − 2 each; 15 − 5 each. No number of times gives 0 by 2 each.
    [Theory]
    [InlineData("just above", "orgLife", 12, "party", 1)]
    [InlineData("below", "orgLife", 13, "party", 0)]
    [InlineData("above", "accident", 3, "governance", 20)]
    [InlineData("at 0 with the masses' 15", "accident", 4, "governance", 15)]
    [InlineData("below", "accident", 5, "governance", 15)]
    [InlineData("just above", "task.late", 12, "key", 1)]
    [InlineData("below", "task.late", 13, "key", 0)]
    [InlineData("above", "absence", 2, "integrity", 5)]
    [InlineData("at 0", "absence", 3, "integrity", 0)]
    [InlineData("below", "absence", 4, "integrity", 0)]
    [Threshold(
        "staff/classes/secretaries/items/target/items/party/value/max",
        "staff/classes/secretaries/items/target/items/governance/items/governance.safety/value/max",
        "staff/classes/secretaries/items/target/items/key/value/max",
        "staff/classes/secretaries/items/target/items/integrity/value/max"
    )]
    public void Part_DoesNotGoBelowZero(
        string at,
        string rule,
        decimal count,
        string part,
        decimal points
    ) =>
        Assert.Equal(
            (at, points),
            (at, Secretaries(1).Add(Event(rule, count)).EvaluatePerson("p01").Items[part])
        );

    // 10 for a commendation of the city and 1 for each task in time, on top of 100.
    [Theory]
    [InlineData("just below", 9, 119)]
    [InlineData("at 20", 10, 120)]
    [InlineData("just above", 11, 120)]
    [Threshold("staff/classes/secretaries/bonus/value/cap")]
    public void Bonus_IsAtMostTwenty(string at, decimal tasks, decimal target)
    {
        var facts = Secretaries(1)
            .Add(Event("commendation", 1, "e1") with { Level = "city" })
            .Add(Event("task.onTime", tasks, "e2"));

        Assert.Equal((at, target), (at, facts.EvaluatePerson("p01").Items["target"]));
    }

    // What is left of the deduction; null where the share is refused.
    [Theory]
    [MemberData(nameof(Waivers))]
    [Threshold(
        "events/orgLife/waiver/shares",
        "events/petition.town/waiver/shares",
        "events/accident/waiver/shares",
        "events/pollution/waiver/shares",
        "events/task.late/waiver/shares",
        "events/emergency.unreported/waiver/shares",
        "events/absence/waiver/shares",
        "events/complaint/waiver/shares",
        "events/extortion/waiver/shares"
    )]
    public void Waiver_IsHalfOrTheWholeAndNothingElse(string rule, string share, string? deducted)
    {
        var facts = Secretaries(1).Add(Event(rule, 1) with { Waiver = decimal.Parse(share) });

        Assert.Equal(deducted is null ? "event-waiver-unknown" : null, FactsProblem.Of(facts));
        if (deducted is null)
        {
            return;
        }

        var result = facts.Evaluate();
        Assert.Equal(100m - decimal.Parse(deducted), result.Staff[0].Items["target"]);
        Assert.Equal(
            share == "0" ? "" : "waived.riskFiled p01 e1",
            string.Join(
                ',',
                result.Findings.Select(finding =>
                    $"{finding.Code} {finding.Subject} {finding.Detail}"
                )
            )
        );
    }

    public static TheoryData<string, string, string?> Waivers()
    {
        var rows = new TheoryData<string, string, string?>();
        foreach (
            var (rule, whole, half) in new[]
            {
                ("orgLife", "2", "1"),
                ("petition.town", "3", "1.5"),
                ("accident", "5", "2.5"),
                ("pollution", "2", "1"),
                ("task.late", "2", "1"),
                ("emergency.unreported", "2", "1"),
                ("absence", "5", "2.5"),
                ("complaint", "2", "1"),
                ("extortion", "3", "1.5"),
            }
        )
        {
            rows.Add(rule, "0", whole);
            rows.Add(rule, "0.01", null);
            rows.Add(rule, "0.49", null);
            rows.Add(rule, "0.5", half);
            rows.Add(rule, "0.51", null);
            rows.Add(rule, "0.99", null);
            rows.Add(rule, "1", "0");
            rows.Add(rule, "1.01", null);
        }
        return rows;
    }

    // 5 each, half of them waived: 20 less 7.5, 10 and 12.5. Taken off the floored part it would be more.
    [Theory]
    [InlineData("just above", 7, 17.5)]
    [InlineData("at 0 with the masses' 15", 8, 15)]
    [InlineData("below", 9, 15)]
    public void Waiver_IsTakenOffBeforeTheFloor(string at, decimal count, decimal governance) =>
        Assert.Equal(
            (at, governance),
            (
                at,
                Secretaries(1)
                    .Add(Event("accident", count) with { Waiver = 0.5m })
                    .EvaluatePerson("p01")
                    .Items["governance"]
            )
        );

    [Theory]
    [RangeRow("facts/self/range", 0, 100)]
    [RangeRow("facts/organization/range", 0, 100)]
    [RangeRow("facts/satisfaction/range", 0, 100)]
    public void FactOutsideItsRange_IsRefused(string item, decimal least, decimal most) =>
        RangeIsHeld(item, least, most);

    [Theory]
    [RangeRow("collection/forms/self/range", 0, 100)]
    [RangeRow("collection/forms/organization/range", 0, 100)]
    [RangeRow("collection/forms/satisfaction/range", 0, 100)]
    public void MarkOutsideTheFormsRange_IsRefused(string form, decimal least, decimal most) =>
        VotersForms.RangeIsHeld("secretary-three-reviews", form, least, most);
}
