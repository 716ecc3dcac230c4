using Assessment.Engine.Decisions;
using Assessment.Engine.Evaluation;
using Assessment.Engine.Facts;

namespace Assessment.Engine.Tests;

public sealed class DecisionsRefusedTest
{
    private const string Reason = "公示期间反映的问题查实";

    private static IReadOnlyList<FactProblem> Problems(
        string scheme,
        params Decision[] decisions
    ) =>
        Assert
            .Throws<FactSetException>(() =>
                Evaluator.Evaluate(
                    SchemeFolder.Read(scheme),
                    SchemeFolder.Facts(scheme, "8") with
                    {
                        Decisions = decisions,
                    }
                )
            )
            .Problems;

    private static (string Code, string Message) Problem(string scheme, Decision decision)
    {
        var problem = Assert.Single(Problems(scheme, decision));
        Assert.Equal(decision.Subject, problem.Subject);
        return (problem.Code, problem.Message);
    }

    public static TheoryData<string, Decision, string, string> Refused() =>
        new()
        {
            {
                "jingan-guidance",
                new("ja99", "优秀", Reason: Reason),
                "decision-subject-unknown",
                "对“ja99”的决定无从执行：名单里没有“ja99”；最接近的有：ja09、ja19、ja01"
            },
            {
                "jingan-guidance",
                new("ja08", "优", Reason: Reason),
                "decision-grade-unknown",
                "对“ja08”的决定写的等次“优”不在方案里；最接近的有：优秀、一般、良好"
            },
            {
                // A grade of staff is none of areas.
                "jingan-guidance",
                new("ja08", "合格", Reason: Reason),
                "decision-grade-unknown",
                "对“ja08”的决定写的等次“合格”不在方案里；最接近的有：一般、优秀、良好"
            },
            {
                "gaojing-2024",
                new("gj01", Tier: "C", Reason: Reason),
                "decision-tier-unknown",
                "对“gj01”的决定写的档次“C”不在方案里；最接近的有：A、B"
            },
            {
                "jingan-guidance",
                new("ja08", Tier: "第一等次", Reason: Reason),
                "decision-tier-unknown",
                "对“ja08”不能决定档次：方案没有给这类对象设档次"
            },
            {
                // A tier of areas is none of people.
                "gaojing-2024",
                new("gj01p0", Tier: "A", Reason: Reason),
                "decision-tier-unknown",
                "对“gj01p0”不能决定档次：方案没有给这类对象设档次"
            },
            {
                "danan-2017",
                new("dn1p0", "优秀", Reason: Reason),
                "decision-grade-unknown",
                "对“dn1p0”不能决定等次：方案没有给这类对象设等次"
            },
            {
                "jingan-guidance",
                new("ja08", "不参加考核", Reason: Reason),
                "decision-grade-unknown",
                "对“ja08”的决定写的等次“不参加考核”不在方案里；最接近的有：一般、优秀、良好"
            },
            {
                "jingan-guidance",
                new("ja08p2", "合格", Reason: Reason),
                "decision-without-proposal",
                "对“ja08p2”不能另作决定：属于“不参加本年度考核”，没有拟定的等次"
            },
            {
                "jingan-guidance",
                new("ja09p0", "合格", Reason: Reason),
                "decision-without-proposal",
                "对“ja09p0”不能另作决定：属于“公务员、事业编制人员”，没有拟定的等次"
            },
            {
                "jingan-guidance",
                new("ja01p0", "合格", Reason: Reason),
                "decision-without-proposal",
                "对“ja01p0”不能另作决定：没有总分，没有拟定的等次"
            },
            {
                // Whose tier is none because the rank is too low.
                "gaojing-2024",
                new("gj29", Tier: "B", Reason: Reason),
                "decision-without-proposal",
                "对“gj29”不能另作决定：没有拟定的档次"
            },
            {
                "jingan-guidance",
                new("ja08", Reason: Reason),
                "decision-empty",
                "对“ja08”的决定没有写明等次或档次"
            },
            {
                "gaojing-2024",
                new("gj01", "优秀", "A", Reason),
                "decision-grade-and-tier",
                "对“gj01”的决定同时写了等次和档次，只能写其中一项"
            },
            {
                "jingan-guidance",
                new("ja08", "优秀", Reason: " "),
                "decision-without-reason",
                "对“ja08”的决定没有写明理由"
            },
            {
                "jingan-guidance",
                new("ja08", "优秀"),
                "decision-without-reason",
                "对“ja08”的决定没有写明理由"
            },
        };

    [Theory]
    [MemberData(nameof(Refused), DisableDiscoveryEnumeration = true)]
    public void DecisionThatCannotBeTaken_IsRefused(
        string scheme,
        Decision decision,
        string code,
        string message
    ) => Assert.Equal((code, message), Problem(scheme, decision));

    [Fact]
    public void SecondDecisionOnASubject_IsRefused() =>
        Assert.Equal(
            [("decision-twice", "对“ja08”有不止一项决定，一个对象只能有一项")],
            Problems(
                    "jingan-guidance",
                    new("ja08", "优秀", Reason: Reason),
                    new("ja08", "一般", Reason: Reason)
                )
                .Select(problem => (problem.Code, problem.Message))
        );

    [Fact]
    public void WhoIsNotAssessed_CannotBeDecided() =>
        Assert.Equal(
            [
                ("decision-grade-unknown", "sc01"),
                ("decision-tier-unknown", "sc02"),
                ("decision-grade-unknown", "gj01p0"),
            ],
            Problems(
                    "secretary-three-papers",
                    new("sc01", "优秀", Reason: Reason),
                    new("sc02", Tier: "A", Reason: Reason)
                )
                .Concat(Problems("gaojing-2024", new Decision("gj01p0", "优秀", Reason: Reason)))
                .Select(problem => (problem.Code, problem.Subject))
        );

    [Fact]
    public void EveryProblem_IsListedAtOnceWithThoseOfTheFacts()
    {
        var scheme = SchemeFolder.Read("jingan-guidance");
        var facts = SchemeFolder.Facts("jingan-guidance", "8");

        var refusal = Assert.Throws<FactSetException>(() =>
            Evaluator.Evaluate(
                scheme,
                facts with
                {
                    Facts = [.. facts.Facts, new("ja08", "S9", 1m)],
                    Decisions =
                    [
                        new("ja99", "优秀", Reason: Reason),
                        new("ja08"),
                        new("ja08", "优", Reason: Reason),
                    ],
                }
            )
        );

        Assert.Equal(
            [
                "fact-unknown",
                "decision-subject-unknown",
                "decision-without-reason",
                "decision-empty",
                "decision-twice",
                "decision-grade-unknown",
            ],
            refusal.Problems.Select(problem => problem.Code)
        );
    }

    [Fact]
    public void EveryDecisionWithoutAProposal_IsListed() =>
        Assert.Equal(
            ["ja01p0", "ja08p2", "ja09p0"],
            Problems(
                    "jingan-guidance",
                    new("ja09p0", "合格", Reason: Reason),
                    new("ja08p2", "合格", Reason: Reason),
                    new("ja01p0", "合格", Reason: Reason)
                )
                .Select(problem => problem.Subject)
                .Order(StringComparer.Ordinal)
        );

    [Theory]
    [InlineData("""{"subject": "ja08", "grade": "优秀", "raeson": "x"}""", "raeson")]
    [InlineData("""{"grade": "优秀", "reason": "x"}""", "subject")]
    public void DecisionThatIsMisspelt_IsNoFactsFile(string decision, string field)
    {
        var json =
            $$"""{"scheme": "s", "year": 2025, "areas": [], "staff": [], "facts": [], "events": [], "decisions": [{{decision}}]}""";

        var refusal = Assert.Throws<FactSetException>(() => FactSetJson.Read(json));

        Assert.Equal("facts-unreadable", refusal.Code);
        Assert.Contains(field, refusal.Message, StringComparison.Ordinal);
    }
}
