using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text.Json.Nodes;
using Assessment.ServiceDefaults.Auditing;
using Assessment.ServiceDefaults.SignIn;
using Assessment.Testing.Sample;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Assessment.ServiceDefaults.Tests;

/// <summary>An endpoint that demands the second factor anew believes the time in the ticket, by the service's own clock.</summary>
public sealed class FreshSecondFactorTest : IAsyncLifetime
{
    private readonly StoppedClock _clock = new();
    private SampleService _service = null!;

    public async Task InitializeAsync() =>
        _service = await SampleService.StartAsync(
            map: app =>
                app.MapPost("/api/sample/sign", () => Results.Ok())
                    .RecordsNothing("a test")
                    .RequireTownshipRoles(Roles.Leader)
                    .RequireFreshSecondFactor(),
            build: builder => builder.Services.AddSingleton<TimeProvider>(_clock)
        );

    public async Task DisposeAsync() => await _service.DisposeAsync();

    [Theory]
    [InlineData(0)]
    [InlineData(299)]
    [InlineData(300)]
    public async Task ShownWithinFiveMinutes_IsAdmitted(int secondsAgo)
    {
        var (status, _) = await SignAsync(SecondsAgo(secondsAgo));

        Assert.Equal(HttpStatusCode.OK, status);
    }

    [Fact]
    public async Task ShownLongerAgo_IsToBeShownAgain()
    {
        var (status, code) = await SignAsync(SecondsAgo(301));

        Assert.Equal(HttpStatusCode.Forbidden, status);
        Assert.Equal("second-factor-must-be-fresh", code);
    }

    [Fact]
    public async Task NeverShownInTheSession_IsToBeShownAgain()
    {
        var (status, code) = await SignAsync("0");

        Assert.Equal(HttpStatusCode.Forbidden, status);
        Assert.Equal("second-factor-must-be-fresh", code);
    }

    [Fact]
    public async Task NoneIsEnrolled_IsToldToEnrolOneFirst()
    {
        var (status, code) = await SignAsync(shown: null);

        Assert.Equal(HttpStatusCode.Forbidden, status);
        Assert.Equal("second-factor-must-be-enrolled-first", code);
    }

    [Fact]
    public async Task ShownButOfAnotherRole_IsNotPermitted()
    {
        var (status, code) = await SignAsync(SecondsAgo(0), Roles.Area);

        Assert.Equal(HttpStatusCode.Forbidden, status);
        Assert.Equal("not-permitted", code);
    }

    private string SecondsAgo(int seconds) =>
        (_clock.GetUtcNow().ToUnixTimeSeconds() - seconds).ToString(CultureInfo.InvariantCulture);

    private async Task<(HttpStatusCode Status, string? Code)> SignAsync(
        string? shown,
        string role = Roles.Leader
    )
    {
        List<Claim> claims =
        [
            new(CallerClaims.Subject, "1"),
            new(CallerClaims.Name, "leader"),
            new(CallerClaims.Role, role),
            new(CallerClaims.Township, "a"),
        ];
        if (shown is not null)
        {
            claims.Add(new(CallerClaims.SecondFactorAt, shown));
        }

        using var http = new HttpClient { BaseAddress = _service.Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer",
            _service.Services.GetRequiredService<ServiceTickets>().Mint(claims, _clock.GetUtcNow())
        );
        using var answer = await http.PostAsync("/api/sample/sign", content: null);
        var text = await answer.Content.ReadAsStringAsync();
        return (
            answer.StatusCode,
            text.Length == 0 ? null : (string?)JsonNode.Parse(text)?["code"]
        );
    }

    /// <summary>Stands at a whole second; timers go on.</summary>
    private sealed class StoppedClock : TimeProvider
    {
        private readonly DateTimeOffset _now = DateTimeOffset.FromUnixTimeSeconds(
            System.GetUtcNow().ToUnixTimeSeconds()
        );

        public override DateTimeOffset GetUtcNow() => _now;
    }
}
