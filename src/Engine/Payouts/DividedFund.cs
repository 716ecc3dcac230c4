namespace Assessment.Engine.Payouts;

/// <summary>
/// 核定总额的分配: in proportion to the shares, each cut down to the fen, the fen that are left over going one each to the
/// largest remainders, ties by id. The parts add up to the fund.
/// </summary>
internal sealed class DividedFund
{
    private const decimal Fen = 0.01m;

    private DividedFund(Money? fund, IReadOnlyList<Share> shares)
    {
        Fund = fund;
        Shares = shares;
    }

    /// <summary>A member's part.</summary>
    /// <param name="Id">Decides between equal remainders.</param>
    /// <param name="Weight">What the part is proportional to; null where it cannot be reckoned.</param>
    internal sealed record Share(string Id, decimal? Weight)
    {
        /// <summary>Before the fen that are left over; null while the fund cannot be divided.</summary>
        internal decimal? Exact { get; init; }

        internal Money? Amount { get; init; }

        /// <summary>Whether one of the fen that were left over went here.</summary>
        internal bool HasLeftOver { get; init; }
    }

    /// <summary>Rounded to the fen; null while it cannot be reckoned.</summary>
    internal Money? Fund { get; }

    /// <summary>In the order in which the members were given.</summary>
    internal IReadOnlyList<Share> Shares { get; }

    /// <summary>What the weights add up to.</summary>
    internal decimal Weights => Shares.Sum(share => share.Weight ?? 0m);

    /// <summary>Nobody gets an amount while the fund or the weight of one of them is unknown.</summary>
    internal static DividedFund Divide(decimal? fund, IReadOnlyList<Share> members)
    {
        Money? rounded = fund is { } yuan ? new Money(yuan).RoundToFen() : null;
        var weights = members.Sum(member => member.Weight ?? 0m);
        if (
            rounded is not { } total
            || members.Any(member => member.Weight is null)
            || weights <= 0m
        )
            return new(rounded, members);
        var shares = members
            .Select(member =>
            {
                var exact = total.Yuan * member.Weight!.Value / weights;
                return member with
                {
                    Exact = exact,
                    Amount = new Money(decimal.Floor(exact / Fen) * Fen),
                };
            })
            .ToArray();
        var left = (int)(
            (total - new Money(shares.Sum(share => share.Amount!.Value.Yuan))).Yuan / Fen
        );
        var byRemainder = Enumerable
            .Range(0, shares.Length)
            .OrderByDescending(i => shares[i].Exact!.Value - shares[i].Amount!.Value.Yuan)
            .ThenBy(i => shares[i].Id, StringComparer.Ordinal);
        foreach (var i in byRemainder.Take(left))
            shares[i] = shares[i] with
            {
                Amount = shares[i].Amount!.Value + new Money(Fen),
                HasLeftOver = true,
            };
        return new(rounded, shares);
    }
}
