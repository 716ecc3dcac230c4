using System.Net;

namespace Assessment.Gateway.Tests;

[Collection(OnGateway.Name)]
public sealed class PortalTest(GatewayServer gateway)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/sign-in")]
    [InlineData("/results/0198/gj01")]
    public async Task AddressOfAPage_GivesThePortalFresh(string path)
    {
        var answer = await gateway.Stranger().GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("portal", await answer.Content.ReadAsStringAsync());
        Assert.Equal("no-cache", answer.Headers.CacheControl?.ToString());
    }

    [Fact]
    public async Task HashedAsset_IsKeptForAYear()
    {
        var answer = await gateway.Stranger().GetAsync("/assets/page-abc123.js");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(TimeSpan.FromDays(365), answer.Headers.CacheControl?.MaxAge);
    }

    [Fact]
    public async Task MissingAsset_IsNotAnsweredWithThePage()
    {
        var answer = await gateway.Stranger().GetAsync("/assets/page-of-an-older-build.js");

        Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/api/accounts/me")]
    [InlineData("/s/headers-of-a-household")]
    public async Task EveryAnswer_AllowsNoForeignScripts(string path)
    {
        var answer = await gateway.Stranger().GetAsync(path);

        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("script-src 'self';", policy);
        Assert.Contains("frame-ancestors 'none'", policy);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
    }
}
