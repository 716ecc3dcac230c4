using System.Globalization;
using Assessment.Engine.Evaluation;
using Assessment.Engine.Explanation;

namespace Assessment.Engine.Payouts;

/// <summary>Why a person gets this amount: by the table, out of a fund, or by calculation.</summary>
internal sealed class PayoutExplanation(Scheme scheme, DecidedPayout payout)
{
    private const string Unit = "元";

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
            cell.IsPresent
                ? Rounded(amount.Amount.Write(at).Text, cell.Value, payout.Line.Amount!.Value)
                : $"{string.Join("，", amount.Amount.Obstacles(at, cell.State).Distinct())}，暂不能计算",
            [],
            [.. Condition(amount, at), .. Parameters(amount.Amount)]
        ).CitedFrom(amount.Citation) with
        {
            Unit = Unit,
        };
    }

    private static IEnumerable<ExplanationNode> Condition(PayoutAmount amount, SubjectView at)
    {
        if (amount.When is { } when)
            yield return new("when", "适用条件", "符合", when.Text, when.Seen(at), [], []);
    }

    private static IEnumerable<ExplanationNode> Parameters(Expressions.Expression expression) =>
        expression
            .All()
            .OfType<Expressions.Constant>()
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
        };
    }

    private static string Divided(DividedFund fund, DividedFund.Share share)
    {
        if (share.Amount is not { } amount)
            return "总额或份额尚不能计算，暂不能分配";
        var text =
            $"{Yuan(fund.Fund!.Value.Yuan)} × {Exact(share.Weight!.Value)} ÷ {Exact(fund.Weights)} = {Exact(share.Exact!.Value)}";
        return share.HasLeftOver
            ? $"{text}，去尾后再加 0.01 = {Yuan(amount.Yuan)}"
            : $"{text}，去尾 = {Yuan(amount.Yuan)}";
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
                ? Rounded(pool.Fund.Write(payout.Member).Text, cell.Value, fund.Fund!.Value)
                : $"{string.Join("，", pool.Fund.Obstacles(payout.Member, cell.State).Distinct())}，暂不能计算",
            [],
            []
        ).CitedFrom(pool.Citation) with
        {
            Unit = Unit,
        };
    }

    private ExplanationNode Share(PayoutPool pool, DividedFund.Share share) =>
        new ExplanationNode(
            $"{pool.Id}.share",
            "本人份额",
            share.Weight,
            pool.Share.Write(null).Text,
            share.Weight is { } weight
                ? $"{pool.Share.Write(payout.Member).Text} = {Exact(weight)}，{payout.FromPool!.Fund.Shares.Count} 人共 {Exact(payout.FromPool.Fund.Weights)}"
                : string.Join(
                    "，",
                    pool.Share.Obstacles(payout.Member, pool.Share.Evaluate(payout.Member).State)
                ),
            [],
            []
        ).CitedFrom(pool.Citation);

    private static string Rounded(string written, decimal exact, Money amount) =>
        exact == amount.Yuan
            ? $"{written} = {Yuan(exact)}"
            : $"{written} = {Exact(exact)} ≈ {Yuan(amount.Yuan)}";

    private static string Yuan(decimal yuan) => yuan.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Exact(decimal value) =>
        value.ToString("0.######", CultureInfo.InvariantCulture);
}
