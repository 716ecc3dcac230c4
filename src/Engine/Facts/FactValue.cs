using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using Assessment.Engine.Numbers;

namespace Assessment.Engine.Facts;

/// <summary>均值: what a mean is the mean of, so that it needs not be cut off.</summary>
/// <param name="Sum">What all gave together.</param>
/// <param name="Count">How many gave it; more than 0.</param>
public sealed record MeanParts(decimal Sum, decimal Count);

/// <summary>The value of a fact: a number, or the sum and the count of which it is the mean.</summary>
[JsonConverter(typeof(FactValueJsonConverter))]
[StructLayout(LayoutKind.Auto)]
public readonly record struct FactValue
{
    private FactValue(Rational number, MeanParts? mean)
    {
        Number = number;
        Mean = mean;
    }

    /// <summary>Exact. This alone decides results; how a mean is split into sum and count does not.</summary>
    public Rational Number { get; }

    /// <summary>Null where the value is no mean, or nobody said of what.</summary>
    public MeanParts? Mean { get; }

    public static implicit operator FactValue(Rational number) => new(number, null);

    public static implicit operator FactValue(decimal number) => new(number, null);

    public static implicit operator FactValue(int number) => new(number, null);

    /// <exception cref="ArgumentOutOfRangeException">The count is not more than 0.</exception>
    public static implicit operator FactValue(MeanParts mean)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(mean.Count, nameof(mean));
        return new((Rational)mean.Sum / mean.Count, mean);
    }

    public override string ToString() => Number.ToString();
}

/// <summary>A number, <c>"7/3"</c>, or <c>{"sum": 7, "count": 3}</c>.</summary>
internal sealed class FactValueJsonConverter : JsonConverter<FactValue>
{
    public override FactValue Read(
        ref Utf8JsonReader reader,
        Type typeToConvert,
        JsonSerializerOptions options
    )
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return RationalJsonConverter.ReadNumber(ref reader);
        }

        var mean = JsonSerializer.Deserialize<MeanParts>(ref reader, options)!;
        return mean.Count > 0m ? mean : throw new JsonException();
    }

    public override void Write(
        Utf8JsonWriter writer,
        FactValue value,
        JsonSerializerOptions options
    )
    {
        if (value.Mean is not { } mean)
        {
            RationalJsonConverter.WriteNumber(writer, value.Number);
            return;
        }
        writer.WriteStartObject();
        writer.WriteNumber("sum", Results.ResultNumbers.Normalized(mean.Sum));
        writer.WriteNumber("count", Results.ResultNumbers.Normalized(mean.Count));
        writer.WriteEndObject();
    }
}
