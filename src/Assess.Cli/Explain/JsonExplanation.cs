using System.Text.Json;
using Assessment.Engine.Explanation;
using Assessment.Engine.Language;
using Assessment.Engine.Results;

namespace Assessment.Cli.Explain;

/// <summary>Writes the tree as the engine's JSON, with everything in it.</summary>
internal static class JsonExplanation
{
    internal static void Show(ExplanationNode node, Scheme scheme) =>
        Console.Out.WriteLine(JsonSerializer.Serialize(node, EngineJson.Options));
}
