using Assessment.Engine.Evaluation;
using Assessment.Engine.Facts;
using Assessment.Engine.Language;
using Assessment.Engine.Payouts;

namespace Assessment.Engine.Tests;

public sealed class FactsRefusedTest
{
    private static readonly Scheme Gaojing = SchemeFolder.Read("gaojing-2024");

    private static string Refusal(Func<FactSet, FactSet> spoil) =>
        Assert
            .Throws<FactSetException>(() =>
                Evaluator.Evaluate(Gaojing, spoil(new TownshipFacts(2).Build()))
            )
            .Code;

    [Fact]
    public void FactOfAnUnknownSubject_IsRefused() =>
        Assert.Equal(
            "subject-unknown",
            Refusal(facts => facts with { Facts = [.. facts.Facts, new("a99", "visits.false", 1)] })
        );

    [Fact]
    public void FactOfAnUnknownItem_IsRefused() =>
        Assert.Equal(
            "fact-unknown",
            Refusal(facts => facts with { Facts = [.. facts.Facts, new("a01", "visit.false", 1)] })
        );

    [Theory]
    [InlineData(-0.01, 12, 0)]
    [InlineData(36000, -1, 0)]
    [InlineData(36000, 12, -1)]
    public void PersonWithANegativeNumber_IsRefused(decimal pay, int months, int leave)
    {
        var person = new StaffMember("p1", "a01", "某人", "secretary")
        {
            Base = pay,
            Months = months,
            LeaveMonths = leave,
        };

        Assert.Equal("staff-number-negative", Refusal(facts => facts with { Staff = [person] }));
        Assert.Equal(
            "staff-number-negative",
            Assert
                .Throws<FactSetException>(() =>
                    PayoutCalculator.Calculate(
                        Gaojing,
                        new([new("a01", "居民区", 80m, 1, "合格", "A")]),
                        [person]
                    )
                )
                .Code
        );
    }

    [Theory]
    [InlineData(-0.01)]
    [InlineData(100.01)]
    public void ScoreOutsideItsRange_IsRefused(decimal score) =>
        Assert.Equal(
            "fact-out-of-range",
            Refusal(facts =>
                facts with
                {
                    Facts =
                    [
                        .. facts.Facts.Where(fact => fact.Item != "R2.1"),
                        new("a01", "R2.1", score, "社建办"),
                    ],
                }
            )
        );

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    public void ScoreAtTheEndOfItsRange_IsTaken(decimal score) =>
        Assert.NotNull(
            new TownshipFacts(1).Set("a01", "R2.1", score, "社建办").EvaluateArea(1).Total
        );

    [Fact]
    public void NumberTooLargeToCalculateWith_IsRefused() =>
        Assert.Equal(
            "number-too-large",
            Assert
                .Throws<FactSetException>(
                    new TownshipFacts(1)
                        .Set("a01", "tickets", decimal.MaxValue)
                        .Set("a01", "previous.tickets", 1)
                        .Set("a01", "previous.satisfaction", 1)
                        .Evaluate
                )
                .Code
        );

    [Fact]
    public void SameFactTwice_IsRefused() =>
        Assert.Equal(
            "fact-twice",
            Refusal(facts => facts with { Facts = [.. facts.Facts, facts.Facts[0]] })
        );

    [Fact]
    public void SameAreaTwice_IsRefused() =>
        Assert.Equal(
            "area-twice",
            Refusal(facts => facts with { Areas = [.. facts.Areas, facts.Areas[0]] })
        );

    [Fact]
    public void SameEventTwice_IsRefused()
    {
        var happened = new AssessmentEvent("e1", "a01", "honour") { Level = "city" };

        Assert.Equal("event-twice", Refusal(facts => facts with { Events = [happened, happened] }));
    }

    [Fact]
    public void StaffInAnUnknownArea_IsRefused() =>
        Assert.Equal(
            "area-unknown",
            Refusal(facts => facts with { Staff = [new("p1", "a99", "某人", "secretary")] })
        );

    [Fact]
    public void SamePersonTwice_IsRefused()
    {
        var person = new StaffMember("p1", "a01", "某人", "secretary");

        Assert.Equal("staff-twice", Refusal(facts => facts with { Staff = [person, person] }));
    }

    [Fact]
    public void ScoreOfADepartmentThatTheLineDoesNotAsk_ChangesNothing()
    {
        var facts = new TownshipFacts(1).Set("a01", "R2.1", 0, "纪委");

        Assert.Equal(new TownshipFacts(1).EvaluateArea(1).Total, facts.EvaluateArea(1).Total);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"scheme\":\"x\"")]
    [InlineData("""{"scheme":"x","year":2024,"areas":[],"staff":[],"facts":[]}""")]
    [InlineData(
        """{"scheme":"x","year":2024,"areas":[],"staff":[],"facts":[],"events":[],"facts":[]}"""
    )]
    [InlineData(
        """{"scheme":"x","year":2024,"areas":[],"staff":[{"id":"p","area":"a","name":"n","post":"s","presidng":true}],"facts":[],"events":[]}"""
    )]
    [InlineData("""{"scheme":"x","year":2024,"areas":null,"staff":[],"facts":[],"events":[]}""")]
    public void TextThatIsNoFactsFile_IsRefused(string text) =>
        Assert.Equal(
            "facts-unreadable",
            Assert.Throws<FactSetException>(() => FactSetJson.Read(text)).Code
        );

    [Fact]
    public void MisspeltField_IsNamed()
    {
        var refusal = Assert.Throws<FactSetException>(() =>
            FactSetJson.Read(
                """{"scheme":"x","year":2024,"areas":[],"staff":[],"facts":[{"subject":"a","item":"b","valu":1}],"events":[]}"""
            )
        );

        Assert.Contains("valu", refusal.Problems[0].Message, StringComparison.Ordinal);
    }
}
