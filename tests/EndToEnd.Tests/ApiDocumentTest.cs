using System.Text.Json.Nodes;
using Xunit;

namespace Assessment.EndToEnd.Tests;

/// <summary>The documents from which the portal's client is generated are those that the services give.</summary>
[Collection(PlatformCollection.Name)]
public sealed class ApiDocumentTest(Platform platform)
{
    [Theory]
    [InlineData("gateway")]
    [InlineData("hotline")]
    [InlineData("payout")]
    [InlineData("scoring")]
    [InlineData("survey")]
    public async Task CommittedDocument_IsWhatTheServiceSays(string service)
    {
        using var http = new HttpClient { BaseAddress = new Uri(platform.Gateway) };
        var said = JsonNode.Parse(await http.GetStringAsync($"/openapi/{service}.json"))!;
        var file = Path.Combine(Repository.Root, "src", "Portal", "openapi", $"{service}.json");
        var committed = JsonNode.Parse(await File.ReadAllTextAsync(file))!;

        foreach (var operation in said["paths"]!.AsObject().SelectMany(Operations))
        {
            Assert.NotNull(operation["operationId"]);
        }

        foreach (var part in new[] { "paths", "components" })
        {
            Assert.True(
                JsonNode.DeepEquals(said[part], committed[part]),
                $"{part} of {service} differ: npm run refresh -- {platform.Gateway}"
            );
        }
    }

    /// <summary>Parameters that all operations of a path have are listed next to them.</summary>
    private static IEnumerable<JsonNode> Operations(KeyValuePair<string, JsonNode?> path) =>
        path.Value!.AsObject().Select(each => each.Value).OfType<JsonObject>();
}
