using System.Net;
using Assessment.ServiceDefaults.SignIn;
using Assessment.Testing.Sidecar;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Xunit;
using static Assessment.Hotline.Tests.TownshipCycle;

namespace Assessment.Hotline.Tests.Feeds;

/// <summary>The binding's address is the sidecar's only, and the sidecar's token is good for nothing else.</summary>
[Collection(FedHotline.Name)]
public sealed class FeedAdmissionTest(FeedHost host)
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("another")]
    [InlineData(FeedHost.Token + "x")]
    [InlineData("THE-TOKEN-OF-THE-APPS-SIDECAR")]
    public async Task WithoutTheToken_NothingIsThereAndNothingIsTaken(string? token)
    {
        var fed = await host.NextTownshipWithCycleAsync();
        var stranger = new AppChannel(host.Anonymous(), token);

        Assert.False(await stranger.IsThereAsync(fed.Binding));
        using var answer = await stranger.BringAsync(fed.Binding, File(Row("N1")));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Empty(await fed.ImportsAsync());
    }

    [Fact]
    public async Task TokenAmongOthers_IsNone()
    {
        var fed = await host.NextTownshipWithCycleAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/{fed.Binding}")
        {
            Content = new ByteArrayContent(File(Row("N1"))),
        };
        request.Headers.Add(HeldSecrets.TokenHeader, [FeedHost.Token, "another"]);

        using var answer = await host.Anonymous().SendAsync(request);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Empty(await fed.ImportsAsync());
    }

    [Fact]
    public async Task NobodyWithATicket_IsTheSidecar()
    {
        var fed = await host.NextTownshipWithCycleAsync();
        foreach (var role in Roles.OfAccounts)
        {
            var person = new AppChannel(host.As(fed.Cycle.Township, role, "a1"), token: null);
            using var answer = await person.BringAsync(fed.Binding, File(Row("N1")));
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }

        Assert.Empty(await fed.ImportsAsync());
    }

    [Fact]
    public async Task TokenWithATicket_IsNotABindingsCall()
    {
        var fed = await host.NextTownshipWithCycleAsync();
        var another = new AppChannel(host.As("another-township"), FeedHost.Token);

        using var answer = await another.BringAsync(fed.Binding, File(Row("N1")));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Empty(await fed.ImportsAsync());
    }

    [Fact]
    public async Task SidecarsToken_OpensNothingElse()
    {
        var sidecar = host.Anonymous();
        sidecar.DefaultRequestHeaders.Add(HeldSecrets.TokenHeader, FeedHost.Token);
        var endpoints = host.Part<IEnumerable<EndpointDataSource>>()
            .SelectMany(source => source.Endpoints)
            .OfType<RouteEndpoint>()
            .Where(endpoint =>
                endpoint.Metadata.GetMetadata<Permission>()!.Who
                    is not (AccessLevel.Everyone or AccessLevel.Sidecar)
            )
            .ToList();
        Assert.NotEmpty(endpoints);
        foreach (var endpoint in endpoints)
        {
            var method = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods[0];
            using var request = new HttpRequestMessage(
                new HttpMethod(method ?? HttpMethods.Get),
                endpoint
                    .RoutePattern.RawText!.Replace(
                        "{id:guid}",
                        $"{Guid.Empty}",
                        StringComparison.Ordinal
                    )
                    .Replace("{", "", StringComparison.Ordinal)
                    .Replace("}", "", StringComparison.Ordinal)
            );
            using var answer = await sidecar.SendAsync(request);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }
    }

    [Fact]
    public async Task BindingThatIsNotConfigured_IsNotThere()
    {
        Assert.False(await host.Channel.IsThereAsync("hotline-files-of-nobody"));
        using var answer = await host.Channel.BringAsync(
            "hotline-files-of-nobody",
            File(Row("N1"))
        );
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }
}
