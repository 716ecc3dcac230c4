using System.Text.Json;
using System.Text.Json.Serialization;
using Assessment.Engine.Comparing;
using Assessment.Engine.Results;

namespace Assessment.Cli.Compare;

/// <summary>A comparison as JSON has it.</summary>
internal sealed record ComparisonLines(
    string FirstDigest,
    string SecondDigest,
    IReadOnlyList<ComparisonStep> Steps,
    IReadOnlyList<SubjectComparison> Subjects
)
{
    internal static JsonSerializerOptions Options { get; } =
        new(EngineJson.Options)
        {
            WriteIndented = true,
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        };

    internal static ComparisonLines Of(ResultComparison comparison) =>
        new(
            comparison.First.Digest,
            comparison.Second.Digest,
            comparison.Steps,
            comparison.Subjects
        );
}
