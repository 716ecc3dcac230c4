using Assessment.Engine.Evaluation;
using Assessment.Engine.Explanation;
using Assessment.Engine.Expressions;
using Assessment.Engine.Language;
using Assessment.Engine.Numbers;

namespace Assessment.Engine.Payouts;

/// <summary>Why a person gets this amount: by the table, out of a fund, or by calculation.</summary>
internal sealed class PayoutExplanation(Scheme scheme, DecidedPayout payout)
{
    private const string Unit = "元";
    private const int Fen = 2;

    internal ExplanationNode Build() =>
        payout switch
        {
            { FromTable: { } decision } => new TablePayoutExplanation(
                scheme,
                payout,
                decision
            ).Build(),
            { FromPool: { } decision } => FromPool(decision),
            { FromAmount: { } amount } => FromAmount(amount),
            _ => new ExplanationNode(
                payout.Line.Person,
                payout.Line.Name,
                null,
                "没有适用的发放规则",
                string.Join("，", Seen()),
                [],
                []
            ),
        };

    /// <summary>What rules asked for and did not find.</summary>
    private IEnumerable<string> Seen() =>
        scheme
            .Rules.Payout!.Amounts.Select(amount => amount.When?.Seen(payout.Member) ?? "")
            .Where(text => text.Length > 0)
            .Distinct(StringComparer.Ordinal);

    private ExplanationNode FromAmount(PayoutAmount amount)
    {
        var at = payout.Member;
        var cell = amount.Amount.Evaluate(at);
        return new ExplanationNode(
            payout.Line.Person,
            payout.Line.Name,
            payout.Line.Amount?.Yuan,
            $"{amount.Title}：{amount.Amount.Write(null).Text}",
            amount.When?.Holds(at) == false
                    ? $"{amount.When.Seen(at)}，不能判断是否适用，暂不能计算"
                : cell.IsPresent ? Equation.Of(amount.Amount, at, Fen).Text
                : $"{string.Join("，", amount.Amount.Obstacles(at, cell.State).Distinct())}，暂不能计算",
            [],
            [.. Condition(amount, at), .. Parameters(amount.Amount)]
        ).CitedFrom(amount.Citation) with
        {
            Unit = Unit,
            Calculation = payout.Line.Amount is null
                ? null
                : Calculation.Rounded(amount.Amount.Calculate(at), Fen),
        };
    }

    private static IEnumerable<ExplanationNode> Condition(PayoutAmount amount, SubjectView at)
    {
        if (amount.When is { } when)
        {
            yield return new(
                "when",
                "适用条件",
                when.Holds(at) ? "符合" : "不能判断",
                when.Text,
                when.Seen(at),
                [],
                []
            );
        }
    }

    private static IEnumerable<ExplanationNode> Parameters(Expression expression) =>
        expression
            .All()
            .OfType<Constant>()
            .Select(constant => constant.Parameter)
            .OfType<Parameter>()
            .Distinct()
            .Select(ParameterExplanation.Of);

    private ExplanationNode FromPool(PoolDecision decision)
    {
        var (pool, fund, position) = decision;
        var share = fund.Shares[position];
        return new ExplanationNode(
            payout.Line.Person,
            payout.Line.Name,
            payout.Line.Amount?.Yuan,
            $"{pool.Title}，按{pool.Share.Write(null).Text}的比例分配；去尾到分，余下的分依次给余数大的",
            Divided(fund, share),
            [],
            [
                Fund(pool, fund),
                Share(pool, share),
                .. Parameters(pool.Fund),
                .. Parameters(pool.Share),
            ]
        ).CitedFrom(pool.Citation) with
        {
            Unit = Unit,
            Calculation = CalculatePart(pool, fund, share),
        };
    }

    /// <summary>The fund × this person's share ÷ all shares, cut to the fen, and one more where one was left over.</summary>
    private static Calculation? CalculatePart(
        PayoutPool pool,
        DividedFund fund,
        DividedFund.Share share
    )
    {
        if (share is not { Amount: not null, Weight: { } weight })
        {
            return null;
        }

        var own = Calculation.Leaf(Operation.NamedValue, $"{pool.Id}.share", weight);
        var exact = Calculation.Ratio(
            Calculation.Product(
                Calculation.Leaf(
                    Operation.NamedValue,
                    $"{pool.Id}.fund",
                    (Rational)fund.Fund!.Value.Yuan
                ),
                own
            ),
            new Calculation(Operation.FundSum, fund.Weights, [own])
        );
        var cut = new Calculation(Operation.Cut, DividedFund.CutToFen(exact.Value).Yuan, [exact])
        {
            Decimals = Fen,
        };
        return share.HasLeftOver
            ? Calculation.Sum([cut, Calculation.Number(DividedFund.OneFen.Yuan)])
            : cut;
    }

    private static string Divided(DividedFund fund, DividedFund.Share share)
    {
        if (share.Amount is not { } amount)
        {
            return "总额或份额尚不能计算，暂不能分配";
        }

        var (total, exact) = ((Rational)fund.Fund!.Value.Yuan, share.Exact!.Value);
        // What is printed must be cut to the same fen as what is not.
        var least = NumberFormat.Decimals;
        while (
            exact.Decimals is null
            && DividedFund.CutToFen(exact.RoundHalfUp(least)) != DividedFund.CutToFen(exact)
        )
        {
            least++;
        }

        var text = Equation
            .Of(
                decimals =>
                    $"{NumberFormat.Whole(total)} × {share.Weight!.Value.ToString(decimals)} ÷ {fund.Weights.ToString(decimals)}",
                decimals =>
                    fund.Weights.RoundHalfUp(decimals) is { IsZero: false } weights
                        ? total * share.Weight!.Value.RoundHalfUp(decimals) / weights
                        : null,
                exact,
                rounded: null,
                least
            )
            .Text;
        return share.HasLeftOver
            ? $"{text}，去尾后再加 0.01 = {Yuan(amount)}"
            : $"{text}，去尾 = {Yuan(amount)}";
    }

    private ExplanationNode Fund(PayoutPool pool, DividedFund fund)
    {
        var cell = pool.Fund.Evaluate(payout.Member);
        return new ExplanationNode(
            $"{pool.Id}.fund",
            "核定总额",
            fund.Fund?.Yuan,
            pool.Fund.Write(null).Text,
            cell.IsPresent
                ? Equation.Of(pool.Fund, payout.Member, Fen).Text
                : $"{string.Join("，", pool.Fund.Obstacles(payout.Member, cell.State).Distinct())}，暂不能计算",
            [],
            []
        ).CitedFrom(pool.Citation) with
        {
            Unit = Unit,
            Calculation = cell.IsPresent
                ? Calculation.Rounded(pool.Fund.Calculate(payout.Member), Fen)
                : null,
        };
    }

    private ExplanationNode Share(PayoutPool pool, DividedFund.Share share) =>
        new ExplanationNode(
            $"{pool.Id}.share",
            "本人份额",
            null,
            pool.Share.Write(null).Text,
            share.Weight is not null
                ? $"{Equation.Of(pool.Share, payout.Member).Text}，{payout.FromPool!.Fund.Shares.Count} 人共 {NumberFormat.Number(payout.FromPool.Fund.Weights)}"
                : string.Join(
                    "，",
                    pool.Share.Obstacles(payout.Member, pool.Share.Evaluate(payout.Member).State)
                ),
            [],
            []
        )
            .WithValue(share.Weight)
            .CitedFrom(pool.Citation) with
        {
            Calculation = share.Weight is null ? null : pool.Share.Calculate(payout.Member),
        };

    private static string Yuan(Money amount) => NumberFormat.Whole(amount.Yuan);
}
