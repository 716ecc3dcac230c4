using System.Text.Json.Nodes;

namespace Assessment.Testing.Hosts.RandomCalls;

/// <summary>An OpenAPI document: its operations, and what its references lead to.</summary>
public sealed class ApiDocument(JsonNode document)
{
    private const string Reference = "$ref";

    public IReadOnlyList<Operation> Operations { get; } =
    [
        .. document["paths"]!
            .AsObject()
            .SelectMany(path =>
                path.Value!.AsObject()
                    .Select(operation => Read(path.Key, operation.Key, operation.Value!))
            ),
    ];

    /// <returns>The schema itself, where a reference was given.</returns>
    public JsonNode Resolve(JsonNode schema) =>
        schema is JsonObject one && (string?)one[Reference] is { } reference
            ? Resolve(
                reference
                    .TrimStart('#', '/')
                    .Split('/')
                    .Aggregate(document, (node, part) => node[part]!)
            )
            : schema;

    private static Operation Read(string path, string method, JsonNode operation) =>
        new(
            method.ToUpperInvariant(),
            path.TrimEnd('/'),
            [
                .. ParametersOf(operation)
                    .Where(parameter => (string?)parameter["in"] != "header")
                    .Select(parameter => new Parameter(
                        (string)parameter["name"]!,
                        (string?)parameter["in"] == "path",
                        parameter["schema"]!
                    )),
            ],
            operation["requestBody"]
                ?["content"]?.AsObject()
                .Select(content => new RequestBody(content.Key, content.Value!["schema"]))
                .First(),
            ParametersOf(operation).Any(parameter => (string?)parameter["name"] == "If-Match")
        );

    private static IEnumerable<JsonNode> ParametersOf(JsonNode operation) =>
        (operation["parameters"]?.AsArray() ?? []).OfType<JsonNode>();
}
