using Assessment.Contracts;
using Assessment.Scoring.Cycles;
using Xunit;

namespace Assessment.Scoring.Tests;

/// <summary>What a cycle gathers is one list, and says of each item which service reports it.</summary>
public sealed class CyclePlanTest
{
    [Theory]
    [InlineData("gaojing-2024", "satisfaction", "survey")]
    [InlineData("gaojing-2024", "satisfaction.households", "survey")]
    [InlineData("gaojing-2024", "hotline.disposal", "hotline")]
    [InlineData("gaojing-2024", "tickets", "hotline")]
    [InlineData("gaojing-2024", "visits.false", null)]
    [InlineData("gaojing-2024", "R1.1", null)]
    [InlineData("jingan-guidance", "masses", "panel")]
    public void Item_HasTheServiceThatReportsIt(string scheme, string item, string? service) =>
        Assert.Equal(service, PlanOf(scheme).CollectorOf(item)?.Name);

    [Fact]
    public void Plan_HasAllThatTheSchemeAsks()
    {
        var jiuting = PlanOf("jiuting-2025");
        var danan = PlanOf("danan-2017");

        Assert.Equal([Collector.Survey], jiuting.Collectors);
        Assert.Equal(["M1.interviews"], jiuting.Registers.Select(register => register.Item));
        // The leads' scores make the value, the others' are recorded.
        Assert.Equal(
            ["社工办 True", "社区事务受理服务中心 False", "社发办 True"],
            jiuting
                .Lines[0]
                .Departments.Take(3)
                .Select(department => $"{department.Name} {department.Counts}")
        );
        Assert.Empty(danan.Collectors);
        Assert.Equal(
            ["projects", "leaders", "satisfaction", "review.community", "review.street"],
            danan.Panels.Take(5).Select(panel => panel.Id)
        );
        Assert.Equal(["class1"], danan.Panels[3].Subjects);
        Assert.True(danan.Panels[3].PerArea);
        Assert.False(danan.Panels[4].PerArea);
        Assert.Equal(11, danan.Lines.Count);
    }

    private static CollectionPlan PlanOf(string scheme)
    {
        var read = CaseFiles.Scheme(scheme);
        return CyclePlan.Of(read, read.Year);
    }
}
