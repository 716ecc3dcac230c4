using Assessment.Engine.Decisions;
using Assessment.Engine.Evaluation;
using Assessment.Engine.Facts;
using Assessment.Engine.Numbers;
using Assessment.Engine.Payouts;
using Assessment.Engine.Results;

namespace Assessment.Engine.Tests;

/// <summary>What the committee gives in the place of a proposal, and what follows from it.</summary>
public sealed class DecisionsTest
{
    private const string Reason = "公示期间反映的问题查实";

    private static EvaluationResult Proposed(string scheme, string number) =>
        Evaluator.Evaluate(
            SchemeFolder.Read(scheme),
            SchemeFolder.Facts(scheme, number) with
            {
                Decisions = [],
            }
        );

    private static EvaluationResult Decide(
        EvaluationResult proposed,
        params Decision[] decisions
    ) => Evaluator.Evaluate(proposed.Scheme, proposed.Facts with { Decisions = decisions });

    private static string[] StaffOf(EvaluationResult result, string area) =>
        [.. result.Facts.Staff.Where(one => one.Area == area).Select(one => one.Id)];

    private static Money? Amount(EvaluationResult result, string person) =>
        result.Payouts.Lines.Single(line => line.Person == person).Amount;

    private static StaffResult Person(EvaluationResult result, string id) =>
        result.Staff.Single(one => one.Id == id);

    [Fact]
    public void AreaDecidedOtherwise_KeepsItsProposalTotalAndRank()
    {
        var proposed = Proposed("jingan-guidance", "7");

        var result = Decide(proposed, new Decision("ja11", "一般", Reason: Reason));

        var (before, after) = (
            proposed.Areas.Single(one => one.Id == "ja11"),
            result.Areas.Single(one => one.Id == "ja11")
        );
        Assert.Equal(("优秀", "一般"), (after.ProposedGrade, after.Grade));
        Assert.Equal((before.Total, before.Rank), (after.Total, after.Rank));
    }

    /// <summary>Gaojing has grades and tiers, and one of them was decided.</summary>
    [Fact]
    public void ProposalIsKept_OfWhatWasDecidedOnly()
    {
        var proposed = Proposed("gaojing-2024", "8");

        var tier = Decide(proposed, new Decision("gj01", Tier: "B", Reason: Reason));
        var grade = Decide(proposed, new Decision("gj01", "合格", Reason: Reason));

        var before = proposed.Areas.Single(one => one.Id == "gj01");
        var (byTier, byGrade) = (
            tier.Areas.Single(one => one.Id == "gj01"),
            grade.Areas.Single(one => one.Id == "gj01")
        );
        Assert.Equal((null, before.Tier), (byTier.ProposedGrade, byTier.ProposedTier));
        Assert.Equal((before.Grade, null), (byGrade.ProposedGrade, byGrade.ProposedTier));
    }

    [Fact]
    public void PlaceThatBecomesFree_IsNotRefilled()
    {
        var proposed = Proposed("jingan-guidance", "7");

        var result = Decide(proposed, new Decision("ja11", "一般", Reason: Reason));

        Assert.Equal(
            proposed.Areas.Where(area => area.Id != "ja11").Select(area => area.Grade),
            result.Areas.Where(area => area.Id != "ja11").Select(area => area.Grade)
        );
    }

    [Fact]
    public void StaffOfAnAreaDecidedWorst_HasNoBestGradeAndIsPaidByTheDecidedFactor()
    {
        var proposed = Proposed("jingan-guidance", "7");

        var result = Decide(proposed, new Decision("ja11", "较差", Reason: Reason));

        var people = StaffOf(result, "ja11");
        Assert.Contains(people, id => Person(proposed, id).Grade == "优秀");
        Assert.DoesNotContain(people, id => Person(result, id).Grade == "优秀");
        var paid = people.First(id => Person(proposed, id).Grade == "合格");
        var pay = result.Facts.Staff.Single(one => one.Id == paid).Base!.Value;
        Assert.Equal(Money.RoundedToFen((Rational)pay * 0.9m), Amount(result, paid));
    }

    [Fact]
    public void HeadsOfOtherAreas_KeepTheirGradesWhenAPlaceOfTheTownshipBecomesFree()
    {
        var proposed = Proposed("jingan-guidance", "7");

        var result = Decide(proposed, new Decision("ja11", "较差", Reason: Reason));

        // Both heads of the area had a place.
        Assert.Equal("优秀", Person(proposed, "ja11p0").Grade);
        Assert.Equal("合格", Person(result, "ja11p0").Grade);
        var own = StaffOf(result, "ja11");
        Assert.Equal(
            proposed.Staff.Where(one => !own.Contains(one.Id)).Select(one => (one.Id, one.Grade)),
            result.Staff.Where(one => !own.Contains(one.Id)).Select(one => (one.Id, one.Grade))
        );
    }

    [Fact]
    public void HeadsOfAnotherDecidedArea_AreNotMovedByTheFirstDecisionEither()
    {
        var proposed = Proposed("jingan-guidance", "7");
        var (worst, other) = (
            new Decision("ja11", "较差", Reason: Reason),
            new Decision("ja18", "良好", Reason: Reason)
        );

        var result = Decide(proposed, worst, other);

        // The next in rank behind those who had a place.
        Assert.Equal(6, Person(result, "ja18p0").Rank);
        Assert.Equal("合格", Person(Decide(proposed, other), "ja18p0").Grade);
        Assert.Equal("合格", Person(result, "ja18p0").Grade);
    }

    [Fact]
    public void StaffOfAnAreaDecidedBest_HasOnePlaceMore()
    {
        var proposed = Proposed("jingan-guidance", "7");

        var result = Decide(proposed, new Decision("ja10", "优秀", Reason: Reason));

        Assert.Equal(
            ("合格", "优秀"),
            (Person(proposed, "ja10p6").Grade, Person(result, "ja10p6").Grade)
        );
    }

    [Fact]
    public void PersonDecidedOtherwise_IsPaidByTheDecidedGrade()
    {
        var proposed = Proposed("jingan-guidance", "7");

        var result = Decide(proposed, new Decision("ja09p8", "不合格", Reason: Reason));

        Assert.Equal(
            ("合格", "不合格"),
            (Person(result, "ja09p8").ProposedGrade, Person(result, "ja09p8").Grade)
        );
        Assert.Equal(Money.Zero, Amount(result, "ja09p8"));
    }

    [Fact]
    public void DecidedTier_MovesAmountsOfThatCommunityAlone()
    {
        var proposed = Proposed("danan-2017", "7");

        var result = Decide(proposed, new Decision("dn5", Tier: "第三等次", Reason: Reason));

        var own = StaffOf(result, "dn5");
        Assert.All(
            result.Payouts.Lines.Where(line => line.Amount is not null),
            line =>
            {
                var before = Amount(proposed, line.Person);
                if (!own.Contains(line.Person))
                {
                    Assert.Equal(before, line.Amount);
                }
                else
                {
                    Assert.True(line.Amount <= before);
                }
            }
        );
        Assert.Contains(own, id => Amount(result, id) < Amount(proposed, id));
    }

    [Fact]
    public void DecidedGradeOfASecretary_SetsTheFlagsAndLeavesTheBand()
    {
        var proposed = Proposed("secretary-three-papers", "8");

        var result = Decide(proposed, new Decision("sc10p0", "不合格", Reason: Reason));

        Assert.Empty(Person(proposed, "sc10p0").Flags);
        Assert.Equal(["demoteOrTransfer"], Person(result, "sc10p0").Flags);
        Assert.Equal(Person(proposed, "sc10p0").Band, Person(result, "sc10p0").Band);
        Assert.Equal(Amount(proposed, "sc10p0"), Amount(result, "sc10p0"));
    }

    [Fact]
    public void Digest_CoversDecisionsAndTheirReasonsAndNotTheirOrder()
    {
        var proposed = Proposed("jingan-guidance", "7");
        var confirmed = new Decision("ja11", "优秀", Reason: Reason);
        var other = new Decision("ja10", "优秀", Reason: Reason);

        var digest = Decide(proposed, confirmed, other).Digest;

        Assert.Equal(digest, Decide(proposed, other, confirmed).Digest);
        Assert.NotEqual(digest, Decide(proposed, confirmed).Digest);
        Assert.NotEqual(proposed.Digest, Decide(proposed, confirmed).Digest);
        Assert.NotEqual(
            digest,
            Decide(proposed, confirmed with { Reason = "另有理由" }, other).Digest
        );
    }

    [Fact]
    public void FactsWithDecisions_AreWrittenAndReadAgain()
    {
        var facts = SchemeFolder.Facts("jingan-guidance", "7");

        Assert.Equal(facts.Decisions, FactSetJson.Read(FactSetJson.Write(facts)).Decisions);
        Assert.DoesNotContain(
            "decisions",
            FactSetJson.Write(facts with { Decisions = [] }),
            StringComparison.Ordinal
        );
    }
}
