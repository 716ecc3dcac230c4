using System.Globalization;
using System.Numerics;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Assessment.Engine.Numbers;

/// <content>Writing and reading.</content>
public readonly partial struct Rational
{
    /// <summary>In full: <c>3.5</c>, or <c>7/3</c> where the decimals never end.</summary>
    public override string ToString()
    {
        if (Decimals is { } decimals)
        {
            return ToString(decimals);
        }

        var (numerator, denominator) = Lowest();
        return string.Create(CultureInfo.InvariantCulture, $"{numerator}/{denominator}");
    }

    /// <summary>Rounded half up to at most so many decimals, without zeros at the end.</summary>
    public string ToString(int decimals)
    {
        var rounded = RoundHalfUp(decimals);
        var isNegative = rounded.Sign < 0;
        var digits = rounded.Units(decimals).PadLeft(decimals + 1, '0');
        var text = decimals == 0 ? digits : digits.Insert(digits.Length - decimals, ".");
        if (decimals > 0)
        {
            text = text.TrimEnd('0').TrimEnd('.');
        }

        return isNegative ? $"-{text}" : text;
    }

    /// <summary>How many hundredths (of 2 decimals) it is, in digits and without the sign; it is a whole number of them.</summary>
    private string Units(int decimals)
    {
        if (
            _big is null
            && decimals <= WordDecimals
            && TryMultiply(_numerator, PowersOfTen[decimals] / Below, out var units)
        )
        {
            return Math.Abs(units).ToString(CultureInfo.InvariantCulture);
        }

        var (numerator, denominator) = Whole();
        return BigInteger
            .Abs(numerator * BigInteger.Pow(10, decimals) / denominator)
            .ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Reads <c>7/3</c>, or a decimal as <c>2.5</c>.</summary>
    public static bool TryParse(string text, out Rational number)
    {
        number = default;
        var parts = text.Split('/');
        if (parts.Length > 2 || !TryDecimal(parts[0], out number))
        {
            return false;
        }

        if (parts.Length == 1)
        {
            return true;
        }

        if (!TryDecimal(parts[1], out var divisor) || divisor.Sign <= 0)
        {
            return false;
        }

        number /= divisor;
        return true;
    }

    private static bool TryDecimal(string text, out Rational number)
    {
        var point = text.IndexOf('.', StringComparison.Ordinal);
        var decimals = point < 0 ? 0 : text.Length - point - 1;
        var digits = point < 0 ? text : text.Remove(point, 1);
        if (
            digits.Length is 0 or > MostDigits
            || (point >= 0 && decimals == 0)
            || !BigInteger.TryParse(
                digits,
                NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture,
                out var whole
            )
        )
        {
            number = default;
            return false;
        }
        number = Of(whole, BigInteger.Pow(10, decimals));
        return true;
    }

    /// <summary>More than anybody writes; what is longer is a mistake.</summary>
    private const int MostDigits = 60;
}

/// <summary>A number where the decimals end, and <c>"7/3"</c> where they do not.</summary>
internal sealed class RationalJsonConverter : JsonConverter<Rational>
{
    public override Rational Read(
        ref Utf8JsonReader reader,
        Type typeToConvert,
        JsonSerializerOptions options
    ) => ReadNumber(ref reader);

    public override void Write(
        Utf8JsonWriter writer,
        Rational value,
        JsonSerializerOptions options
    ) => WriteNumber(writer, value);

    internal static Rational ReadNumber(ref Utf8JsonReader reader) =>
        reader.TokenType switch
        {
            JsonTokenType.Number => reader.GetDecimal(),
            JsonTokenType.String when Rational.TryParse(reader.GetString()!, out var fraction) =>
                fraction,
            _ => throw new JsonException(),
        };

    internal static void WriteNumber(Utf8JsonWriter writer, Rational value)
    {
        if (value.TryPlainDecimal(out var number))
        {
            writer.WriteNumberValue(number);
            return;
        }
        var text = value.ToString();
        if (text.Contains('/', StringComparison.Ordinal))
        {
            writer.WriteStringValue(text);
        }
        else
        {
            writer.WriteRawValue(text);
        }
    }
}
