using Assessment.Engine.Facts;

namespace Assessment.Engine.Tests;

public sealed class EventsTest
{
    private static AssessmentEvent Honour(string id, string level) =>
        new(id, "a01", "honour") { Level = level };

    private static AssessmentEvent Discipline(string id, decimal points) =>
        new(id, "a01", "discipline") { Points = points };

    [Theory]
    [InlineData("national", 3)]
    [InlineData("city", 2)]
    [InlineData("district", 1)]
    public void Honour_GivesThePointsOfItsLevel(string level, decimal expected) =>
        Assert.Equal(expected, new TownshipFacts(1).Add(Honour("e1", level)).EvaluateArea(1).Bonus);

    [Theory]
    [InlineData("district", "district", 2)]
    [InlineData("city", "district", 3)]
    [InlineData("city", "city", 3)]
    public void TwoHonours_AreCappedAtThree(string first, string second, decimal expected) =>
        Assert.Equal(
            expected,
            new TownshipFacts(1)
                .Add(Honour("e1", first))
                .Add(Honour("e2", second))
                .EvaluateArea(1)
                .Bonus
        );

    [Theory]
    [InlineData(1, 1.9, 2.9)]
    [InlineData(1, 2, 3)]
    [InlineData(1.1, 2, 3)]
    public void TwoPunishments_AreCappedAtThree(decimal first, decimal second, decimal expected)
    {
        var area = new TownshipFacts(1)
            .Add(Discipline("e1", first))
            .Add(Discipline("e2", second))
            .EvaluateArea(1);

        Assert.Equal(expected, area.Deduction);
        Assert.Equal(84.8m - expected, area.Total);
    }

    [Theory]
    [InlineData(0.99, false)]
    [InlineData(1, true)]
    [InlineData(1.01, true)]
    [InlineData(2.99, true)]
    [InlineData(3, true)]
    [InlineData(3.01, false)]
    public void PunishmentsPoints_MustLieInTheirRange(decimal points, bool accepted)
    {
        var facts = new TownshipFacts(1).Add(Discipline("e1", points));

        if (accepted)
        {
            Assert.Equal(points, facts.EvaluateArea(1).Deduction);
        }
        else
        {
            Assert.Equal(
                "event-points-out-of-range",
                Assert.Throws<FactSetException>(facts.Evaluate).Code
            );
        }
    }

    [Fact]
    public void PunishmentWithoutPoints_IsRefused() =>
        Assert.Equal(
            "event-points-out-of-range",
            Assert
                .Throws<FactSetException>(
                    new TownshipFacts(1)
                        .Add(new AssessmentEvent("e1", "a01", "discipline"))
                        .Evaluate
                )
                .Code
        );

    [Fact]
    public void HonourOfAnUnknownLevel_IsRefused() =>
        Assert.Equal(
            "event-level-unknown",
            Assert
                .Throws<FactSetException>(
                    new TownshipFacts(1).Add(Honour("e1", "province")).Evaluate
                )
                .Code
        );

    [Fact]
    public void EventUnderAnUnknownRule_IsRefused() =>
        Assert.Equal(
            "event-rule-unknown",
            Assert
                .Throws<FactSetException>(
                    new TownshipFacts(1).Add(new AssessmentEvent("e1", "a01", "veto")).Evaluate
                )
                .Code
        );
}
