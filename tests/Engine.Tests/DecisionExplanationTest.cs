using Assessment.Engine.Comparing;
using Assessment.Engine.Decisions;
using Assessment.Engine.Evaluation;
using Assessment.Engine.Explanation;
using Assessment.Engine.Facts;
using Assessment.Engine.Language;
using Assessment.Engine.Nearest;
using Assessment.Engine.Payouts;
using Assessment.Engine.Results;

namespace Assessment.Engine.Tests;

/// <summary>What explanations, comparisons and the search for the nearest change say of decisions.</summary>
public sealed class DecisionExplanationTest
{
    private const string Reason = "公示期间反映的问题查实";
    private static readonly Scheme Jingan = SchemeFolder.Read("jingan-guidance");
    private static readonly FactSet Facts = SchemeFolder.Facts("jingan-guidance", "7") with
    {
        Decisions = [],
    };
    private static readonly Decision Worst = new("ja11", "较差", Reason: Reason);
    private static readonly FactSet Decided = Facts with { Decisions = [Worst] };
    private static readonly EvaluationResult Result = Evaluator.Evaluate(Jingan, Decided);

    private static ExplanationNode Child(ExplanationNode node, string id) =>
        node.Children.Single(child => child.Id == id);

    [Fact]
    public void Decision_IsExplainedByProposalDecisionAndReason()
    {
        var explanation = Result.Explain("ja11");
        var node = Child(explanation, "decision");

        Assert.Equal("较差", node.Value);
        Assert.Equal($"拟定等次 优秀 → 决定等次 较差；理由：{Reason}", node.Arithmetic);
        Assert.EndsWith("，较差（拟定优秀）", explanation.Arithmetic, StringComparison.Ordinal);
    }

    [Fact]
    public void Decision_IsExplainedByWhatChangesBecauseOfIt()
    {
        var changes = Child(Result.Explain("ja11"), "decision").Children;

        // Whoever is in the area and paid by its grade, and nobody else.
        Assert.All(
            changes,
            change => Assert.StartsWith("decision.ja11p", change.Id, StringComparison.Ordinal)
        );
        var head = changes.Single(change => change.Id == "decision.ja11p0");
        Assert.Equal(Facts.Staff.Single(person => person.Id == "ja11p0").Name, head.Title);
        Assert.Equal("等次、发放金额", head.Value);
        Assert.Equal("等次按 六（二） 变化，发放金额按 七（一）1 变化", head.Arithmetic);
    }

    /// <summary>Whoever may read an area's explanation may not see what its people are paid.</summary>
    [Theory]
    [InlineData("jingan-guidance", "7", "ja10")]
    [InlineData("jingan-guidance", "8", "ja08")]
    [InlineData("danan-2017", "7", "dn5")]
    [InlineData("gaojing-2024", "8", "gj28")]
    public void DecisionOnAnArea_TellsNobodysAmountOrGrade(
        string scheme,
        string number,
        string area
    )
    {
        var result = Evaluator.Evaluate(
            SchemeFolder.Read(scheme),
            SchemeFolder.Facts(scheme, number)
        );

        var node = Child(result.Explain(area), "decision");

        Assert.NotEmpty(node.Children);
        var shown = string.Concat(
            node.Children.Select(change => $"{change.Value}{change.Rule}{change.Arithmetic}")
        );
        Assert.DoesNotContain("元", shown, StringComparison.Ordinal);
        foreach (var amount in result.Payouts.Lines.Select(line => line.Amount).OfType<Money>())
        {
            Assert.DoesNotContain($"{amount.Yuan:0.##}", shown, StringComparison.Ordinal);
        }

        foreach (var grade in result.Staff.Select(person => person.Grade).OfType<string>())
        {
            Assert.DoesNotContain(grade, shown, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void DecisionThatChangesNobodyElse_SaysSo() =>
        Assert.EndsWith(
            "；没有人的等次、标记、发放金额因此变化",
            Child(
                Evaluator
                    .Evaluate(
                        Jingan,
                        Facts with
                        {
                            Decisions = [new("ja11", "优秀", Reason: Reason)],
                        }
                    )
                    .Explain("ja11"),
                "decision"
            ).Arithmetic,
            StringComparison.Ordinal
        );

    [Fact]
    public void StaffOfADecidedArea_IsShownTheDecision()
    {
        var node = Child(Result.Explain("ja11p0"), "areaDecision");

        Assert.Equal($"拟定等次 优秀 → 决定等次 较差；理由：{Reason}", node.Arithmetic);
        Assert.DoesNotContain(
            Result.Explain("ja10p0").Children,
            child => child.Id is "decision" or "areaDecision"
        );
    }

    [Fact]
    public void GradeStep_ExplainsTheProposal_WhateverWasDecided()
    {
        var proposed = Evaluator.Evaluate(Jingan, Facts);

        foreach (var area in proposed.Areas)
        {
            var (before, after) = (
                Child(proposed.Explain(area.Id), "grade"),
                Child(Result.Explain(area.Id), "grade")
            );
            Assert.Equal(
                (before.Value, before.Arithmetic, Places(before)),
                (after.Value, after.Arithmetic, Places(after))
            );
        }
        // A head of another area: the places of the township are counted as they were proposed.
        Assert.Equal(
            Places(Child(proposed.Explain("ja18p0"), "grade")),
            Places(Child(Result.Explain("ja18p0"), "grade"))
        );

        static string Places(ExplanationNode grade) => grade.Children[0].Arithmetic;
    }

    [Fact]
    public void TierStep_ExplainsTheProposal()
    {
        var facts = SchemeFolder.Facts("danan-2017", "7");
        var result = Evaluator.Evaluate(SchemeFolder.Read("danan-2017"), facts);

        Assert.Equal("第一等次", Child(result.Explain("dn5"), "tier").Value);
        Assert.Equal(
            "拟定档次 第一等次 → 决定档次 第二等次；理由：安全责任事故",
            Child(result.Explain("dn5"), "decision").Arithmetic
        );
    }

    [Fact]
    public void Comparison_NamesTheDecisionAsTheCause()
    {
        var comparison = ResultComparer.CompareFacts(Jingan, Facts, Decided);

        var step = new ComparisonStep(
            $"{Name("ja11")}决定为较差",
            null,
            ComparisonStepKind.Decisions
        );
        Assert.Equal([step], comparison.Steps);
        Assert.All(
            comparison.Subjects.Where(subject => subject.IsMoved),
            subject => Assert.Equal([step], subject.Parts.Single().Steps)
        );
        Assert.Contains(comparison.Subjects, subject => subject is { Id: "ja11p0", IsMoved: true });
    }

    [Fact]
    public void Comparison_NamesADecisionThatIsTakenBack() =>
        Assert.Equal(
            $"撤销对{Name("ja11")}的决定",
            ResultComparer.CompareFacts(Jingan, Decided, Facts).Steps.Single().Title
        );

    [Fact]
    public void Comparison_TellsADecisionFromWhatTheFactsMove()
    {
        var total = Result.Areas.Single(area => area.Id == "ja11").Total;
        var fact = Facts.Facts.First(one => one.Subject == "ja11" && one.Item == "S1");
        var changed = Decided with
        {
            Facts =
            [
                .. Facts.Facts.Where(one => one != fact),
                fact with
                {
                    Value = fact.Value.Number - 1,
                },
            ],
        };

        var parts = ResultComparer
            .CompareFacts(Jingan, Facts, changed)
            .Subjects.Single(subject => subject.Id == "ja11")
            .Parts;

        Assert.Equal(
            [ComparisonStepKind.Facts, ComparisonStepKind.Decisions],
            parts.Select(part => part.Steps.Single().Kind)
        );
        Assert.NotEqual(total, parts[0].After!.Total);
        Assert.Equal(("优秀", "较差"), (parts[0].After!.Grade, parts[1].After!.Grade));
    }

    [Fact]
    public void NearestChange_IsNoneOfADecidedGrade()
    {
        Assert.Contains(
            NearestFinder.Find(Jingan, Facts, "ja11"),
            change => change.Aim == NearestAim.Grade
        );
        var changes = NearestFinder.Find(Jingan, Decided, "ja11");
        Assert.DoesNotContain(changes, change => change.Aim == NearestAim.Grade);
        Assert.Contains(changes, change => change.Aim == NearestAim.Rank);
    }

    private static string Name(string area) => Facts.Areas.Single(one => one.Id == area).Name;
}
