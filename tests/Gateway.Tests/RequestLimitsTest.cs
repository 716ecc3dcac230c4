using System.Net;

namespace Assessment.Gateway.Tests;

[Collection(OnGateway.Name)]
public sealed class RequestLimitsTest : IAsyncLifetime
{
    private const int Households = 300;

    private readonly GatewayServer _gateway = new() { RequestBurst = 20, HasDistrict = false };

    public Task InitializeAsync() => _gateway.InitializeAsync();

    public Task DisposeAsync() => _gateway.DisposeAsync();

    private Task<HttpStatusCode[]> AllAtOnceAsync(Func<int, string> address) =>
        AllAtOnceAsync(_gateway.Stranger(), address);

    private static async Task<HttpStatusCode[]> AllAtOnceAsync(
        HttpClient visitor,
        Func<int, string> address
    )
    {
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, Households)
                .Select(household => visitor.GetAsync(address(household)))
        );
        return [.. answers.Select(answer => answer.StatusCode)];
    }

    [Fact]
    public async Task AccountsBehindOneAddress_AreLimitedTogether()
    {
        var gateway = new GatewayServer
        {
            Settings = new Dictionary<string, string> { ["Limits:Addresses:Burst"] = "20" },
        };
        await gateway.InitializeAsync();
        var official = await gateway.BrowserAsync();

        var answers = await AllAtOnceAsync(official, _ => "/api/accounts/me");

        Assert.Contains(HttpStatusCode.TooManyRequests, answers);
        Assert.Contains(HttpStatusCode.OK, answers);
        await gateway.DisposeAsync();
    }

    [Fact]
    public async Task ManyHouseholdsBehindOneAddress_AllReachTheirQuestionnaire()
    {
        var officials = await AllAtOnceAsync(_ => "/api/accounts/me");
        var residents = await AllAtOnceAsync(household => $"/s/household-{household}");

        Assert.Contains(HttpStatusCode.TooManyRequests, officials);
        Assert.All(residents, status => Assert.Equal(HttpStatusCode.OK, status));
    }
}
