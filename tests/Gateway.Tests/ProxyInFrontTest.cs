using System.Net;
using System.Net.Http.Json;

namespace Assessment.Gateway.Tests;

/// <summary>The gateway behind a proxy that ends TLS, and that says so.</summary>
public sealed class ProxyInFrontTest
{
    [Theory]
    [InlineData("KnownProxies:0", "127.0.0.1")]
    [InlineData("KnownNetworks:0", "127.0.0.0/8")]
    public async Task KnownProxy_CookiesAreSecure_AndLimitsCountItsCallers(string key, string known)
    {
        await using var gateway = await StartedGateway.WithAsync(key, known);

        Assert.True(await gateway.CookieIsSecureAsync());
        Assert.Equal(HttpStatusCode.TooManyRequests, await gateway.ManyFromAsync("203.0.113.7"));
        Assert.Equal(HttpStatusCode.Unauthorized, await gateway.OneFromAsync("203.0.113.8"));
    }

    [Theory]
    [InlineData("KnownProxies:0", "192.0.2.1")]
    [InlineData("KnownNetworks:0", "192.0.2.0/24")]
    [InlineData("Nothing", "")]
    public async Task UnknownProxy_IsNotBelieved(string key, string known)
    {
        await using var gateway = await StartedGateway.WithAsync(key, known);

        Assert.False(await gateway.CookieIsSecureAsync());
        Assert.Equal(HttpStatusCode.TooManyRequests, await gateway.ManyFromAsync("203.0.113.7"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await gateway.OneFromAsync("203.0.113.8"));
    }

    private sealed class StartedGateway(GatewayServer gateway) : IAsyncDisposable
    {
        private const int Burst = 20;

        public static async Task<StartedGateway> WithAsync(string key, string known)
        {
            var gateway = new GatewayServer
            {
                RequestBurst = Burst,
                Settings = new Dictionary<string, string>
                {
                    [$"ForwardedHeaders:{key}"] = known,
                    ["Limits:Requests:PerSecond"] = "1",
                },
            };
            await gateway.InitializeAsync();
            return new StartedGateway(gateway);
        }

        public async Task<bool> CookieIsSecureAsync()
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/accounts/sign-in")
            {
                Content = JsonContent.Create(
                    new
                    {
                        userName = "district",
                        password = GatewayServer.FirstPassword,
                        code = await gateway.DistrictsPhone.NextCodeAsync(CancellationToken.None),
                    }
                ),
                Headers =
                {
                    { "X-Forwarded-Proto", "https" },
                    { "X-Forwarded-For", "203.0.113.1" },
                },
            };
            using var answer = await gateway.Stranger().SendAsync(request);
            return answer
                .Headers.GetValues("Set-Cookie")
                .Single()
                .Contains("; secure", StringComparison.OrdinalIgnoreCase);
        }

        /// <returns>The answer to the last of more than a single address may send at once.</returns>
        public async Task<HttpStatusCode> ManyFromAsync(string address)
        {
            var answers = await Task.WhenAll(
                Enumerable.Range(0, 3 * Burst).Select(_ => OneFromAsync(address))
            );
            return answers.Max();
        }

        public async Task<HttpStatusCode> OneFromAsync(string address)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/api/accounts/me");
            request.Headers.Add("X-Forwarded-For", address);
            using var answer = await gateway.Stranger().SendAsync(request);
            return answer.StatusCode;
        }

        public async ValueTask DisposeAsync() => await gateway.DisposeAsync();
    }
}
