using System.Text.Json;
using System.Text.Json.Serialization;

namespace Assessment.Engine.Facts;

/// <summary>
/// 附加项的值: what an attribute that the scheme declares says of an area or a person. Exactly one of the three is there; a
/// date is a text, such as <c>2024-06-28</c>.
/// </summary>
[JsonConverter(typeof(AttributeValueJsonConverter))]
public sealed record AttributeValue
{
    private AttributeValue() { }

    public decimal? Number { get; private init; }

    public bool? Flag { get; private init; }

    public string? Text { get; private init; }

    public static AttributeValue Of(decimal number) => new() { Number = number };

    public static AttributeValue Of(bool flag) => new() { Flag = flag };

    public static AttributeValue Of(string text) => new() { Text = text };
}

/// <summary>Reads and writes the value as a JSON number, true or false, or text.</summary>
internal sealed class AttributeValueJsonConverter : JsonConverter<AttributeValue>
{
    public override AttributeValue Read(
        ref Utf8JsonReader reader,
        Type typeToConvert,
        JsonSerializerOptions options
    ) =>
        reader.TokenType switch
        {
            JsonTokenType.Number when reader.TryGetDecimal(out var number) => AttributeValue.Of(
                number
            ),
            JsonTokenType.True or JsonTokenType.False => AttributeValue.Of(reader.GetBoolean()),
            JsonTokenType.String => AttributeValue.Of(reader.GetString()!),
            _ => throw new JsonException(),
        };

    public override void Write(
        Utf8JsonWriter writer,
        AttributeValue value,
        JsonSerializerOptions options
    )
    {
        if (value.Number is { } number)
        {
            writer.WriteNumberValue(number);
        }
        else if (value.Flag is { } flag)
        {
            writer.WriteBooleanValue(flag);
        }
        else
        {
            writer.WriteStringValue(value.Text);
        }
    }
}
