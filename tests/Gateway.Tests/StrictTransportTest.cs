using System.Net;

namespace Assessment.Gateway.Tests;

/// <summary>The rules that browsers are given; the gateway is behind a proxy that ends TLS.</summary>
public sealed class StrictTransportTest : IAsyncLifetime
{
    private readonly GatewayServer _gateway = new()
    {
        Settings = new Dictionary<string, string>
        {
            ["ForwardedHeaders:KnownProxies:0"] = "127.0.0.1",
        },
    };

    public Task InitializeAsync() => _gateway.InitializeAsync();

    public Task DisposeAsync() => _gateway.DisposeAsync();

    [Fact]
    public async Task ComingByHttps_BrowsersMustComeByNothingElseForAYear()
    {
        using var answer = await AskAsync("https");

        Assert.Equal(
            "max-age=31536000",
            Assert.Single(answer.Headers.GetValues("Strict-Transport-Security"))
        );
    }

    [Fact]
    public async Task ComingByHttp_TheyAreNotBound()
    {
        using var answer = await AskAsync("http");

        Assert.False(answer.Headers.Contains("Strict-Transport-Security"));
    }

    [Fact]
    public async Task NoScriptIsInAPage()
    {
        using var answer = await AskAsync("https");

        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("default-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
    }

    private async Task<HttpResponseMessage> AskAsync(string scheme)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Host = "assessment.example";
        request.Headers.Add("X-Forwarded-Proto", scheme);
        request.Headers.Add("X-Forwarded-For", "203.0.113.1");
        var answer = await _gateway.Stranger().SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return answer;
    }
}
