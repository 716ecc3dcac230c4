using System.Text.Json;
using System.Text.Json.Serialization;
using Assessment.Engine.Numbers;

namespace Assessment.Engine.Payouts;

/// <summary>金额, in yuan. Money times money has no meaning and does not compile.</summary>
[JsonConverter(typeof(MoneyJsonConverter))]
public readonly record struct Money(decimal Yuan) : IComparable<Money>
{
    private const int FenDecimals = 2;

    public static Money Zero => default;

    public static Money operator +(Money a, Money b) => new(a.Yuan + b.Yuan);

    public static Money operator -(Money a, Money b) => new(a.Yuan - b.Yuan);

    public static bool operator <(Money a, Money b) => a.Yuan < b.Yuan;

    public static bool operator >(Money a, Money b) => a.Yuan > b.Yuan;

    public static bool operator <=(Money a, Money b) => a.Yuan <= b.Yuan;

    public static bool operator >=(Money a, Money b) => a.Yuan >= b.Yuan;

    /// <summary>Half up to the fen (分), away from zero. Done once, at the end: until then an amount is a fraction.</summary>
    public static Money RoundedToFen(Rational yuan) =>
        new(yuan.RoundHalfUp(FenDecimals).ToDecimal());

    public int CompareTo(Money other) => Yuan.CompareTo(other.Yuan);

    public override string ToString() => $"{Yuan:0.00} 元";
}

/// <summary>Money travels as a plain number of yuan.</summary>
internal sealed class MoneyJsonConverter : JsonConverter<Money>
{
    public override Money Read(
        ref Utf8JsonReader reader,
        Type typeToConvert,
        JsonSerializerOptions options
    ) => new(reader.GetDecimal());

    public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value.Yuan);
}
