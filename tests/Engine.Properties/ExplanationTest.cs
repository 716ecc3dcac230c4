using Assessment.Engine.Explanation;
using Assessment.Engine.Results;

namespace Assessment.Engine.Properties;

/// <summary>An explanation explains: whoever calculates it again from its own numbers comes to the same result.</summary>
public sealed class ExplanationTest
{
    public static TheoryData<string> EachScheme => Schemes.All();

    [Theory]
    [MemberData(nameof(EachScheme))]
    public void Explanation_CalculatedAgainFromItsLeaves_GivesTheTotal(string scheme) =>
        Property.Holds(
            scheme,
            township =>
            {
                var result = township.Evaluate();
                var recount = new Recount(township, result);
                foreach (var area in result.Areas)
                {
                    Look(recount, result, area.Id, area.Total, area.Rank, area.Items);
                }

                foreach (var person in result.Staff)
                {
                    Look(recount, result, person.Id, person.Total, person.Rank, person.Items);
                }

                foreach (var area in result.Areas)
                {
                    Assert.Equal(area.Progress, Value(result.Explain(area.Id), "progress"));
                    Assert.Equal(area.Bonus, Value(result.Explain(area.Id), "bonus"));
                    Assert.Equal(area.Deduction, Value(result.Explain(area.Id), "deduction"));
                }
            }
        );

    [Theory]
    [MemberData(nameof(EachScheme))]
    public void PayoutExplanation_CalculatedAgain_GivesTheAmountToTheFen(string scheme) =>
        Property.Holds(
            scheme,
            township =>
            {
                var result = township.Evaluate();
                var recount = new Recount(township, result);
                foreach (var line in result.Payouts.Lines)
                {
                    var tree = result.ExplainPayout(line.Person);
                    Assert.Equal(line.Amount?.Yuan, tree.Value as decimal?);
                    recount.Look(tree, line.Person);
                }
            }
        );

    /// <summary>Also of those without a total, and where almost nothing is known.</summary>
    [Theory]
    [MemberData(nameof(EachScheme))]
    public void EverySubject_IsExplained(string scheme) =>
        Property.Holds(
            scheme,
            township =>
            {
                var random = township.Random();
                var keep = random.Pick(0d, 0.5d, 0.9d);
                var result = (
                    township with
                    {
                        Facts = township.Facts with
                        {
                            Facts = [.. township.Facts.Facts.Where(_ => random.Chance(keep))],
                        },
                    }
                ).Evaluate();

                Assert.All(
                    Everything.Explanations(result).SelectMany(one => one.Tree.All()),
                    node =>
                    {
                        Assert.NotEqual("", node.Title);
                        // Only a parameter needs no words, and what is fulfilled by itself.
                        Assert.NotEqual("", node.Rule);
                        if (node.Value is null)
                        {
                            Assert.NotEqual("", node.Arithmetic);
                        }
                    }
                );
            }
        );

    private static void Look(
        Recount recount,
        EvaluationResult result,
        string subject,
        decimal? total,
        int? rank,
        IReadOnlyDictionary<string, decimal?> items
    )
    {
        var tree = result.Explain(subject);
        Assert.Equal(total, tree.Value as decimal?);
        // An item may be called rank as well.
        Assert.Equal(
            (decimal?)rank,
            tree.Children.FirstOrDefault(child => child.Id == "rank")?.Value as decimal?
        );
        // Who is not assessed has no total; what it would have been is explained all the same.
        if (tree.Children.All(child => child.Id != "aside"))
        {
            Assert.Equal(total, Value(tree, "total"));
        }

        foreach (var (item, value) in items)
        {
            Assert.Equal(value, Value(tree, item));
        }

        foreach (var child in tree.Children)
        {
            if (
                child.Id is "total" or "progress"
                || (child.Id.Contains('.') && child.Value is decimal)
            )
            {
                recount.Look(child, subject);
            }
        }
    }

    private static decimal? Value(ExplanationNode tree, string id) =>
        tree.All().FirstOrDefault(node => node.Id == id)?.Value as decimal?;
}
