using System.Text.Json.Nodes;
using Assessment.Engine.Facts;
using Assessment.Engine.Language;
using Assessment.Engine.Reading;

namespace Assessment.Scoring.Tests;

/// <summary>The schemes of the project with their cases, copied next to the tests.</summary>
internal static class CaseFiles
{
    internal static Scheme Scheme(string scheme) =>
        SchemeReader.Read(Text(scheme, "scheme.yaml"), "scheme.yaml");

    /// <summary>The scheme with a change in its text.</summary>
    internal static Scheme Changed(string scheme, Func<string, string> change) =>
        SchemeReader.Read(change(Text(scheme, "scheme.yaml")), "scheme.yaml");

    internal static FactSet Facts(string scheme, string number) =>
        FactSetJson.Read(Text(scheme, "cases", number, "facts.json"));

    internal static JsonNode Expected(string scheme, string number) =>
        JsonNode.Parse(Text(scheme, "cases", number, "expected.json"))!;

    internal static string Text(string scheme, params string[] path) =>
        File.ReadAllText(Path.Combine([AppContext.BaseDirectory, "schemes", scheme, .. path]));
}
