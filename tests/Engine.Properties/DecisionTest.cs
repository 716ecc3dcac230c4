using System.Text.Json.Nodes;
using Assessment.Engine.Decisions;
using Assessment.Engine.Evaluation;
using Assessment.Engine.Results;

namespace Assessment.Engine.Properties;

/// <summary>A decision changes nobody but the decided and what depends on them: the staff of a decided area.</summary>
public sealed class DecisionTest
{
    public static TheoryData<string> EachScheme => Schemes.All();

    [Theory]
    [MemberData(nameof(EachScheme))]
    public void Decision_ChangesNobodyButTheDecidedAndWhatDependsOnThem(string scheme) =>
        Property.Holds(
            scheme,
            township =>
            {
                var result = township.Evaluate();
                foreach (var decision in DecisionDraw.OneOfEachProposal(result, township.Random()))
                {
                    result = AssertMovesOnly(result, decision);
                }
            }
        );

    [Theory]
    [MemberData(nameof(EachScheme))]
    public void DecisionsThatConfirmEveryProposal_ChangeNothingAndExceedNoQuota(string scheme) =>
        Property.Holds(
            scheme,
            township =>
            {
                var proposed = township.Evaluate();

                var decided = Decide(proposed, [.. DecisionDraw.Confirming(proposed)]);

                Assert.Empty(decided.QuotaOverruns);
                Assert.Equal(
                    ResultJson.Write(proposed),
                    WithoutProposals(ResultJson.Write(decided))
                );
            }
        );

    private static EvaluationResult Decide(
        EvaluationResult proposed,
        params Decision[] decisions
    ) => Evaluator.Evaluate(proposed.Scheme, proposed.Facts with { Decisions = decisions });

    /// <returns>What was decided so far, with the decision.</returns>
    private static EvaluationResult AssertMovesOnly(EvaluationResult proposed, Decision decision)
    {
        var decided = Decide(proposed, [.. proposed.Facts.Decisions, decision]);
        AssertDecided(proposed, decided, decision);
        AssertKeepTheirPlaces(proposed, decided);
        var dependent = proposed
            .Facts.Staff.Where(one => one.Area == decision.Subject)
            .Select(one => one.Id)
            .Append(decision.Subject)
            .ToHashSet(StringComparer.Ordinal);
        var (before, after) = (Parse(proposed), Parse(decided));
        AssertSame("areas", "id");
        AssertSame("staff", "id");
        AssertSame("payouts", "person");
        Assert.Equal(before["findings"]!.ToJsonString(), after["findings"]!.ToJsonString());
        return decided;

        // Of everybody else not a letter of the results is another one.
        void AssertSame(string list, string id)
        {
            foreach (var (one, other) in before[list]!.AsArray().Zip(after[list]!.AsArray()))
            {
                if (!dependent.Contains((string)one![id]!))
                {
                    Assert.Equal(one.ToJsonString(), other!.ToJsonString());
                }
            }
        }
    }

    private static void AssertDecided(
        EvaluationResult proposed,
        EvaluationResult decided,
        Decision decision
    )
    {
        var (before, after) = (Places(proposed), Places(decided));
        var (grade, tier, _, _) = before[decision.Subject];
        Assert.Equal(
            (
                decision.Grade ?? grade,
                decision.Tier ?? tier,
                decision.Grade is null ? null : grade,
                decision.Tier is null ? null : tier
            ),
            after[decision.Subject]
        );
    }

    private static Dictionary<string, (string?, string?, string?, string?)> Places(
        EvaluationResult result
    ) =>
        result
            .Areas.Select(one =>
                (one.Id, (one.Grade, one.Tier, one.ProposedGrade, one.ProposedTier))
            )
            .Concat(
                result.Staff.Select(one =>
                    (one.Id, (one.Grade, (string?)null, one.ProposedGrade, (string?)null))
                )
            )
            .ToDictionary(one => one.Id, one => one.Item2, StringComparer.Ordinal);

    /// <summary>Totals, ranks, bands and items are nobody's to decide.</summary>
    private static void AssertKeepTheirPlaces(EvaluationResult proposed, EvaluationResult decided)
    {
        foreach (var (before, after) in proposed.Areas.Zip(decided.Areas))
        {
            Assert.Equal((before.Total, before.Rank), (after.Total, after.Rank));
        }

        foreach (var (before, after) in proposed.Staff.Zip(decided.Staff))
        {
            Assert.Equal(
                (before.Total, before.Rank, before.Band),
                (after.Total, after.Rank, after.Band)
            );
        }
    }

    private static JsonNode Parse(EvaluationResult result) =>
        JsonNode.Parse(ResultJson.Write(result))!;

    private static string WithoutProposals(string json) =>
        string.Join(
            '\n',
            json.Split('\n').Where(line => !line.Contains("\"proposed", StringComparison.Ordinal))
        );
}
