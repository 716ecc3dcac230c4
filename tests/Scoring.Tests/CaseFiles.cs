using System.Text.Json.Nodes;
using Assessment.Engine;

namespace Assessment.Scoring.Tests;

/// <summary>The schemes of the project with their cases, copied beside the tests.</summary>
internal static class CaseFiles
{
    internal static Scheme Scheme(string scheme) =>
        SchemeReader.Read(Text(scheme, "scheme.yaml"), "scheme.yaml");

    internal static FactSet Facts(string scheme, string number) =>
        FactSetJson.Read(Text(scheme, "cases", number, "facts.json"));

    internal static JsonNode Expected(string scheme, string number) =>
        JsonNode.Parse(Text(scheme, "cases", number, "expected.json"))!;

    private static string Text(string scheme, params string[] path) =>
        File.ReadAllText(Path.Combine([AppContext.BaseDirectory, "schemes", scheme, .. path]));
}
