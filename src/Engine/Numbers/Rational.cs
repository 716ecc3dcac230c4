using System.Numerics;
using System.Text.Json.Serialization;

namespace Assessment.Engine.Numbers;

/// <summary>
/// A number without any rounding: a fraction. Nearly all values of an assessment fit into two machine words, which is
/// the fast path; what does not is kept as a fraction of big integers, in lowest terms.
/// </summary>
/// <remarks>
/// A small fraction need not be in lowest terms: finding the greatest common divisor costs more than everything else,
/// and comparing does not need it. It is done where a word overflows.
/// </remarks>
[JsonConverter(typeof(RationalJsonConverter))]
public readonly partial struct Rational : IEquatable<Rational>, IComparable<Rational>
{
    private readonly long _numerator;

    /// <summary>The denominator less one, so that the default is 0 and not 0 ÷ 0.</summary>
    private readonly long _above1;

    /// <summary>Null on the fast path.</summary>
    private readonly BigFraction? _big;

    /// <param name="denominator">More than 0.</param>
    private Rational(long numerator, long denominator)
    {
        _numerator = numerator;
        _above1 = denominator - 1;
    }

    private Rational(BigFraction big) => _big = big;

    /// <summary>In lowest terms, with a denominator above 0.</summary>
    private sealed record BigFraction(BigInteger Numerator, BigInteger Denominator);

    public static Rational Zero => default;

    public static Rational One => new(1, 1);

    /// <summary>-1, 0 or 1.</summary>
    public int Sign => _big is null ? Math.Sign(_numerator) : _big.Numerator.Sign;

    public bool IsZero => _big is null && _numerator == 0;

    /// <summary>In lowest terms; carries the sign.</summary>
    public BigInteger Numerator => Lowest().Numerator;

    /// <summary>In lowest terms; more than 0.</summary>
    public BigInteger Denominator => Lowest().Denominator;

    private long Below => _above1 + 1;

    /// <exception cref="DivideByZeroException"><paramref name="denominator"/> is 0.</exception>
    public static Rational Of(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.IsZero)
        {
            throw new DivideByZeroException();
        }

        if (denominator.Sign < 0)
        {
            (numerator, denominator) = (-numerator, -denominator);
        }

        var common = BigInteger.GreatestCommonDivisor(numerator, denominator);
        if (!common.IsOne)
        {
            (numerator, denominator) = (numerator / common, denominator / common);
        }

        return IsWord(numerator) && IsWord(denominator)
            ? new((long)numerator, (long)denominator)
            : new(new BigFraction(numerator, denominator));
    }

    public static implicit operator Rational(int number) => new(number, 1);

    public static implicit operator Rational(long number) =>
        number == long.MinValue ? Of(number, 1) : new(number, 1);

    public static Rational operator +(Rational a, Rational b)
    {
        if (a._big is null && b._big is null)
        {
            if (a._above1 == b._above1)
            {
                var sum = unchecked(a._numerator + b._numerator);
                // The sum has another sign than both where it overflows.
                if (((a._numerator ^ sum) & (b._numerator ^ sum)) >= 0 && sum != long.MinValue)
                {
                    return new(sum, a.Below);
                }
            }
            else if (TryAdd(a, b, out var sum))
            {
                return sum;
            }
        }
        return Slow(
            a,
            b,
            static (x, y) =>
                Of(
                    (x.Numerator * y.Denominator) + (y.Numerator * x.Denominator),
                    x.Denominator * y.Denominator
                )
        );
    }

    public static Rational operator -(Rational a) =>
        a._big is null
            ? new(-a._numerator, a.Below)
            : new(a._big with { Numerator = -a._big.Numerator });

    public static Rational operator -(Rational a, Rational b) => a + -b;

    public static Rational operator *(Rational a, Rational b)
    {
        if (
            a._big is null
            && b._big is null
            && TryMultiply(a._numerator, b._numerator, out var numerator)
            && TryMultiply(a.Below, b.Below, out var denominator)
        )
        {
            return new(numerator, denominator);
        }
        return Slow(
            a,
            b,
            static (x, y) => Of(x.Numerator * y.Numerator, x.Denominator * y.Denominator)
        );
    }

    /// <exception cref="DivideByZeroException"><paramref name="b"/> is 0.</exception>
    public static Rational operator /(Rational a, Rational b)
    {
        if (b.IsZero)
        {
            throw new DivideByZeroException();
        }

        if (
            a._big is null
            && b._big is null
            && TryMultiply(a._numerator, b.Below, out var numerator)
            && TryMultiply(a.Below, b._numerator, out var denominator)
        )
        {
            return denominator > 0 ? new(numerator, denominator) : new(-numerator, -denominator);
        }
        return Slow(
            a,
            b,
            static (x, y) => Of(x.Numerator * y.Denominator, x.Denominator * y.Numerator)
        );
    }

    public static bool operator ==(Rational a, Rational b) => a.CompareTo(b) == 0;

    public static bool operator !=(Rational a, Rational b) => a.CompareTo(b) != 0;

    public static bool operator <(Rational a, Rational b) => a.CompareTo(b) < 0;

    public static bool operator >(Rational a, Rational b) => a.CompareTo(b) > 0;

    public static bool operator <=(Rational a, Rational b) => a.CompareTo(b) <= 0;

    public static bool operator >=(Rational a, Rational b) => a.CompareTo(b) >= 0;

    public static Rational Min(Rational a, Rational b) => a <= b ? a : b;

    public static Rational Max(Rational a, Rational b) => a >= b ? a : b;

    public int CompareTo(Rational other)
    {
        if (_big is null && other._big is null)
        {
            if (_above1 == other._above1)
            {
                return _numerator.CompareTo(other._numerator);
            }

            var left = Math.BigMul(_numerator, other.Below, out var leftLow);
            var right = Math.BigMul(other._numerator, Below, out var rightLow);
            return left != right
                ? left.CompareTo(right)
                : ((ulong)leftLow).CompareTo((ulong)rightLow);
        }
        var (a, b) = (Lowest(), other.Lowest());
        return (a.Numerator * b.Denominator).CompareTo(b.Numerator * a.Denominator);
    }

    public bool Equals(Rational other) => CompareTo(other) == 0;

    public override bool Equals(object? obj) => obj is Rational other && Equals(other);

    public override int GetHashCode()
    {
        var lowest = Lowest();
        return HashCode.Combine(lowest.Numerator, lowest.Denominator);
    }

    private static Rational Slow(
        Rational a,
        Rational b,
        Func<BigFraction, BigFraction, Rational> of
    ) => of(a.Whole(), b.Whole());

    /// <summary>Where one denominator is a multiple of the other, as with decimals, it stays the denominator.</summary>
    private static bool TryAdd(Rational a, Rational b, out Rational sum)
    {
        if (a.Below > b.Below)
        {
            (a, b) = (b, a);
        }

        var (factor, rest) = Math.DivRem(b.Below, a.Below);
        if (rest == 0)
        {
            if (
                TryMultiply(a._numerator, factor, out var scaled)
                && TryAdd(scaled, b._numerator, out var numerator)
            )
            {
                sum = new(numerator, b.Below);
                return true;
            }
        }
        else if (
            TryMultiply(a._numerator, b.Below, out var first)
            && TryMultiply(b._numerator, a.Below, out var second)
            && TryAdd(first, second, out var numerator)
            && TryMultiply(a.Below, b.Below, out var denominator)
        )
        {
            sum = new(numerator, denominator);
            return true;
        }
        sum = default;
        return false;
    }

    // The least word has no opposite, and is left to the slow path.
    private static bool TryAdd(long a, long b, out long sum)
    {
        sum = unchecked(a + b);
        return ((a ^ sum) & (b ^ sum)) >= 0 && sum != long.MinValue;
    }

    private static bool TryMultiply(long a, long b, out long product)
    {
        var high = Math.BigMul(a, b, out product);
        return high == product >> 63 && product != long.MinValue;
    }

    private static bool IsWord(BigInteger number) =>
        number > long.MinValue && number <= long.MaxValue;

    private BigFraction Whole() => _big ?? new(_numerator, Below);

    private BigFraction Lowest()
    {
        if (_big is not null)
        {
            return _big;
        }

        var common = CommonDivisor();
        return new(_numerator / common, Below / common);
    }

    /// <summary>The greatest common divisor of two words.</summary>
    private long CommonDivisor()
    {
        var (a, b) = (Below, Math.Abs(_numerator));
        while (b != 0)
        {
            (a, b) = (b, a % b);
        }

        return a;
    }
}
