extern alias Demo;

using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Assessment.Gateway.Storage;
using Assessment.Testing.Hosts;
using Assessment.Testing.Servers;
using Demo::Assessment.Demo;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Assessment.Gateway.Tests;

/// <summary>The gateway on a real PostgreSQL, with one real service behind all its routes.</summary>
public sealed class GatewayServer : IAsyncLifetime
{
    public const string FirstPassword = "a first sentence of all";

    private readonly string _folder = Directory
        .CreateTempSubdirectory("assessment-gateway-")
        .FullName;
    private WebApplicationFactory<Program>? _factory;
    private Action<IWebHostBuilder>? _settings;
    private string? _district;

    /// <summary>High enough to be out of the way of tests that are about something else.</summary>
    public int SignInsPerMinute { get; init; } = 100_000;

    public int RequestBurst { get; init; } = 100_000;

    /// <summary>Further configuration, by key.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; set; } =
        new Dictionary<string, string>();

    /// <summary>Further configuration of the service behind the gateway, by key.</summary>
    public IReadOnlyDictionary<string, string> ServiceSettings { get; init; } =
        new Dictionary<string, string>();

    /// <summary>The gateway itself, otherwise than usual.</summary>
    public Action<IWebHostBuilder> Configure { get; init; } = _ => { };

    /// <summary>The service behind the gateway, otherwise than usual.</summary>
    public Action<WebApplicationBuilder>? ConfigureService { get; init; }

    public IServiceProvider Services => _factory!.Services;

    /// <summary>Whether somebody took the first account up, with a second factor as it must have.</summary>
    public bool HasDistrict { get; init; } = true;

    public string FirstInvitationFile => Path.Combine(_folder, "first-invitation");

    /// <summary>The app on the telephone of whoever has the account <c>district</c>.</summary>
    public Authenticator DistrictsPhone { get; private set; } = null!;

    public Downstream Service { get; private set; } = null!;

    public string KeyRing => Path.Combine(_folder, "keys");

    public string Database { get; private set; } = "";

    public async Task InitializeAsync()
    {
        Database = await TestServers.CreateDatabaseAsync(MigratedDatabase.Of<GatewayDb>());
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
        Service = await Downstream.StartAsync(KeyRing, ConfigureService, settings: ServiceSettings);
        _settings = Configured(Database, KeyRing, portal);
        Start();
        // The service was there first and looks for the gateway's keys from time to time.
        await Eventually.HoldsAsync("The service has the gateway's keys", Service.HasKeysAsync);
        if (HasDistrict)
        {
            await TakeUpDistrictAsync();
        }
    }

    /// <summary>Ends the gateway and starts it again on the same data.</summary>
    public async Task RestartAsync()
    {
        await _factory!.DisposeAsync();
        Start();
    }

    /// <summary>A second gateway of the same deployment.</summary>
    public GatewayServer Another()
    {
        var other = new GatewayServer { _settings = _settings, _district = _district };
        other.Start();
        return other;
    }

    private void Start()
    {
        _factory = new WebApplicationFactory<Program>().WithWebHostBuilder(_settings!);
        _factory.UseKestrel();
        _factory.StartServer();
    }

    private Action<IWebHostBuilder> Configured(string database, string keyRing, string portal) =>
        host =>
        {
            host.UseSetting(WebHostDefaults.ServerUrlsKey, "http://127.0.0.1:0");
            host.UseSetting("ConnectionStrings:gateway-db", database);
            host.UseSetting("DataProtection:KeyRing", keyRing);
            host.UseSetting("Accounts:FirstInvitation", FirstInvitationFile);
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
            // A password is slow to guess because it is slow to hash, which tests of other things need not wait for.
            host.ConfigureServices(services =>
                services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = 10)
            );
            Configure(host);
            foreach (var (key, value) in Settings)
            {
                host.UseSetting(key, value);
            }
        };

    /// <summary>As whoever started the platform does, with the link that it showed.</summary>
    public async Task TakeUpDistrictAsync()
    {
        var path = (await File.ReadAllTextAsync(FirstInvitationFile)).Trim();
        await AcceptAsync(path, FirstPassword);
        var browser = await BrowserAsync("district", FirstPassword);
        DistrictsPhone = await EnrolAsync(browser);
        _district = CookieOf(browser);
    }

    public async Task DisposeAsync()
    {
        await _factory!.DisposeAsync();
        if (Service is not null)
        {
            await Service.DisposeAsync();
        }

        if (Database.Length > 0)
        {
            await TestServers.DropDatabaseAsync(Database);
        }

        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>A browser or program that has not signed in; it keeps cookies.</summary>
    public HttpClient Stranger() => Client(keepsCookies: true);

    private HttpClient Client(bool keepsCookies) =>
        new(
            new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = keepsCookies },
            disposeHandler: true
        )
        {
            BaseAddress = _factory!.ClientOptions.BaseAddress,
        };

    /// <summary>The district's browser: signed in once, with its second factor, for all tests.</summary>
    public Task<HttpClient> BrowserAsync() => Task.FromResult(Browser(_district!));

    private HttpClient Browser(string cookie)
    {
        var browser = Client(keepsCookies: false);
        browser.DefaultRequestHeaders.Add("Cookie", cookie);
        browser.DefaultRequestHeaders.Add("X-Requested-With", "assessment");
        return browser;
    }

    /// <summary>A browser that is signed in and sends the portal's header.</summary>
    public async Task<HttpClient> BrowserAsync(
        string userName,
        string password,
        string? code = null
    )
    {
        var answer = await Stranger()
            .PostAsJsonAsync(
                "/api/accounts/sign-in",
                new
                {
                    userName,
                    password,
                    code,
                }
            );
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return Browser(answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
    }

    /// <summary>The same person's browser, led to this gateway.</summary>
    public HttpClient BrowserOf(HttpClient browser) => Browser(CookieOf(browser));

    public static string CookieOf(HttpClient browser) =>
        browser.DefaultRequestHeaders.GetValues("Cookie").Single();

    /// <summary>The district's program with a token.</summary>
    public async Task<HttpClient> ProgramAsync() =>
        await ProgramAsync(
            "district",
            FirstPassword,
            await DistrictsPhone.NextCodeAsync(CancellationToken.None)
        );

    /// <summary>A program with a token.</summary>
    public async Task<HttpClient> ProgramAsync(
        string userName,
        string password,
        string? code = null
    )
    {
        var program = Stranger();
        var answer = await program.PostAsJsonAsync(
            "/api/accounts/token",
            new
            {
                userName,
                password,
                code,
            }
        );
        var token = (await JsonOf(answer))["accessToken"]!.GetValue<string>();
        program.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return program;
    }

    /// <summary>Enrols a second factor for whoever is signed in there.</summary>
    public static async Task<Authenticator> EnrolAsync(HttpClient client)
    {
        var key = await JsonOf(
            await client.PostAsync("/api/accounts/me/second-factor", content: null)
        );
        var phone = new Authenticator(key["key"]!.GetValue<string>(), TimeProvider.System);
        var confirmed = await client.PostAsJsonAsync(
            "/api/accounts/me/second-factor/confirm",
            new { code = await phone.NextCodeAsync(CancellationToken.None) }
        );
        Assert.Equal(HttpStatusCode.OK, confirmed.StatusCode);
        return phone;
    }

    /// <summary>Sets the password of an invited account, as the person does.</summary>
    public async Task AcceptAsync(string path, string password)
    {
        var answer = await AnswerToAsync(path, password);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }

    public Task<HttpResponseMessage> AnswerToAsync(string path, string password) =>
        Stranger()
            .PostAsJsonAsync(
                $"/api/accounts{path.Replace("/invitation/", "/invitations/", StringComparison.Ordinal)}/accept",
                new { password }
            );

    /// <summary>An account that the district opened, in a township that it entered, and whose person took it up.</summary>
    public async Task<(string UserName, string Password)> AccountAsync(
        string role,
        string? township = null,
        string? department = null,
        string? area = null
    )
    {
        var (userName, path) = await OpenAsync(role, township, department, area);
        var password = $"a sentence {Guid.NewGuid():N}";
        await AcceptAsync(path!, password);
        return (userName, password);
    }

    /// <summary>An account that the district opened; the path of its invitation, if it has one.</summary>
    public async Task<(string UserName, string? Path)> OpenAsync(
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

        var userName = $"{role[..3]}-{Guid.NewGuid():N}";
        var answer = await district.PostAsJsonAsync(
            "/api/accounts",
            new
            {
                userName,
                displayName = "某某",
                duties = new[] { DutyOf(role, department, area) },
                township,
            }
        );
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (userName, (await JsonOf(answer))["invitation"]?["path"]?.GetValue<string>());
    }

    /// <summary>A duty of the role that makes sense.</summary>
    public static object DutyOf(string role, string? department = null, string? area = null) =>
        new
        {
            role,
            departments = role == "departmentScorer" ? new[] { department ?? "党建办" } : null,
            campaigns = role == "surveyor" ? new[] { Guid.NewGuid() } : null,
            area,
        };

    /// <summary>Changes an account, whatever became of it in the meantime.</summary>
    public static Task<HttpResponseMessage> ChangeAsync(
        HttpClient keeper,
        string userName,
        params object[] duties
    ) => ChangeAsync(keeper, userName, "*", new { displayName = "某某", duties });

    /// <param name="ifMatch">The tag of the version to be changed.</param>
    public static async Task<HttpResponseMessage> ChangeAsync(
        HttpClient keeper,
        string userName,
        string? ifMatch,
        object change
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/accounts/{userName}")
        {
            Content = JsonContent.Create(change),
        };
        if (ifMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        }

        return await keeper.SendAsync(request);
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
