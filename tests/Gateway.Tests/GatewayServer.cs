using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Assessment.Gateway.Tests;

/// <summary>The gateway on a real PostgreSQL, with one real service behind all its routes.</summary>
public sealed class GatewayServer : IAsyncLifetime
{
    public const string FirstPassword = "first-password-of-all";

    private readonly string _folder = Directory
        .CreateTempSubdirectory("assessment-gateway-")
        .FullName;
    private WebApplicationFactory<Program>? _factory;

    /// <summary>High enough to be out of the way of tests that are about something else.</summary>
    public int SignInsPerMinute { get; init; } = 100_000;

    public int RequestBurst { get; init; } = 100_000;

    /// <summary>Further configuration, by key.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } =
        new Dictionary<string, string>();

    public IServiceProvider Services => _factory!.Services;

    public Downstream Service { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        var database = await TestServers.CreateDatabaseAsync();
        var keyRing = Path.Combine(_folder, "keys");
        var portal = Directory
            .CreateDirectory(Path.Combine(_folder, "portal", "assets"))
            .Parent!.FullName;
        await File.WriteAllTextAsync(
            Path.Combine(portal, "index.html"),
            "<!doctype html><title>portal</title>"
        );
        await File.WriteAllTextAsync(
            Path.Combine(portal, "assets", "page-abc123.js"),
            "export {};"
        );
        Service = await Downstream.StartAsync(keyRing);
        _factory = new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
        {
            host.UseSetting(WebHostDefaults.ServerUrlsKey, "http://127.0.0.1:0");
            host.UseSetting("ConnectionStrings:gateway-db", database);
            host.UseSetting("DataProtection:KeyRing", keyRing);
            host.UseSetting("Accounts:FirstPassword", FirstPassword);
            host.UseSetting("Portal:Folder", portal);
            host.UseSetting("Limits:SignIn:PerNameAndAddress", $"{SignInsPerMinute}");
            host.UseSetting("Limits:SignIn:PerAddress", "100000");
            host.UseSetting("Limits:Requests:Burst", $"{RequestBurst}");
            host.UseSetting("Limits:Addresses:Burst", "100000");
            foreach (var cluster in new[] { "scoring", "survey", "hotline" })
            {
                host.UseSetting(
                    $"ReverseProxy:Clusters:{cluster}:Destinations:one:Address",
                    Service.Address
                );
            }

            // Nothing listens on the discard port.
            host.UseSetting(
                "ReverseProxy:Clusters:payout:Destinations:one:Address",
                "http://127.0.0.1:9/"
            );
            foreach (var (key, value) in Settings)
            {
                host.UseSetting(key, value);
            }
        });
        _factory.UseKestrel();
        _factory.StartServer();
    }

    public async Task DisposeAsync()
    {
        await _factory!.DisposeAsync();
        await Service.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>A browser or program that has not signed in; it keeps cookies.</summary>
    public HttpClient Stranger() =>
        _factory!.CreateClient(
            new WebApplicationFactoryClientOptions
            {
                AllowAutoRedirect = false,
                BaseAddress = _factory.ClientOptions.BaseAddress,
            }
        );

    /// <summary>A browser that is signed in and sends the portal's header.</summary>
    public async Task<HttpClient> BrowserAsync(
        string userName = "district",
        string password = FirstPassword
    )
    {
        var browser = Stranger();
        var answer = await browser.PostAsJsonAsync(
            "/api/accounts/sign-in",
            new { userName, password }
        );
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        browser.DefaultRequestHeaders.Add("X-Requested-With", "assessment");
        return browser;
    }

    /// <summary>A program with a token.</summary>
    public async Task<HttpClient> ProgramAsync(
        string userName = "district",
        string password = FirstPassword
    )
    {
        var program = Stranger();
        var answer = await program.PostAsJsonAsync(
            "/api/accounts/token",
            new { userName, password }
        );
        var token = (await JsonOf(answer))["accessToken"]!.GetValue<string>();
        program.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return program;
    }

    /// <summary>An account that the district opened, in a township that it entered.</summary>
    public async Task<(string UserName, string Password)> AccountAsync(
        string role,
        string? township = null,
        string? department = null,
        string? area = null
    )
    {
        var district = await BrowserAsync();
        if (township is not null)
        {
            await TownshipAsync(township);
        }

        var userName = $"{role[..4]}-{Guid.NewGuid():N}";
        var answer = await district.PostAsJsonAsync(
            "/api/accounts",
            new
            {
                userName,
                displayName = "某某",
                role,
                township,
                department,
                area,
            }
        );
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (userName, (await JsonOf(answer))["password"]!.GetValue<string>());
    }

    public async Task TownshipAsync(string id)
    {
        var district = await BrowserAsync();
        var answer = await district.PostAsJsonAsync(
            "/api/townships",
            new { id, name = $"{id} 镇" }
        );
        Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Conflict);
    }

    public static async Task<JsonNode> JsonOf(HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<JsonNode>())!;

    public static async Task RefusedAsync(
        HttpResponseMessage answer,
        HttpStatusCode status,
        string code
    )
    {
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = await JsonOf(answer);
        Assert.Equal(code, problem["code"]!.GetValue<string>());
        Assert.Equal($"urn:assessment:{code}", problem["type"]!.GetValue<string>());
        Assert.False(string.IsNullOrWhiteSpace(problem["detail"]!.GetValue<string>()));
    }
}

[CollectionDefinition(Name)]
public sealed class OnGateway : ICollectionFixture<GatewayServer>
{
    public const string Name = "gateway";
}
