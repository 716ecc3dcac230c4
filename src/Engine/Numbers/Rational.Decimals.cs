using System.Numerics;

namespace Assessment.Engine.Numbers;

/// <content>From decimals, to decimals, and the one place where numbers are rounded (四舍五入).</content>
public readonly partial struct Rational
{
    private const int MostDecimals = 28;
    private const int WordDecimals = 18;
    private const int BitsOfADecimal = 96;
    private const long Ten = 10;
    private static readonly long[] PowersOfTen = Powers();

    /// <summary>Exact: a decimal is a whole number over a power of ten.</summary>
    public static implicit operator Rational(decimal number)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(number, bits);
        var scale = number.Scale;
        if (bits[2] == 0 && bits[1] >= 0 && scale <= WordDecimals)
        {
            var magnitude = ((long)bits[1] << 32) | (uint)bits[0];
            return new(bits[3] < 0 ? -magnitude : magnitude, PowersOfTen[scale]);
        }
        var whole =
            ((BigInteger)(uint)bits[2] << 64) | ((BigInteger)(uint)bits[1] << 32) | (uint)bits[0];
        return Of(bits[3] < 0 ? -whole : whole, BigInteger.Pow(10, scale));
    }

    /// <inheritdoc cref="ToDecimal"/>
    public static explicit operator decimal(Rational number) => number.ToDecimal();

    /// <summary>
    /// The same number where a decimal can hold it. Otherwise it is cut, not rounded, after the decimal's digits, so that
    /// whoever rounds it half up to fewer digits gets what rounding the exact number would give. There are no zeros at its
    /// end.
    /// </summary>
    /// <exception cref="OverflowException">It is beyond what a decimal holds.</exception>
    public decimal ToDecimal()
    {
        if (TryPlainDecimal(out var plain))
        {
            return plain;
        }

        var (numerator, denominator) = Lowest();
        var digits = Math.Min(Decimals ?? MostDecimals, MostDecimals);
        // The digits before the point are of the 28 as well.
        var cut = BigInteger.Zero;
        for (; digits >= 0; digits--)
        {
            cut = BigInteger.Divide(numerator * BigInteger.Pow(10, digits), denominator);
            if (BigInteger.Abs(cut).GetBitLength() <= BitsOfADecimal)
            {
                return Decimal(cut, digits);
            }
        }
        throw new OverflowException();
    }

    /// <summary>The decimal, where the denominator is already a power of ten; most facts are of this kind.</summary>
    internal bool TryPlainDecimal(out decimal number)
    {
        var scale = _big is null ? Array.BinarySearch(PowersOfTen, Below) : -1;
        number = scale >= 0 ? Decimal(_numerator, scale) : 0m;
        return scale >= 0;
    }

    /// <summary>Whether no decimal can hold it, not even cut off. What fits into words never is.</summary>
    internal bool IsBeyondDecimal =>
        _big is not null
        && BigInteger.Abs(BigInteger.Divide(_big.Numerator, _big.Denominator)).GetBitLength()
            > BitsOfADecimal;

    /// <summary>How many decimals the number has when it is written out; null where they never end.</summary>
    public int? Decimals
    {
        get
        {
            if (_big is null)
            {
                return DecimalsOf(Below / CommonDivisor());
            }

            var denominator = _big.Denominator;
            var (twos, fives) = (0, 0);
            for (; denominator.IsEven; twos++)
            {
                denominator >>= 1;
            }

            for (; (denominator % 5).IsZero; fives++)
            {
                denominator /= 5;
            }

            return denominator.IsOne ? Math.Max(twos, fives) : null;
        }
    }

    /// <summary>Half up means away from zero at a half, also below zero.</summary>
    /// <param name="decimals">From 0.</param>
    public Rational RoundHalfUp(int decimals)
    {
        if (_big is null && decimals <= WordDecimals)
        {
            var unit = PowersOfTen[decimals];
            if (Below == unit || (_above1 < unit && unit % Below == 0))
            {
                return this;
            }

            if (TryMultiply(_numerator, unit, out var scaled))
            {
                return new(HalfUp(scaled, Below), unit);
            }
        }
        var (numerator, denominator) = Whole();
        var power = BigInteger.Pow(10, decimals);
        var twice = (2 * BigInteger.Abs(numerator) * power) + denominator;
        return Of(numerator.Sign * BigInteger.Divide(twice, 2 * denominator), power);
    }

    /// <summary>The largest whole number that is not larger (取整、去尾 of what is not below zero).</summary>
    public Rational Floor()
    {
        if (_big is null)
        {
            var (whole, rest) = Math.DivRem(_numerator, Below);
            return rest < 0 ? whole - 1 : whole;
        }
        var (quotient, remainder) = (
            BigInteger.DivRem(_big.Numerator, _big.Denominator, out var left),
            left
        );
        return Of(remainder.Sign < 0 ? quotient - 1 : quotient, 1);
    }

    /// <summary>Of a fraction in lowest terms.</summary>
    private static int? DecimalsOf(long denominator)
    {
        var twos = BitOperations.TrailingZeroCount(denominator);
        var fives = 0;
        var rest = denominator >> twos;
        for (; rest % 5 == 0; fives++)
        {
            rest /= 5;
        }

        return rest == 1 ? Math.Max(twos, fives) : null;
    }

    private static long HalfUp(long numerator, long denominator)
    {
        var (whole, rest) = Math.DivRem(numerator, denominator);
        // The rest has the numerator's sign; denominator − rest does not overflow where 2 × rest would.
        if (rest >= 0)
        {
            return rest >= denominator - rest ? whole + 1 : whole;
        }

        return -rest >= denominator + rest ? whole - 1 : whole;
    }

    private static decimal Decimal(BigInteger whole, int scale)
    {
        var magnitude = BigInteger.Abs(whole);
        return new(
            unchecked((int)(uint)(magnitude & uint.MaxValue)),
            unchecked((int)(uint)((magnitude >> 32) & uint.MaxValue)),
            unchecked((int)(uint)(magnitude >> 64)),
            whole.Sign < 0,
            (byte)scale
        );
    }

    private static decimal Decimal(long whole, int scale)
    {
        var magnitude = Math.Abs(whole);
        for (; scale > 0 && magnitude % Ten == 0; scale--)
        {
            magnitude /= Ten;
        }

        return new(
            unchecked((int)magnitude),
            unchecked((int)(magnitude >> 32)),
            0,
            whole < 0,
            (byte)scale
        );
    }

    private static long[] Powers()
    {
        var powers = new long[WordDecimals + 1];
        powers[0] = 1;
        for (var i = 1; i < powers.Length; i++)
        {
            powers[i] = powers[i - 1] * 10;
        }

        return powers;
    }
}
