using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Assessment.Engine.Facts;

/// <summary>附加项: the values of one area or person by the attribute's id, in ordinal order. Equal where all values are.</summary>
[JsonConverter(typeof(AttributeValuesJsonConverter))]
public sealed class AttributeValues
    : IReadOnlyDictionary<string, AttributeValue>,
        IEquatable<AttributeValues>
{
    private readonly SortedDictionary<string, AttributeValue> _values;

    public AttributeValues(IEnumerable<KeyValuePair<string, AttributeValue>> values) =>
        _values = new(
            values.ToDictionary(value => value.Key, value => value.Value, StringComparer.Ordinal),
            StringComparer.Ordinal
        );

    public static AttributeValues None { get; } = new([]);

    public int Count => _values.Count;

    public IEnumerable<string> Keys => _values.Keys;

    public IEnumerable<AttributeValue> Values => _values.Values;

    public AttributeValue this[string key] => _values[key];

    public bool ContainsKey(string key) => _values.ContainsKey(key);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out AttributeValue value) =>
        _values.TryGetValue(key, out value);

    public bool Equals(AttributeValues? other) =>
        other is not null && _values.SequenceEqual(other._values);

    public override bool Equals(object? obj) => Equals(obj as AttributeValues);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var value in _values)
        {
            hash.Add(value);
        }

        return hash.ToHashCode();
    }

    public IEnumerator<KeyValuePair<string, AttributeValue>> GetEnumerator() =>
        _values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>As an object whose fields are the ids.</summary>
internal sealed class AttributeValuesJsonConverter : JsonConverter<AttributeValues>
{
    public override AttributeValues Read(
        ref Utf8JsonReader reader,
        Type typeToConvert,
        JsonSerializerOptions options
    ) => new(JsonSerializer.Deserialize<Dictionary<string, AttributeValue>>(ref reader, options)!);

    public override void Write(
        Utf8JsonWriter writer,
        AttributeValues value,
        JsonSerializerOptions options
    )
    {
        writer.WriteStartObject();
        foreach (var (id, one) in value)
        {
            writer.WritePropertyName(id);
            JsonSerializer.Serialize(writer, one, options);
        }

        writer.WriteEndObject();
    }
}
