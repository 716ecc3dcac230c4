using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace Assessment.Payout.Tests;

[Collection(PayoutService.Name)]
public sealed class ApiDescriptionTest(PayoutHost host)
{
    /// <summary>The portal's client is generated from it: an operation without a name or an answer would be lost there.</summary>
    [Fact]
    public async Task Description_NamesEveryOperationOfTheServiceWithItsAnswer()
    {
        var api = await host.As("some-township").GetFromJsonAsync<JsonNode>("/openapi/payout.json");

        var operations = api!["paths"]!
            .AsObject()
            .Where(path => !IsOfEveryService(path.Key))
            .SelectMany(path => path.Value!.AsObject())
            .Select(operation => operation.Value!)
            .ToList();
        Assert.Equal(
            [
                "ExportAudit",
                "ExportSheet",
                "GetSheet",
                "ListAuditEntries",
                "ListSheets",
                "ListWork",
            ],
            operations.Select(operation => (string)operation["operationId"]!).Order()
        );
        Assert.All(
            operations,
            operation => Assert.NotEmpty(operation["responses"]!["200"]!["content"]!.AsObject())
        );
    }

    private static bool IsOfEveryService(string path) =>
        path.Contains("/imports", StringComparison.Ordinal)
        || path.Contains("/ops", StringComparison.Ordinal);
}
