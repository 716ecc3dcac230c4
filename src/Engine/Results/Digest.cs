using System.Text.Json;
using Assessment.Engine.Facts;

namespace Assessment.Engine.Results;

/// <summary>校验码: one short text that differs when the scheme, the facts or the results differ.</summary>
internal static class Digest
{
    /// <summary>
    /// Version of the canonical form, and part of it. 2: the values of facts are exact, means are sum and count.
    /// </summary>
    private const int Form = 2;

    internal static string Of(FactSet facts, EvaluationResult result)
    {
        using var buffer = new HashingBuffer();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteNumber("form", Form);
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
