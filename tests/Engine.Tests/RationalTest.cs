using System.Numerics;
using Assessment.Engine.Facts;
using Assessment.Engine.Numbers;

namespace Assessment.Engine.Tests;

public sealed class RationalTest
{
    [Fact]
    public void Thirds_AddedUp_AreWhole()
    {
        Rational third = Rational.One / 3;

        Assert.Equal(Rational.One, third + third + third);
        Assert.Equal("1/3", third.ToString());
    }

    [Theory]
    [InlineData("0.005", 2, "0.01")]
    [InlineData("-0.005", 2, "-0.01")]
    [InlineData("0.00499999999999999999999999999999", 2, "0")]
    [InlineData("75.255", 2, "75.26")]
    [InlineData("1/3", 4, "0.3333")]
    [InlineData("-2/3", 0, "-1")]
    [InlineData("7/2", 0, "4")]
    [InlineData("92233720368547758.075", 2, "92233720368547758.08")]
    public void Number_Rounded_GoesAwayFromZeroAtAHalf(string number, int decimals, string rounded)
    {
        Assert.True(Rational.TryParse(number, out var read));

        Assert.Equal(rounded, read.RoundHalfUp(decimals).ToString());
        Assert.Equal(rounded, read.ToString(decimals));
    }

    [Theory]
    [InlineData("1e3")]
    [InlineData("1/0")]
    [InlineData("1/-2")]
    [InlineData("1/2/3")]
    [InlineData("")]
    [InlineData("1.")]
    [InlineData(" 1")]
    public void TextThatIsNoFraction_IsNotRead(string text) =>
        Assert.False(Rational.TryParse(text, out _));

    [Theory]
    [InlineData("1/3", "1/2")]
    [InlineData("-1/2", "1/3")]
    [InlineData("-2", "-1")]
    [InlineData("0", "0.0001")]
    [InlineData("1/98765432109876543210", "1/98765432109876543209")]
    public void SmallerAndLarger_AreToldApart(string small, string large)
    {
        var (a, b) = (Read(small), Read(large));

        Assert.True(a < b && a <= b && b > a && b >= a && a != b);
        Assert.False(b < a || b <= a || a > b || a >= b || a == b);
        Assert.Equal((a, b), (Rational.Min(a, b), Rational.Max(a, b)));
        Assert.Equal((a, b), (Rational.Min(b, a), Rational.Max(b, a)));
    }

    [Theory]
    [InlineData("2/6", "1/3")]
    [InlineData("0.50", "1/2")]
    [InlineData("98765432109876543210/3", "32921810703292181070")]
    public void SameNumber_WrittenInAnotherWay_IsEqual(string one, string other)
    {
        var (a, b) = (Read(one), Read(other));

        Assert.True(a == b && a <= b && a >= b);
        Assert.False(a != b || a < b || a > b);
        Assert.Equal(a.GetHashCode(), b.GetHashCode());
    }

    [Fact]
    public void NothingIsDividedByZero() =>
        Assert.Throws<DivideByZeroException>(() => Rational.Of(1, 0));

    [Theory]
    [InlineData("79228162514264337593543950335", false)]
    [InlineData("79228162514264337593543950336", true)]
    [InlineData("-79228162514264337593543950336", true)]
    [InlineData("79228162514264337593543950335.5", false)]
    [InlineData("9223372036854775807", false)]
    public void NumberBeyondWhatADecimalHolds_IsNotMadeOne(string number, bool isBeyond)
    {
        var read = Read(number);

        if (isBeyond)
        {
            Assert.Throws<OverflowException>(() => read.ToDecimal());
        }
        else
        {
            Assert.Equal(decimal.Parse(number.Split('.')[0]), decimal.Truncate(read.ToDecimal()));
        }
    }

    private static Rational Read(string text) =>
        Rational.TryParse(text, out var number) ? number : throw new FormatException(text);

    /// <summary>Whoever rounds the decimal of an endless fraction gets what rounding the fraction would give.</summary>
    [Fact]
    public void FractionJustBelowAHalf_AsADecimal_StaysBelow()
    {
        var below = Rational.Of(1, 2) - Rational.Of(1, BigInteger.Pow(3, 80));

        Assert.True(below.ToDecimal() < 0.5m);
        Assert.Equal(0m, decimal.Round(below.ToDecimal(), MidpointRounding.AwayFromZero));
    }

    [Theory]
    [InlineData("79228162514264337593543950335")]
    [InlineData("-79228162514264337593543950335")]
    [InlineData("0.0000000000000000000000000001")]
    [InlineData("3.50")]
    [InlineData("-9223372036854775808")]
    [InlineData("9223372036854775807")]
    public void Decimal_ThereAndBack_IsTheSame(string text)
    {
        var number = decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(number, ((Rational)number).ToDecimal());
    }

    [Fact]
    public void NumberBeyondADecimal_IsRefused() =>
        Assert.Throws<OverflowException>(() => ((Rational)decimal.MaxValue * 2).ToDecimal());

    /// <summary>Numbers around the ends of a machine word and small ones, against big integers.</summary>
    [Fact]
    public void EveryOperation_AtTheEndsOfAWord_EqualsThatOfBigIntegers()
    {
        long[] words =
        [
            long.MinValue,
            long.MinValue + 1,
            -3_037_000_500,
            -3,
            -1,
            0,
            1,
            2,
            7,
            100,
            3_037_000_499,
            long.MaxValue - 1,
            long.MaxValue,
        ];
        var numbers = words
            .SelectMany(n => words.Where(d => d > 0).Select(d => ((BigInteger)n, (BigInteger)d)))
            .ToList();
        foreach (var (an, ad) in numbers)
        {
            foreach (var (bn, bd) in numbers)
            {
                var (a, b) = (Rational.Of(an, ad), Rational.Of(bn, bd));
                Same((an * bd) + (bn * ad), ad * bd, a + b);
                Same((an * bd) - (bn * ad), ad * bd, a - b);
                Same(an * bn, ad * bd, a * b);
                if (!bn.IsZero)
                {
                    Same(an * bd, ad * bn, a / b);
                }

                Assert.Equal(Math.Sign((an * bd).CompareTo(bn * ad)), Math.Sign(a.CompareTo(b)));
            }
        }

        static void Same(BigInteger numerator, BigInteger denominator, Rational actual) =>
            Assert.Equal(numerator * actual.Denominator, actual.Numerator * denominator);
    }

    [Fact]
    public void EqualFractions_WrittenDifferently_AreOne()
    {
        Rational half = 0.50m;
        var same = Rational.Of(1, 2);

        Assert.Equal(same, half);
        Assert.Equal(same.GetHashCode(), half.GetHashCode());
        Assert.Equal(Rational.Zero, default);
    }

    [Theory]
    [InlineData("7/2", "3")]
    [InlineData("-7/2", "-4")]
    [InlineData("-4", "-4")]
    [InlineData("100000000000000000000.5", "100000000000000000000")]
    [InlineData("-100000000000000000000.5", "-100000000000000000001")]
    public void Floor_IsNeverLarger(string number, string floor)
    {
        Assert.True(Rational.TryParse(number, out var read));

        Assert.Equal(floor, read.Floor().ToString());
    }
}
