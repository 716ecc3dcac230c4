using System.Text.Json;

namespace Assessment.Engine.Results;

/// <summary>校验码: one short text that differs when the scheme, the facts or the results differ.</summary>
internal static class Digest
{
    internal static string Of(FactSet facts, EvaluationResult result)
    {
        using var buffer = new HashingBuffer();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("scheme", result.Scheme.Version);
            writer.WritePropertyName("facts");
            CanonicalFacts.Write(writer, facts);
            writer.WritePropertyName("results");
            ResultJson.Write(writer, result);
            writer.WriteEndObject();
        }
        return buffer.Hash();
    }
}
