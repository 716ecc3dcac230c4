using System.Text.Json.Nodes;
using Assessment.Engine.Language;
using Assessment.Engine.Questionnaires;
using YamlDotNet.RepresentationModel;

namespace Assessment.Engine.Tests.Schemas;

/// <summary>The two schemas that editors use, and what they say of a file.</summary>
internal static class EditorSchemas
{
    internal static JsonSchema Scheme { get; } = Read("scheme.schema.json");

    internal static JsonSchema Questionnaire { get; } = Read("questionnaire.schema.json");

    /// <summary>
    /// What a schema can see too: the form of a file. The rest follows from names, sums and orders, which the reader alone
    /// looks at.
    /// </summary>
    private static readonly HashSet<string> OfForm = new(StringComparer.Ordinal)
    {
        "attribute-id-invalid",
        "attribute-of-unknown",
        "attribute-type-unknown",
        "best-unknown",
        "combine-unknown",
        "condition-empty",
        "convention-unknown",
        "date-expected",
        "decimals-out-of-range",
        "expression-expected",
        "figure-unknown",
        "flag-expected",
        "form-kind",
        "integer-expected",
        "key-missing",
        "kind-unknown",
        "levels-or-points-expected",
        "limit-expected",
        "limit-unknown",
        "list-expected",
        "lookup-unknown",
        "mapping-expected",
        "mark-unknown",
        "nobody-assessed",
        "number-expected",
        "operator-ambiguous",
        "panel-counting-unknown",
        "panel-unit-unknown",
        "raters-unknown",
        "operator-unknown",
        "payout-empty",
        "rankings-unknown",
        "reporter-unknown",
        "applicant-unknown",
        "step-unknown",
        "shows-unknown",
        "audience-unknown",
        "day-kind-unknown",
        "days-impossible",
        "follow-up-unknown",
        "cause-expected",
        "interval-unknown",
        "month-day-impossible",
        "assessed-unknown",
        "posting-ties-unknown",
        "paid-unknown",
        "postings-unused",
        "score-not-allowed",
        "text-expected",
        "two-parts-expected",
        "unknown-key",
        "voice-unknown",
        "within-unknown",
        "year-expected",
    };

    /// <summary>Whether the reader finds the form of the file wrong.</summary>
    internal static bool IsOfForm(SchemeProblem problem) => OfForm.Contains(problem.Code);

    internal static YamlMappingNode Root(string yaml)
    {
        var stream = new YamlStream();
        using var text = new StringReader(yaml);
        stream.Load(text);
        return (YamlMappingNode)stream.Documents[0].RootNode;
    }

    /// <summary>Every key and every fixed value that a schema knows.</summary>
    internal static IEnumerable<string> Words(JsonNode? schema) =>
        schema switch
        {
            JsonObject map => map.SelectMany(one =>
                one switch
                {
                    { Key: "properties", Value: JsonObject properties } => properties
                        .Select(property => property.Key)
                        .Concat(properties.SelectMany(property => Words(property.Value))),
                    { Key: "enum", Value: JsonArray values } => values.Select(value =>
                        value!.ToString()
                    ),
                    { Key: "const", Value: { } value } => [value.ToString()],
                    _ => Words(one.Value),
                }
            ),
            JsonArray list => list.SelectMany(Words),
            _ => [],
        };

    private static JsonSchema Read(string file) =>
        new(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "schemes", file)));
}
