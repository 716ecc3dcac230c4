using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Assessment.ServiceDefaults.SignIn;

namespace Assessment.Gateway.Tests;

[Collection(OnGateway.Name)]
public sealed class QrCodesTest(GatewayServer gateway)
{
    private const string Asked = "/api/qr-codes";

    [Fact]
    public async Task Address_IsDrawnWithItsThreeFindersInsideTheQuietMargin()
    {
        using var answer = await (await gateway.BrowserAsync()).PostAsJsonAsync(
            Asked,
            new { addresses = new[] { "http://localhost/s/a", "http://localhost/s/b" } }
        );
        var codes = (await answer.Content.ReadFromJsonAsync<JsonArray>())!;

        var size = codes[0]!["size"]!.GetValue<int>();
        var path = codes[0]!["path"]!.GetValue<string>();
        Assert.StartsWith("M4 4h7v1h-7z", path, StringComparison.Ordinal);
        Assert.Contains($"M{size - 11} 4h7v1h-7z", path, StringComparison.Ordinal);
        Assert.Contains($"M4 {size - 5}h7v1h-7z", path, StringComparison.Ordinal);
        Assert.NotEqual(path, codes[1]!["path"]!.GetValue<string>());
    }

    [Theory]
    [InlineData(0, 10)]
    [InlineData(501, 10)]
    [InlineData(1, 0)]
    [InlineData(1, 301)]
    public async Task NoneTooManyOrTooLong_IsRefused(int count, int length)
    {
        using var answer = await (await gateway.BrowserAsync()).PostAsJsonAsync(
            Asked,
            new { addresses = Enumerable.Repeat(new string('a', length), count) }
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var problem = (await answer.Content.ReadFromJsonAsync<JsonNode>())!;
        Assert.Equal("qr-codes-need-addresses", problem["code"]!.GetValue<string>());
    }

    [Fact]
    public async Task NullAmongTheAddresses_IsMalformed()
    {
        using var answer = await (await gateway.BrowserAsync()).PostAsJsonAsync(
            Asked,
            new { addresses = new[] { "http://localhost/s/a", null } }
        );

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var problem = (await answer.Content.ReadFromJsonAsync<JsonNode>())!;
        Assert.Equal("malformed-request", problem["code"]!.GetValue<string>());
        Assert.Equal("$.addresses[1]", problem["path"]!.GetValue<string>());
    }

    [Fact]
    public async Task Area_DrawsNone()
    {
        using var answer = await (
            await SignedInAs.RoleAsync(gateway, Roles.Area, "qr-town")
        ).PostAsJsonAsync(Asked, new { addresses = new[] { "http://localhost/s/a" } });

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }
}
