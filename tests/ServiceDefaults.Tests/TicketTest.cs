using System.Net;
using System.Net.Http.Headers;
using System.Security.Claims;
using Assessment.ServiceDefaults.SignIn;
using Assessment.Testing.Sample;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Assessment.ServiceDefaults.Tests;

/// <summary>A service that is reached directly believes nothing but a ticket of its own deployment's gateway.</summary>
public sealed class TicketTest : IAsyncLifetime
{
    private SampleService _service = null!;

    public async Task InitializeAsync() => _service = await SampleService.StartAsync();

    public async Task DisposeAsync() => await _service.DisposeAsync();

    [Fact]
    public async Task RequestWithoutTicket_IsRefused_WhateverItClaimsInHeaders()
    {
        using var http = new HttpClient { BaseAddress = _service.Address };
        http.DefaultRequestHeaders.Add("X-Township", "a");
        http.DefaultRequestHeaders.Add("X-Role", Roles.TownshipAdministrator);
        using var answer = await http.GetAsync("/api/sample/imports");

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync("made-up"));
    }

    [Fact]
    public async Task Ticket_HoldsOneMinute()
    {
        await using var gateway = Gateway(_service.KeyRing);
        var now = TimeProvider.System.GetUtcNow();

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(Mint(gateway, now)));
        Assert.Equal(
            HttpStatusCode.Unauthorized,
            await StatusAsync(
                Mint(gateway, now - ServiceTickets.Lifetime - TimeSpan.FromSeconds(1))
            )
        );
        Assert.Equal(TimeSpan.FromMinutes(1), ServiceTickets.Lifetime);
    }

    [Fact]
    public async Task TicketThatWasChanged_IsRefused()
    {
        await using var gateway = Gateway(_service.KeyRing);
        var ticket = Mint(gateway, TimeProvider.System.GetUtcNow());
        var at = ticket.Length / 2;
        var changed = ticket[..at] + (ticket[at] == 'A' ? 'B' : 'A') + ticket[(at + 1)..];

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(changed));
    }

    [Fact]
    public async Task TicketOfAnotherKeyRing_IsRefused()
    {
        var ring = Directory.CreateTempSubdirectory("assessment-other-keys-");
        await using var gateway = Gateway(ring.FullName);

        Assert.Equal(
            HttpStatusCode.Unauthorized,
            await StatusAsync(Mint(gateway, TimeProvider.System.GetUtcNow()))
        );
        ring.Delete(recursive: true);
    }

    [Fact]
    public async Task TicketOfAnotherDeploymentOnTheSameKeyRing_IsRefused()
    {
        await using var gateway = Gateway(_service.KeyRing, deployment: "training");

        Assert.Equal(
            HttpStatusCode.Unauthorized,
            await StatusAsync(Mint(gateway, TimeProvider.System.GetUtcNow()))
        );
    }

    [Fact]
    public async Task KeysRotate_AndTicketsOfTheFormerKeyStillHold()
    {
        var now = TimeProvider.System.GetUtcNow();
        await using var before = Gateway(_service.KeyRing);
        var former = Mint(before, now);
        before
            .GetRequiredService<IKeyManager>()
            .CreateNewKey(TimeProvider.System.GetUtcNow(), now + TimeSpan.FromDays(90));
        await using var after = Gateway(_service.KeyRing);
        var newer = Mint(after, now);

        // The key's id is at the beginning of what it protects.
        Assert.NotEqual(former[..24], newer[..24]);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(former));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(newer));
    }

    private static ServiceProvider Gateway(string ring, string? deployment = null)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([
                new("DataProtection:KeyRing", ring),
                new("Deployment", deployment),
            ])
            .Build();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddKeyRing(configuration, makesKeys: true);
        return services.BuildServiceProvider();
    }

    private static string Mint(IServiceProvider gateway, DateTimeOffset now) =>
        gateway
            .GetRequiredService<ServiceTickets>()
            .Mint(
                [
                    new(CallerClaims.Subject, "1"),
                    new(CallerClaims.Name, "admin"),
                    new(CallerClaims.Role, Roles.TownshipAdministrator),
                    new(CallerClaims.Township, "a"),
                ],
                now
            );

    private async Task<HttpStatusCode> StatusAsync(string ticket)
    {
        using var http = new HttpClient { BaseAddress = _service.Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", ticket);
        using var answer = await http.GetAsync("/api/sample/imports");
        return answer.StatusCode;
    }
}
