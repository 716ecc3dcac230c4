using System.Text.Json;
using System.Text.Json.Serialization;
using Assessment.Engine.Facts;
using Assessment.Engine.Language;
using Assessment.Engine.Numbers;

namespace Assessment.Engine.Explanation;

/// <summary>计算说明: one step of a result, with the rule, the clause it comes from, and the facts under it.</summary>
/// <param name="Value">A decimal or a string; null where there is none. A decimal that would never end is cut off.</param>
/// <param name="Rule">How it is calculated, in names.</param>
/// <param name="Arithmetic">The same with the numbers put in, with enough decimals that a recalculation agrees.</param>
public sealed record ExplanationNode(
    string Id,
    string Title,
    [property: JsonConverter(typeof(NumberOrTextConverter))] object? Value,
    string Rule,
    string Arithmetic,
    IReadOnlyList<ExplanationFact> Facts,
    IReadOnlyList<ExplanationNode> Children
)
{
    public string? Unit { get; init; }

    /// <summary>The value as a fraction, for example <c>7/3</c>; null where the decimal says it all.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Exact { get; init; }

    /// <summary>How a value that is a number comes about; null where it is not calculated.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Calculation? Calculation { get; init; }

    public string? Clause { get; init; }

    public string? Quote { get; init; }

    /// <summary>What the project chose where the document is silent.</summary>
    public string? Chosen { get; init; }

    internal ExplanationNode WithValue(Rational? value) =>
        this with
        {
            Value = value?.ToDecimal(),
            Exact = Fraction(value),
        };

    /// <summary>Null where the decimals end.</summary>
    internal static string? Fraction(Rational? value) =>
        value is { Decimals: null } fraction ? fraction.ToString() : null;

    internal ExplanationNode CitedFrom(Citation citation) =>
        this with
        {
            Clause = citation.Clause,
            Quote = citation.Quote,
            Chosen = citation.Chosen,
        };
}

/// <summary>A fact or an event that a step rests on.</summary>
public sealed record ExplanationFact(
    string Subject,
    string Item,
    string? By,
    string? Period,
    decimal Value,
    decimal? Count,
    decimal? Eligible,
    IReadOnlyList<string> Evidence,
    string? ReportedBy,
    DateTimeOffset? ReportedAt
)
{
    /// <summary>What the scheme calls it, for example <c>群众满意度（线上测评，上半年）</c>.</summary>
    public string Title { get; init; } = "";

    public string? Unit { get; init; }

    /// <summary>What the count counts, for putting it into words; it does not travel.</summary>
    [JsonIgnore]
    public ExplanationCount CountOf { get; init; }

    /// <summary>The value as a fraction; null where the decimal says it all.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Exact { get; init; }

    /// <summary>Of what the value is the mean; null where nobody said it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public MeanParts? Mean { get; init; }
}

/// <summary>What the count of a fact counts.</summary>
public enum ExplanationCount
{
    /// <summary>参与数: how many took part.</summary>
    TakingPart,

    /// <summary>样本: those whose opinion a survey or a ballot gives.</summary>
    Sample,

    /// <summary>次: how often an event happened.</summary>
    Times,
}

/// <summary>A value that is a number, a text or nothing.</summary>
internal sealed class NumberOrTextConverter : JsonConverter<object?>
{
    public override object? Read(
        ref Utf8JsonReader reader,
        Type typeToConvert,
        JsonSerializerOptions options
    ) =>
        reader.TokenType switch
        {
            JsonTokenType.Null => null,
            JsonTokenType.Number => reader.GetDecimal(),
            JsonTokenType.String => reader.GetString(),
            _ => throw new JsonException("A number, a text or null was expected."),
        };

    public override void Write(Utf8JsonWriter writer, object? value, JsonSerializerOptions options)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case decimal number:
                writer.WriteNumberValue(number);
                break;
            default:
                writer.WriteStringValue(value.ToString());
                break;
        }
    }
}
