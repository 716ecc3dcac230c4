using System.Security.Claims;
using System.Security.Cryptography;
using Assessment.Testing.Servers;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;
using static OpenIddict.Server.OpenIddictServerHandlers.Protection;

namespace Assessment.Gateway.Tests;

/// <summary>
/// Another organisation's sign-in: a real OpenID Connect server (OpenIddict) with a database of its own, that knows the
/// gateway and lets in whoever sits before the browser.
/// </summary>
public sealed class OutsideServer : IAsyncDisposable
{
    public const string ClientId = "assessment";
    public const string ClientSecret = "the secret of the client";

    private readonly WebApplication _app;

    private OutsideServer(WebApplication app, string address)
    {
        _app = app;
        Address = address;
    }

    /// <summary>Who sits before the browser, as the outside knows the person for good.</summary>
    public string Person { get; set; } = "";

    /// <summary>What is wrong with the id tokens that it gives.</summary>
    public Action<SecurityTokenDescriptor> Spoils { get; set; } = _ => { };

    public string Address { get; }

    public static async Task<OutsideServer> StartAsync()
    {
        var database = await TestServers.CreateDatabaseAsync();
        OutsideServer? server = null;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddDbContext<DbContext>(options =>
            options.UseNpgsql(database).UseOpenIddict()
        );
        builder
            .Services.AddOpenIddict()
            .AddCore(core => core.UseEntityFrameworkCore().UseDbContext<DbContext>())
            .AddServer(provider =>
            {
                provider
                    .SetAuthorizationEndpointUris("authorize")
                    .SetTokenEndpointUris("token")
                    .AllowAuthorizationCodeFlow()
                    .RequireProofKeyForCodeExchange()
                    .AddEphemeralEncryptionKey()
                    .AddEphemeralSigningKey();
                provider
                    .UseAspNetCore()
                    .EnableAuthorizationEndpointPassthrough()
                    .DisableTransportSecurityRequirement();
                provider.AddEventHandler<GenerateTokenContext>(handler =>
                    handler
                        .UseInlineHandler(context =>
                        {
                            if (context.TokenType == TokenTypeIdentifiers.IdentityToken)
                            {
                                server!.Spoils(context.SecurityTokenDescriptor);
                            }

                            return default;
                        })
                        .SetOrder(GenerateIdentityModelToken.Descriptor.Order - 1)
                );
            });
        var app = builder.Build();
        app.MapGet("/authorize", (HttpContext context) => server!.LetIn(context));
        await using (var scope = app.Services.CreateAsyncScope())
        {
            await scope
                .ServiceProvider.GetRequiredService<DbContext>()
                .Database.EnsureCreatedAsync();
        }

        await app.StartAsync();
        server = new OutsideServer(app, app.Urls.Single());
        await server.WarmUpAsync();
        return server;
    }

    /// <summary>Its first answers take long on a busy machine, longer than the gateway waits.</summary>
    private async Task WarmUpAsync()
    {
        using var anybody = new HttpClient { BaseAddress = new Uri(Address) };
        foreach (var document in new[] { "openid-configuration", "jwks" })
        {
            using var answer = await anybody.GetAsync($"/.well-known/{document}");
            answer.EnsureSuccessStatusCode();
        }
    }

    /// <summary>Makes the gateway known, as its operator would have the other organisation do.</summary>
    public async Task KnowAsync(Uri gateway)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        var clients = scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>();
        var callback = new Uri(gateway, "/api/accounts/sign-in/provider/callback");
        var client = new OpenIddictApplicationDescriptor
        {
            ClientId = ClientId,
            ClientSecret = ClientSecret,
            ClientType = ClientTypes.Confidential,
            ConsentType = ConsentTypes.Implicit,
            RedirectUris = { callback },
            Permissions =
            {
                Permissions.Endpoints.Authorization,
                Permissions.Endpoints.Token,
                Permissions.GrantTypes.AuthorizationCode,
                Permissions.ResponseTypes.Code,
            },
        };
        if (await clients.FindByClientIdAsync(ClientId) is { } known)
        {
            await clients.UpdateAsync(known, client);
        }
        else
        {
            await clients.CreateAsync(client);
        }
    }

    /// <summary>From now on nothing answers there.</summary>
    public Task StopAsync() => _app.StopAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private IResult LetIn(HttpContext context)
    {
        var person = new ClaimsIdentity("outside");
        person.SetClaim(Claims.Subject, Person);
        person.SetClaim(Claims.Name, "外人某某");
        person.SetClaim("number", $"number of {Person}");
        person.SetScopes(context.GetOpenIddictServerRequest()!.GetScopes());
        person.SetDestinations(_ => [Destinations.IdentityToken]);
        return Results.SignIn(
            new ClaimsPrincipal(person),
            authenticationScheme: OpenIddictServerAspNetCoreDefaults.AuthenticationScheme
        );
    }
}

/// <summary>Id tokens that must not be accepted, each by what is wrong with it.</summary>
internal static class SpoiltTokens
{
    public static readonly IReadOnlyDictionary<string, Action<SecurityTokenDescriptor>> All =
        new Dictionary<string, Action<SecurityTokenDescriptor>>(StringComparer.Ordinal)
        {
            ["of another issuer"] = token => token.Issuer = "https://another.example/",
            ["for another audience"] = token => token.Claims[Claims.Audience] = "another-client",
            ["signed by somebody else"] = token =>
                token.SigningCredentials = SignedBySomebodyElse(token.SigningCredentials),
            ["not signed"] = token => token.SigningCredentials = null,
            ["expired"] = token =>
            {
                token.IssuedAt = DateTime.UtcNow.AddMinutes(-20);
                token.NotBefore = DateTime.UtcNow.AddMinutes(-20);
                token.Expires = DateTime.UtcNow.AddMinutes(-5);
            },
            ["of another sign-in"] = token =>
            {
                Remove(token, Claims.Nonce);
                token.Claims[Claims.Nonce] = "the nonce of another sign-in";
            },
            ["without a nonce"] = token => Remove(token, Claims.Nonce),
        };

    public static void Remove(SecurityTokenDescriptor token, string claim)
    {
        token.Subject.RemoveClaims(claim);
        token.Claims.Remove(claim);
    }

    /// <summary>Under the name of the provider's own key.</summary>
    private static SigningCredentials SignedBySomebodyElse(SigningCredentials own)
    {
        using var somebodyElse = RSA.Create(2048);
        return new SigningCredentials(
            new RsaSecurityKey(somebodyElse.ExportParameters(includePrivateParameters: true))
            {
                KeyId = own.Key.KeyId,
            },
            own.Algorithm
        );
    }
}
