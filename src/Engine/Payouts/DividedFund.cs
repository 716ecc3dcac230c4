using Assessment.Engine.Numbers;
using Assessment.Engine.Policies.Rules;

namespace Assessment.Engine.Payouts;

/// <summary>
/// 核定总额的分配: in proportion to the shares, each cut down to the fen, the fen that are left over going one each to the
/// largest remainders, ties by id. The parts add up to the fund.
/// </summary>
internal sealed class DividedFund
{
    /// <summary>What is left over is given out by these.</summary>
    internal static Money OneFen { get; } = new(0.01m);

    private static readonly Rational FenOfAYuan = 100;

    private DividedFund(Money? fund, IReadOnlyList<Share> shares)
    {
        Fund = fund;
        Shares = shares;
    }

    /// <summary>A member's part.</summary>
    /// <param name="Id">Decides between equal remainders.</param>
    /// <param name="Weight">What the part is proportional to; null where it cannot be calculated.</param>
    internal sealed record Share(string Id, Rational? Weight)
    {
        /// <summary>Before the fen that are left over; null while the fund cannot be divided.</summary>
        internal Rational? Exact { get; init; }

        internal Money? Amount { get; init; }

        /// <summary>Whether one of the fen that were left over went here.</summary>
        internal bool HasLeftOver { get; init; }
    }

    /// <summary>Rounded to the fen; null while it cannot be calculated.</summary>
    internal Money? Fund { get; }

    /// <summary>In the order in which the members were given.</summary>
    internal IReadOnlyList<Share> Shares { get; }

    /// <summary>What the weights add up to.</summary>
    internal Rational Weights => Sum(Shares);

    /// <summary>Nobody gets an amount while the fund or the weight of one of them is unknown.</summary>
    internal static DividedFund Divide(Rational? fund, IReadOnlyList<Share> members)
    {
        Money? rounded = fund is { } yuan ? Money.RoundedToFen(yuan) : null;
        var weights = Sum(members);
        if (
            rounded is not { } total
            || members.Any(member => member.Weight is null)
            || weights.Sign <= 0
        )
        {
            return new(rounded, members);
        }

        var shares = members
            .Select(member =>
            {
                var exact = (Rational)total.Yuan * member.Weight!.Value / weights;
                return member with { Exact = exact, Amount = CutToFen(exact) };
            })
            .ToArray();
        var left = total - shares.Aggregate(Money.Zero, (sum, share) => sum + share.Amount!.Value);
        var byRemainder = Enumerable
            .Range(0, shares.Length)
            .OrderByDescending(i => shares[i].Exact!.Value - shares[i].Amount!.Value.Yuan)
            .ThenBy(i => shares[i].Id, StringComparer.Ordinal);
        foreach (var i in byRemainder.TakeWhile(_ => left > Money.Zero))
        {
            shares[i] = shares[i] with
            {
                Amount = shares[i].Amount!.Value + OneFen,
                HasLeftOver = true,
            };
            left -= OneFen;
        }
        return new(rounded, shares);
    }

    /// <summary>去尾到分.</summary>
    internal static Money CutToFen(Rational yuan) =>
        new(((yuan * FenOfAYuan).Floor() / FenOfAYuan).ToDecimal());

    private static Rational Sum(IEnumerable<Share> shares)
    {
        Rational sum = default;
        foreach (var share in shares)
        {
            sum += share.Weight ?? default;
        }

        return sum;
    }
}
