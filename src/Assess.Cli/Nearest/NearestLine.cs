using System.Text.Json;
using System.Text.Json.Serialization;
using Assessment.Engine.Nearest;
using Assessment.Engine.Numbers;
using Assessment.Engine.Results;

namespace Assessment.Cli.Nearest;

/// <summary>A change as JSON has it.</summary>
internal sealed record NearestLine(
    NearestAim Aim,
    string Direction,
    string? Before,
    string? After,
    string Item,
    string? By,
    string? Period,
    string Title,
    NearestFigure Figure,
    bool IsAbsent,
    Rational From,
    Rational To,
    int Steps,
    string Change
)
{
    internal static JsonSerializerOptions Options { get; } =
        new(EngineJson.Options)
        {
            WriteIndented = true,
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        };

    internal static NearestLine Of(NearestChange change) =>
        new(
            change.Aim,
            change.IsBetter ? "better" : "worse",
            change.Before,
            change.After,
            change.Fact.Item,
            change.Fact.By,
            change.Fact.Period,
            change.Title,
            change.Figure,
            change.IsAbsent,
            change.From,
            change.To,
            change.Steps,
            change.Change
        );
}
