using System.Text.RegularExpressions;
using Assessment.Engine.Explanation;
using Assessment.Engine.Payouts;
using Assessment.Engine.Results;

namespace Assessment.Engine.Properties;

/// <summary>The same for a payout line: to the fen.</summary>
internal sealed partial class PayoutRecount(Recount recount, EvaluationResult result)
{
    internal void Look(PayoutLine line)
    {
        var tree = result.ExplainPayout(line.Person);
        Assert.Equal(line.Amount?.Yuan, tree.Value as decimal?);
        foreach (var child in tree.Children.Where(child => child.Arithmetic.Length == 0))
        {
            recount.Look(child, line.Person);
        }

        if (line.Amount is not { } amount)
        {
            return;
        }

        if (Cell().Match(tree.Arithmetic) is { Success: true } cell)
        {
            Recount.Holds(WrittenArithmetic.Parsed(cell.Groups["yuan"].Value) == amount.Yuan, tree);
        }
        else if (Part().Match(tree.Arithmetic) is { Success: true } part)
        {
            LookAtPart(line, tree, part);
        }
        else
        {
            LookAtRounded(tree, tree, line.Person);
        }
    }

    /// <summary>Written = exact ≈ to the fen.</summary>
    private void LookAtRounded(ExplanationNode node, ExplanationNode tree, string person)
    {
        var sides = Recount.Relation().Split(Together().Replace(node.Arithmetic, ""));
        var calculated = recount.Calculated(tree, sides[0], person);
        Recount.Holds(
            calculated.Contains((decimal)node.Value!, exact => Recount.HalfUp(exact, 2)),
            node
        );
        Recount.Holds(WrittenArithmetic.Parsed(sides[^1]) == (decimal)node.Value!, node);
    }

    private void LookAtPart(PayoutLine line, ExplanationNode tree, Match part)
    {
        var fund = tree.Children.Single(child => child.Id == $"{line.Role}.fund");
        var share = tree.Children.Single(child => child.Id == $"{line.Role}.share");
        LookAtRounded(fund, tree, line.Person);
        var weight = recount.Calculated(
            tree,
            Recount.Relation().Split(Together().Replace(share.Arithmetic, ""))[0],
            line.Person
        );
        Recount.Holds(weight.Contains((decimal)share.Value!), share);

        var together = result
            .Payouts.Lines.Where(one => one.Area == line.Area && one.Role == line.Role)
            .Sum(one =>
                (decimal)
                    result
                        .ExplainPayout(one.Person)
                        .Children.Single(child => child.Id == share.Id)
                        .Value!
            );
        var exact = recount.Calculated(
            tree,
            part.Groups["written"].Value,
            line.Person,
            [together, (decimal)share.Value!, (decimal)fund.Value!]
        );
        var more = part.Groups["more"].Success ? 0.01m : 0m;
        Recount.Holds(
            exact.Contains(
                line.Amount!.Value.Yuan,
                yuan => (Math.Floor(yuan * 100m) / 100m) + more
            ),
            tree
        );
        Recount.Holds(
            WrittenArithmetic.Parsed(part.Groups["yuan"].Value) == line.Amount!.Value.Yuan,
            tree
        );
    }

    [GeneratedRegex(@"→ (?<yuan>[\d.]+) 元$")]
    private static partial Regex Cell();

    [GeneratedRegex(
        @"^(?<written>.+) [=≈] (?<exact>[\d.]+)，去尾(?<more>后再加 0\.01)? = (?<yuan>[\d.]+)$"
    )]
    private static partial Regex Part();

    [GeneratedRegex(@"，\d+ 人共 [\d.]+$")]
    private static partial Regex Together();
}
