using System.Text.Json;
using System.Text.Json.Serialization;

namespace Assessment.Engine;

/// <summary>计算说明: one step of a result, with the rule, the clause it comes from, and the facts under it.</summary>
/// <param name="Value">A decimal or a string; null where there is none.</param>
/// <param name="Rule">How it is reckoned, in names.</param>
/// <param name="Arithmetic">The same with the numbers put in; numbers are shown with at most 4 decimals.</param>
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

    public string? Clause { get; init; }

    public string? Quote { get; init; }

    /// <summary>What the project chose where the document is silent.</summary>
    public string? Chosen { get; init; }

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
