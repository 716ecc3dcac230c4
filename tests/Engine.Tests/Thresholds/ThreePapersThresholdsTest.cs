namespace Assessment.Engine.Tests.Thresholds;

/// <summary>三张考卷: 45% of work, 40% of party and 15% of satisfaction; everything at 60 gives 60.</summary>
[ThresholdsOf("secretary-three-papers")]
public sealed class ThreePapersThresholdsTest() : SecretaryThresholds("secretary-three-papers")
{
    private TownshipFacts AtSixty(int people, decimal party)
    {
        var facts = Secretaries(people);
        for (var i = 2; i <= people; i++)
        {
            facts.SetAll($"p{i:00}", 50m);
        }

        return facts.SetAll("p01", 60m).SetEvery("p01", "party", party);
    }

    // Alone, in the second band.
    [Theory]
    [InlineData("just below", 59.975, 59.99, "不合格")]
    [InlineData("at 60", 60, 60, "合格")]
    [InlineData("just above", 60.025, 60.01, "合格")]
    [Threshold("staff/classes/secretaries/grades/合格/atLeast")]
    public void Qualified_FromSixtyOn(string at, decimal party, decimal total, string grade)
    {
        var person = AtSixty(1, party).EvaluatePerson("p01");

        Assert.Equal((at, total, grade), (at, person.Total, person.Grade));
    }

    // The first of three, alone in the first band.
    [Theory]
    [InlineData("just below", 59.975, 59.99, "不合格")]
    [InlineData("at 60", 60, 60, "优秀")]
    [InlineData("just above", 60.025, 60.01, "优秀")]
    [Threshold("staff/classes/secretaries/grades/优秀/atLeast")]
    public void Excellent_FromSixtyOn(string at, decimal party, decimal total, string grade)
    {
        var person = AtSixty(3, party).EvaluatePerson("p01");

        Assert.Equal((at, total, "一档", grade), (at, person.Total, person.Band, person.Grade));
    }

    [Theory]
    [InlineData("just below the half: 59.9948", 59.987, 59.99)]
    [InlineData("at the half: 59.995", 59.9875, 60)]
    [InlineData("just above the half: 59.9952", 59.988, 60)]
    [Threshold("staff/classes/secretaries/total/decimals")]
    public void Total_IsRoundedHalfUp(string at, decimal party, decimal total) =>
        Assert.Equal((at, total), (at, AtSixty(1, party).EvaluatePerson("p01").Total));

    [Theory]
    [RangeRow("facts/work/range", 0, 100)]
    [RangeRow("facts/party/range", 0, 100)]
    [RangeRow("facts/satisfaction/range", 0, 100)]
    public void FactOutsideItsRange_IsRefused(string item, decimal least, decimal most) =>
        RangeIsHeld(item, least, most);

    [Theory]
    [RangeRow("collection/forms/work/range", 0, 100)]
    [RangeRow("collection/forms/party/range", 0, 100)]
    [RangeRow("collection/forms/satisfaction/range", 0, 100)]
    public void MarkOutsideTheFormsRange_IsRefused(string form, decimal least, decimal most) =>
        VotersForms.RangeIsHeld("secretary-three-papers", form, least, most);
}
