using Assessment.Engine.Explanation;
using Assessment.Engine.Facts;
using Assessment.Engine.Numbers;
using Assessment.Engine.Payouts;
using Assessment.Engine.Policies.Rules;
using Assessment.Engine.Results;
using FsCheck;
using FsCheck.Fluent;

namespace Assessment.Engine.Properties;

/// <summary>核定总额: what is divided is what there is, to the fen.</summary>
public sealed class PoolTest
{
    private const decimal Fen = 0.01m;

    public static TheoryData<string> EachScheme => Schemes.All();

    [Theory]
    [MemberData(nameof(EachScheme))]
    public void PartsOfAPool_AddUpToTheFund(string scheme) =>
        Property.Holds(
            scheme,
            township =>
            {
                var result = township.Evaluate();
                var pools = township.Written.Root.At("payout").At("pools").Elements();
                foreach (var pool in pools.Select(one => one.At("id").Text()))
                {
                    var areas = result
                        .Payouts.Lines.Where(line => line.Role == pool)
                        .GroupBy(line => line.Area, StringComparer.Ordinal);
                    foreach (var lines in areas)
                    {
                        Look(result, pool!, [.. lines]);
                    }
                }
            }
        );

    [Fact]
    public void FundDivided_AddsUp_EachWithinAFenOfTheExactPart() =>
        Property.Holds(
            Divisions(),
            division =>
            {
                var (fund, weights) = division;

                var divided = Divide(fund, weights);

                var total = decimal.Round(fund, 2, MidpointRounding.AwayFromZero);
                Assert.Equal(total, divided.Fund!.Value.Yuan);
                if (weights.Sum() == 0m)
                {
                    Assert.All(divided.Shares, share => Assert.Null(share.Amount));
                    return;
                }
                Assert.Equal(total, divided.Shares.Sum(share => share.Amount!.Value.Yuan));
                foreach (var share in divided.Shares)
                {
                    var amount = share.Amount!.Value.Yuan;
                    var exact = total * share.Weight!.Value / weights.Sum();
                    Assert.True(amount >= 0m);
                    Assert.Equal(decimal.Round(amount, 2), amount);
                    Assert.True(
                        Rational.Max(amount - exact, exact - amount) < Fen,
                        $"{amount} for {exact}"
                    );
                }
            },
            cases: 2000
        );

    [Fact]
    public void FundDivided_GivesNobodyLessThanSomebodyOfASmallerShare() =>
        Property.Holds(
            Divisions(),
            division =>
            {
                var shares = Divide(division.Fund, division.Weights)
                    .Shares.Where(share => share.Amount is not null)
                    .OrderBy(share => share.Weight)
                    .ToList();
                foreach (var (smaller, larger) in shares.Zip(shares.Skip(1)))
                {
                    // Of equal shares the first ids may get a fen more.
                    if (smaller.Weight < larger.Weight)
                    {
                        Assert.True(smaller.Amount <= larger.Amount);
                    }
                    else
                    {
                        Assert.InRange(
                            smaller.Amount!.Value.Yuan - larger.Amount!.Value.Yuan,
                            -Fen,
                            Fen
                        );
                    }
                }
            },
            cases: 2000
        );

    private static void Look(EvaluationResult result, string pool, PayoutLine[] lines)
    {
        var trees = lines.Select(line => result.ExplainPayout(line.Person)).ToList();
        decimal? Part(ExplanationNode tree, string name) =>
            tree.Children.Single(node => node.Id == $"{pool}.{name}").Value as decimal?;
        var funds = trees.Select(tree => Part(tree, "fund")).Distinct().ToList();
        Assert.Single(funds);
        var weights = trees.ConvertAll(tree => Part(tree, "share"));
        if (funds[0] is not { } fund || weights.Contains(null) || weights.Sum() == 0m)
        {
            // Nobody gets anything before everything is known.
            Assert.All(lines, line => Assert.Null(line.Amount));
            return;
        }
        Assert.Equal(fund, lines.Sum(line => line.Amount!.Value.Yuan));
        foreach (var (line, weight) in lines.Zip(weights))
        {
            var amount = line.Amount!.Value.Yuan;
            Assert.True(amount >= 0m);
            Assert.True(Math.Abs(amount - (fund * weight!.Value / weights.Sum()!.Value)) < Fen);
        }
    }

    private static DividedFund Divide(decimal fund, IReadOnlyList<decimal> weights) =>
        DividedFund.Divide(
            fund,
            [.. weights.Select((weight, i) => new DividedFund.Share($"p{i}", weight))]
        );

    private static Arbitrary<Division> Divisions()
    {
        // Many equal ones, nothing at all, thirds and sevenths, and pay bases with factors.
        var weight = Gen.OneOf(
            Gen.Elements(0m, 1m, 1m, 3m, 12m),
            Gen.Choose(0, 10_000_000).Select(number => number / 100m),
            Gen.Choose(1, 1000).Select(number => number / 7m),
            Gen.Choose(1, 6000000).Select(number => number / 100m * 12m * 1.05m)
        );
        var fund = Gen.OneOf(
            Gen.Elements(0m, 0.01m, 0.02m, 0.005m, 100m),
            Gen.Choose(0, int.MaxValue).Select(number => number / 1000m)
        );
        var drawn =
            from yuan in fund
            from weights in Gen.NonEmptyListOf(weight)
            select new Division(yuan, [.. weights]);
        return Arb.From(drawn, Smaller);
    }

    private static IEnumerable<Division> Smaller(Division division)
    {
        for (var i = 0; division.Weights.Count > 1 && i < division.Weights.Count; i++)
        {
            yield return division with
            {
                Weights = [.. division.Weights.Where((_, at) => at != i)],
            };
        }

        if (decimal.Truncate(division.Fund) != division.Fund)
        {
            yield return division with
            {
                Fund = decimal.Truncate(division.Fund),
            };
        }
    }

    private sealed record Division(decimal Fund, IReadOnlyList<decimal> Weights)
    {
        public override string ToString() => $"{Fund} by {string.Join(", ", Weights)}";
    }
}
