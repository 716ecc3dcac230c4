using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Assessment.Gateway.Tests;

/// <summary>Another organisation's sign-in: OAuth 2.0 with authorization codes (RFC 6749) and PKCE (RFC 7636).</summary>
public sealed class OutsideServer : IAsyncDisposable
{
    public const string ClientId = "assessment";
    public const string ClientSecret = "the secret of the client";

    private readonly ConcurrentDictionary<string, Grant> _codes = new();
    private readonly ConcurrentDictionary<string, long> _tokens = new();
    private readonly WebApplication _app;

    private OutsideServer(WebApplication app) => _app = app;

    /// <summary>Who sits before the browser, by the number that the outside knows the person by.</summary>
    public long Person { get; set; }

    public string Address => _app.Urls.Single();

    public static async Task<OutsideServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var server = new OutsideServer(app);
        app.MapGet("/authorize", server.Authorize);
        app.MapPost("/token", server.TokenAsync);
        app.MapGet("/userinfo", server.UserInformation);
        await app.StartAsync();
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private IResult Authorize(HttpRequest request)
    {
        var query = request.Query;
        if (
            query["response_type"] != "code"
            || query["client_id"] != ClientId
            || query["code_challenge_method"] != "S256"
        )
        {
            return Results.BadRequest();
        }

        var code = Guid.NewGuid().ToString("N");
        _codes[code] = new Grant(
            Person,
            query["redirect_uri"].ToString(),
            query["code_challenge"].ToString()
        );
        return Results.Redirect(
            QueryHelpers.AddQueryString(
                query["redirect_uri"].ToString(),
                new Dictionary<string, string?>
                {
                    ["code"] = code,
                    ["state"] = query["state"].ToString(),
                }
            )
        );
    }

    private async Task<IResult> TokenAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        if (
            form["client_id"] != ClientId
            || form["client_secret"] != ClientSecret
            || form["grant_type"] != "authorization_code"
            || !_codes.TryRemove(form["code"].ToString(), out var grant)
            || form["redirect_uri"] != grant.Address
            || ChallengeOf(form["code_verifier"].ToString()) != grant.Challenge
        )
        {
            return Results.Json(
                new { error = "invalid_grant" },
                statusCode: StatusCodes.Status400BadRequest
            );
        }

        var token = Guid.NewGuid().ToString("N");
        _tokens[token] = grant.Person;
        return Results.Json(new { access_token = token, token_type = "Bearer" });
    }

    private IResult UserInformation(HttpRequest request) =>
        _tokens.TryGetValue(
            request
                .Headers.Authorization.ToString()
                .Replace("Bearer ", "", StringComparison.Ordinal),
            out var person
        )
            ? Results.Json(new { uid = person, nick = "某某" })
            : Results.Unauthorized();

    private static string ChallengeOf(string verifier) =>
        WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));

    private sealed record Grant(long Person, string Address, string Challenge);
}
