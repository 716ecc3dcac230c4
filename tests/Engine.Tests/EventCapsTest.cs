using Assessment.Engine.Evaluation;
using Assessment.Engine.Facts;
using Assessment.Engine.Language;

namespace Assessment.Engine.Tests;

/// <summary>How much of a cap is used already, place by place.</summary>
public sealed class EventCapsTest
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 3)]
    [InlineData(2, 3)]
    public void Cap_IsNeverExceeded(int honours, int counted)
    {
        var cap = Assert.Single(
            Of(
                "gaojing-2024",
                "honour",
                ofAreas: true,
                [.. Enumerable.Range(1, honours).Select(n => Event($"e{n}", "honour", "national"))]
            )
        );

        Assert.Equal((3m, counted), (cap.Most, cap.Counted));
    }

    [Fact]
    public void RulesThatAreCountedTogether_AreShownTogether()
    {
        var cap = Assert.Single(
            Of(
                "jiuting-2025",
                "archive",
                ofAreas: true,
                [Event("e1", "archive"), Event("e2", "archive"), Event("e3", "finance.budget")]
            )
        );

        // Counted once a year, and the other department's not with it.
        Assert.Equal("未按档案管理规定完成工作、违反保密规定", cap.Events);
        Assert.Equal(0.5m, cap.Counted);
    }

    [Fact]
    public void ItemWithoutACap_LosesNoMoreThanItsPoints()
    {
        var cap = Assert.Single(
            Of(
                "secretary-three-reviews",
                "absence",
                ofAreas: false,
                [.. Enumerable.Range(1, 20).Select(n => Event($"e{n}", "absence"))]
            )
        );

        Assert.Equal(cap.Most, cap.Counted);
    }

    [Fact]
    public void PlaceWithoutALimit_SaysNone() =>
        Assert.All(
            Of("jingan-guidance", "media", ofAreas: true, [Event("e1", "media", "national")]),
            cap => Assert.Equal((null, 3m), (cap.Most, cap.Counted))
        );

    [Fact]
    public void Veto_HasNoPlace() =>
        Assert.Empty(Of("secretary-three-papers", "veto", ofAreas: false, []));

    private static IReadOnlyList<EventCap> Of(
        string scheme,
        string rule,
        bool ofAreas,
        IReadOnlyList<AssessmentEvent> counted
    ) => EventCaps.Of(SchemeFolder.Read(scheme), rule, ofAreas, counted);

    private static AssessmentEvent Event(string id, string rule, string? level = null) =>
        new(id, "x", rule) { Level = level };
}
