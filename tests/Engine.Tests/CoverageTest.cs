using Assessment.Engine.Evaluation;
using Assessment.Engine.Facts;

namespace Assessment.Engine.Tests;

public sealed class CoverageTest
{
    private static IEnumerable<string> Unmet(TownshipFacts facts) =>
        facts
            .Evaluate()
            .Findings.Where(finding => finding.Code == "coverage.unmet")
            .Select(finding => finding.Detail);

    [Theory]
    [InlineData(49, false)]
    [InlineData(50, true)]
    [InlineData(51, true)]
    public void Meeting_AroundFivePercentOfHouseholds_IsCoveredFromThatNumberOn(
        int households,
        bool covered
    )
    {
        var facts = new TownshipFacts(1).Set(
            "a01",
            "satisfaction",
            80,
            "meeting",
            count: households
        );

        Assert.Equal(covered, !Unmet(facts).Contains("meeting"));
    }

    [Theory]
    [InlineData(99, false)]
    [InlineData(100, true)]
    [InlineData(101, true)]
    public void MeetingOfALargeArea_AroundOneHundredHouseholds_IsCoveredFromThatNumberOn(
        int households,
        bool covered
    )
    {
        var facts = new TownshipFacts(1)
            .Set("a01", "satisfaction", 80, "meeting", count: households)
            .Build();
        var large = facts with { Areas = [facts.Areas[0] with { Households = 5000 }] };

        var result = Evaluator.Evaluate(SchemeFolder.Read("gaojing-2024"), large);

        Assert.Equal(covered, !result.Findings.Any(finding => finding.Detail == "meeting"));
    }

    [Theory]
    [InlineData(49, false)]
    [InlineData(50, true)]
    [InlineData(51, true)]
    public void ThirdParty_AroundFivePercentOfHouseholds_IsCoveredFromThatNumberOn(
        int households,
        bool covered
    )
    {
        var facts = new TownshipFacts(1).Set(
            "a01",
            "satisfaction",
            80,
            "thirdParty",
            count: households
        );

        Assert.Equal(covered, !Unmet(facts).Contains("thirdParty"));
    }

    [Theory]
    [InlineData("H1", 399, false)]
    [InlineData("H1", 400, true)]
    [InlineData("H1", 401, true)]
    [InlineData("H2", 399, false)]
    [InlineData("H2", 400, true)]
    [InlineData("H2", 401, true)]
    public void OnlineWave_AroundFortyPercentOfHouseholds_IsCoveredFromThatNumberOn(
        string wave,
        int households,
        bool covered
    )
    {
        var facts = new TownshipFacts(1).Set(
            "a01",
            "satisfaction",
            80,
            "online",
            wave,
            count: households
        );

        Assert.Equal(covered, !Unmet(facts).Contains($"online.{wave}"));
    }

    [Theory]
    [InlineData(4, false)]
    [InlineData(5, true)]
    [InlineData(6, true)]
    public void PartyMembers_AroundTenPercent_AreCoveredFromThatNumberOn(int members, bool covered)
    {
        var facts = new TownshipFacts(1).Set(
            "a01",
            "satisfaction.partyMembers",
            members,
            "meeting"
        );

        Assert.Equal(covered, !Unmet(facts).Contains("meeting.partyMembers"));
    }

    [Theory]
    [InlineData(499, false)]
    [InlineData(500, true)]
    [InlineData(501, true)]
    public void DistinctHouseholds_AroundHalfOfAll_AreCoveredFromThatNumberOn(
        int households,
        bool covered
    )
    {
        var facts = new TownshipFacts(1).Set("a01", "satisfaction.households", households);

        Assert.Equal(covered, !Unmet(facts).Contains("total"));
    }

    [Theory]
    [InlineData(299, false)]
    [InlineData(300, true)]
    [InlineData(301, true)]
    public void NoDistinctHouseholds_MeetingThirdPartyAndLargerWave_CountInstead(
        int largerWave,
        bool covered
    )
    {
        var facts = new TownshipFacts(1)
            .Set("a01", "satisfaction", 80, "online", "H1", count: 200)
            .Set("a01", "satisfaction", 80, "online", "H2", count: largerWave);

        Assert.Equal(covered, !Unmet(facts).Contains("total"));
    }

    [Fact]
    public void CoverageUnmet_SaysWhatWasThereAndWhatIsAsked()
    {
        var finding = new TownshipFacts(1)
            .Set("a01", "satisfaction", 80, "thirdParty", count: 12)
            .Evaluate()
            .Findings.Single();

        Assert.Equal(
            ("coverage.unmet", "a01", "thirdParty"),
            (finding.Code, finding.Subject, finding.Detail)
        );
        Assert.Contains("12", finding.Message, StringComparison.Ordinal);
        Assert.Contains("50", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void HouseholdsTogetherUnmet_AreExplainedDownToTheirCounts()
    {
        var facts = new TownshipFacts(1).Set("a01", "satisfaction.households", 499);

        var finding = ItemsTest.Node(facts.Evaluate().Explain("a01"), "coverage.unmet.total");

        Assert.Equal("499 < 50% × 1000 = 500", finding.Arithmetic);
        Assert.Equal(
            [("coverage.households", (object)499m), ("coverage.total", 50m)],
            finding.Children.Select(child => (child.Id, child.Value!))
        );
        Assert.Equal(499m, finding.Children[0].Facts[0].Value);
    }
}
