using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace Assessment.Hotline.Tests;

[Collection(HotlineService.Name)]
public sealed class ApiDescriptionTest(HotlineHost host)
{
    /// <summary>The portal's client is generated from it: an operation without a name or an answer would be lost there.</summary>
    [Fact]
    public async Task Description_NamesEveryOperationOfTheServiceWithItsAnswer()
    {
        var api = await host.As("some-township")
            .GetFromJsonAsync<JsonNode>("/openapi/hotline.json");

        var operations = api!["paths"]!
            .AsObject()
            .Where(path => !IsOfEveryService(path.Key))
            .SelectMany(path => path.Value!.AsObject())
            .Select(operation => operation.Value!)
            .ToList();
        Assert.Equal(
            [
                "AttributeTicket",
                "ExportAudit",
                "GetRates",
                "GetTicket",
                "ListAuditEntries",
                "ListTickets",
                "ListWork",
                "ReviewTicketExclusion",
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
