using System.Net;
using static Assessment.Gateway.Tests.GatewayServer;

namespace Assessment.Gateway.Tests;

public sealed class LastDistrictTest : IAsyncLifetime
{
    private readonly GatewayServer _gateway = new();

    public Task InitializeAsync() => _gateway.InitializeAsync();

    public Task DisposeAsync() => _gateway.DisposeAsync();

    [Fact]
    public async Task TwoWhoDisableEachOtherAtOnce_LeaveOneDistrictAccount()
    {
        var (userName, password) = await _gateway.AccountAsync("district");
        var second = await _gateway.BrowserAsync(userName, password);
        await EnrolAsync(second);
        var first = await _gateway.BrowserAsync();
        // Both are known to the gateway as signed in, whatever happens to them in between.
        Assert.Equal(HttpStatusCode.OK, (await first.GetAsync("/api/accounts")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await second.GetAsync("/api/accounts")).StatusCode);

        var answers = await Task.WhenAll(
            first.PostAsync($"/api/accounts/{userName}/disable", content: null),
            second.PostAsync("/api/accounts/district/disable", content: null)
        );

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.NoContent);
        Assert.Single(
            answers,
            answer => answer.StatusCode is HttpStatusCode.Conflict or HttpStatusCode.Unauthorized
        );
    }
}
