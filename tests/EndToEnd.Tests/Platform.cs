using System.Diagnostics;
using System.Text.Json.Nodes;
using Assessment.Demo;
using Assessment.Testing.PrivateServers;
using Assessment.Testing.Telemetry;
using Xunit;

namespace Assessment.EndToEnd.Tests;

/// <summary>
/// The whole platform as real processes, started by the AppHost. The broker is given to it by connection string, so
/// that a test can take it away; PostgreSQL is the AppHost's own. A <see cref="WholePlatform"/> has its own broker, too.
/// </summary>
public class Platform : IAsyncLifetime
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(3);
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("assessment-platform-");
    private readonly List<string> _log = [];
    private Process? _host;
    private readonly Dictionary<string, Authenticator> _phones = [];
    private HttpClient? _http;
    private DistrictAccount? _first;
    private PlatformClient? _district;
    private DateTimeOffset _districtUntil;
    private readonly Lazy<Task<FinalYear>> _final;
    private readonly Lazy<Task<Chromium>> _chromium = new(Chromium.StartAsync);

    public Platform() => _final = new Lazy<Task<FinalYear>>(FinalizeAsync);

    /// <summary>The broker that is given to the AppHost.</summary>
    public RabbitMqServer Broker { get; private set; } = null!;

    /// <summary>Whether the AppHost starts its broker itself.</summary>
    protected virtual bool HasOwnBroker => false;

    public TelemetrySink Telemetry { get; private set; } = null!;

    /// <summary>Path of the link by which the first account was taken up.</summary>
    public string FirstInvitation { get; private set; } = "";

    public string Gateway => State()["gateway"]!.GetValue<string>();

    public async Task InitializeAsync()
    {
        // A day of a year of which the holidays came with the product.
        await Days.BeginAsync(new DateOnly(2024, 3, 4), CancellationToken.None);
        Telemetry = await TelemetrySink.StartAsync();
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList =
            {
                Repository.Program("src/AppHost", "Assessment.AppHost"),
                "--data",
                Path.Combine(_data.FullName, "data"),
                "--servers",
                "local",
                "--port",
                $"{TestPorts.Next()}",
                "--days-ahead",
                Path.Combine(_data.FullName, "days-ahead"),
            },
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            Environment =
            {
                ["OTEL_EXPORTER_OTLP_ENDPOINT"] = Telemetry.Address,
                ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
                ["OTEL_METRIC_EXPORT_INTERVAL"] = "5000",
            },
        };
        if (!HasOwnBroker)
        {
            Broker = await RabbitMqServer.StartAsync(
                Directory.CreateDirectory(Path.Combine(_data.FullName, "broker")).FullName
            );
            start.Environment["ConnectionStrings__messaging"] = Broker.ConnectionString;
        }

        _host = Process.Start(start)!;
        _host.OutputDataReceived += (_, line) => Log(line.Data);
        _host.ErrorDataReceived += (_, line) => Log(line.Data);
        _host.BeginOutputReadLine();
        _host.BeginErrorReadLine();
        await UntilReadyAsync();
        _http = new HttpClient
        {
            BaseAddress = new Uri(Gateway),
            Timeout = Timeout.InfiniteTimeSpan,
        };
        FirstInvitation = await File.ReadAllTextAsync(
            Path.Combine(_data.FullName, "data", "first-invitation")
        );
        _first = new DistrictAccount(
            _http,
            TimeProvider.System,
            Path.Combine(_data.FullName, "district.json"),
            FirstInvitation
        );
    }

    public async Task DisposeAsync()
    {
        if (_chromium.IsValueCreated)
        {
            await (await _chromium.Value).DisposeAsync();
        }

        _http?.Dispose();
        if (_host is { HasExited: false })
        {
            using var stop = Process.Start("kill", ["-TERM", $"{_host.Id}"]);
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
            await _host.WaitForExitAsync(limit.Token);
        }

        _host?.Dispose();
        if (Broker is not null)
        {
            await Broker.DisposeAsync();
        }

        if (Telemetry is not null)
        {
            await Telemetry.DisposeAsync();
        }

        _data.Delete(recursive: true);
    }

    /// <summary>A township whose year is final: loaded when first asked for, looked at by many tests, changed by none.</summary>
    public Task<FinalYear> FinalAsync() => _final.Value;

    public Task<Chromium> ChromiumAsync() => _chromium.Value;

    private async Task<FinalYear> FinalizeAsync()
    {
        var accounts = await MakeAccountsAsync("gaojing");
        var administrator = accounts.Single(account => account.Role == "townshipAdministrator");
        var client = await SignInAsync(administrator.UserName, administrator.Password);
        var year = YearOf(client, await LeaderAsync(accounts), await ScorerAsync(accounts));
        await year.RunAsync(CancellationToken.None);
        return new FinalYear(year, client, accounts);
    }

    /// <summary>A new township with its administrator's year, ready to be loaded.</summary>
    public async Task<TownshipYear> NewTownshipAsync(string township, string? files = null)
    {
        var accounts = await MakeAccountsAsync(township);
        var account = accounts.Single(account => account.Role == "townshipAdministrator");
        return YearOf(
            await SignInAsync(account.UserName, account.Password),
            await LeaderAsync(accounts),
            await ScorerAsync(accounts),
            files
        );
    }

    /// <summary>The year as the administrator loads it.</summary>
    /// <param name="leader">Who signs; may be left out where nothing is.</param>
    /// <param name="scorer">Who submits the departments' sheets; may be left out where nobody does.</param>
    /// <param name="files">Of the raw year; the usual one where it is left out.</param>
    public TownshipYear YearOf(
        PlatformClient administrator,
        PlatformClient? leader = null,
        PlatformClient? scorer = null,
        string? files = null
    ) =>
        new(
            administrator,
            leader ?? administrator,
            scorer ?? administrator,
            Days.PassAsync,
            files ?? Repository.Year,
            TimeProvider.System,
            Log
        );

    /// <summary>The day by which Scoring counts publicity.</summary>
    public DaysAhead Days => new(Path.Combine(_data.FullName, "days-ahead"));

    /// <summary>The account of an area, made and signed in.</summary>
    public Task<PlatformClient> AreaAsync(string township, string area) =>
        OpenAccountAsync(township, area, new { role = "area", area });

    /// <summary>The account of somebody who scores for those departments, made and signed in.</summary>
    public Task<PlatformClient> ScorerAsync(string township, IReadOnlyList<string> departments) =>
        OpenAccountAsync(township, "scorer", new { role = "departmentScorer", departments });

    /// <summary>A township of its own whose scoring has begun.</summary>
    public async Task<(
        IReadOnlyList<DemoAccount> Accounts,
        PlatformClient Office,
        TownshipYear Year
    )> ScoringAsync(string township)
    {
        var accounts = await MakeAccountsAsync(township);
        var administrator = accounts.Single(account => account.Role == "townshipAdministrator");
        var office = await SignInAsync(administrator.UserName, administrator.Password);
        var year = YearOf(office);
        await year.OpenAsync(CancellationToken.None);
        await office.PostAsync(
            $"/api/scoring/cycles/{year.Cycle}/start-scoring",
            new { },
            CancellationToken.None
        );
        return (accounts, office, year);
    }

    /// <summary>The account of somebody who scores for those departments, opened by the office and not signed in yet.</summary>
    public static async Task<DemoAccount> OpenScorerAsync(
        PlatformClient office,
        string userName,
        params string[] departments
    )
    {
        var opened = await office.PostAsync(
            "/api/accounts",
            new
            {
                userName,
                displayName = userName,
                duties = new[] { new { role = "departmentScorer", departments } },
            },
            CancellationToken.None
        );
        var password = GeneratedPassword.Create();
        await office.AcceptAsync(
            (string)opened!["invitation"]!["path"]!,
            password,
            CancellationToken.None
        );
        return new DemoAccount(userName, "departmentScorer", userName, password);
    }

    private async Task<PlatformClient> OpenAccountAsync(string township, string name, object duty)
    {
        var district = await DistrictAsync();
        var userName = $"{township}-{name}";
        var opened = await district.PostAsync(
            "/api/accounts",
            new
            {
                userName,
                displayName = name,
                township,
                duties = new[] { duty },
            },
            CancellationToken.None
        );
        var password = GeneratedPassword.Create();
        await district.AcceptAsync(
            (string)opened!["invitation"]!["path"]!,
            password,
            CancellationToken.None
        );
        return await SignInAsync(userName, password);
    }

    /// <summary>Who signs for the township, with a second factor.</summary>
    public async Task<PlatformClient> LeaderAsync(IReadOnlyList<DemoAccount> accounts)
    {
        var account = accounts.Single(account => account.Role == "leader");
        var phone = await PhoneOfAsync(account);
        var client = new PlatformClient(_http!, TimeProvider.System);
        await client.SignInAsync(account.UserName, account.Password, CancellationToken.None, phone);
        return client;
    }

    /// <summary>Makes the township and its accounts; gives the administrator's client.</summary>
    /// <summary>Who scores for all departments of the usual scheme.</summary>
    public Task<PlatformClient> ScorerAsync(IReadOnlyList<DemoAccount> accounts)
    {
        var account = accounts.Single(account =>
            account.UserName.EndsWith("-departments", StringComparison.Ordinal)
        );
        return SignInAsync(account.UserName, account.Password);
    }

    public async Task<PlatformClient> SignInNewTownshipAsync(string township)
    {
        var accounts = await MakeAccountsAsync(township);
        var account = accounts.Single(account => account.Role == "townshipAdministrator");
        return await SignInAsync(account.UserName, account.Password);
    }

    public async Task<IReadOnlyList<DemoAccount>> MakeAccountsAsync(string township)
    {
        return await new Accounts(await DistrictAsync(), township).EnsureAsync(
            CancellationToken.None
        );
    }

    /// <summary>The district, signed in with its second factor. Codes are accepted once, so one session serves for most of its hour.</summary>
    public async Task<PlatformClient> DistrictAsync()
    {
        if (_districtUntil < DateTimeOffset.UtcNow)
        {
            _district = await _first!.SignInAsync(CancellationToken.None);
            _districtUntil = DateTimeOffset.UtcNow.AddMinutes(50);
        }

        return _district!;
    }

    /// <summary>The authenticator app of an account, enrolled when first asked for.</summary>
    public async Task<Authenticator> PhoneOfAsync(DemoAccount account)
    {
        if (!_phones.TryGetValue(account.UserName, out var phone))
        {
            var client = await SignInAsync(account.UserName, account.Password);
            phone = await client.EnrolAsync(_ => Task.CompletedTask, CancellationToken.None);
            _phones.Add(account.UserName, phone);
        }

        return phone;
    }

    public async Task<PlatformClient> SignInAsync(string userName, string password)
    {
        var client = new PlatformClient(_http!, TimeProvider.System);
        await client.SignInAsync(userName, password, CancellationToken.None);
        return client;
    }

    /// <summary>Kills the process of a service or server as a crash would, without a word to it.</summary>
    /// <returns>The id that the process had.</returns>
    public int Kill(string service)
    {
        var id =
            ProcessId(service) ?? throw new InvalidOperationException($"{service} does not run.");
        using var process = Process.GetProcessById(id);
        process.Kill();
        return id;
    }

    /// <returns>Null where it has none: it is dead and not yet started again.</returns>
    public int? ProcessId(string service) => Resource(service)["pid"]?.GetValue<int>();

    /// <returns>False where it is dead already and not yet started again.</returns>
    public bool TryKill(string service)
    {
        if (ProcessId(service) is not { } id)
        {
            return false;
        }

        try
        {
            using var process = Process.GetProcessById(id);
            process.Kill();
            return true;
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }

    private JsonNode Resource(string name) =>
        State()["resources"]!
            .AsArray()
            .Single(resource => resource!["name"]!.GetValue<string>() == name)!;

    public string ServiceAddress(string service) =>
        State()["resources"]!
            .AsArray()
            .Single(resource => resource!["name"]!.GetValue<string>() == service)![
            "url"
        ]!.GetValue<string>();

    /// <summary>What the host and the processes have said so far; for the message of a failing test.</summary>
    public string LastLog()
    {
        lock (_log)
        {
            var log = Path.Combine(_data.FullName, "data", "run.log");
            var said = File.Exists(log) ? File.ReadLines(log).TakeLast(200) : [];
            return string.Join('\n', said.Concat(_log.TakeLast(50)));
        }
    }

    /// <summary>Until everything runs that should.</summary>
    public async Task UntilReadyAsync()
    {
        try
        {
            await Eventually.HoldsAsync(
                () =>
                {
                    Assert.False(_host!.HasExited, "The AppHost ended at once.");
                    return Task.FromResult(
                        File.Exists(StateFile) && State()["ready"]!.GetValue<bool>()
                    );
                },
                StartLimit
            );
        }
        catch (Exception failure)
        {
            throw new InvalidOperationException(
                $"The platform did not start.\n{LastLog()}",
                failure
            );
        }
    }

    private string StateFile => Path.Combine(_data.FullName, "data", "run.json");

    private JsonNode State() => JsonNode.Parse(File.ReadAllText(StateFile))!;

    private void Log(string? line)
    {
        if (line is not null)
        {
            lock (_log)
            {
                _log.Add(line);
            }
        }
    }
}

/// <summary>A platform whose AppHost starts everything, the broker as well.</summary>
public sealed class WholePlatform : Platform
{
    protected override bool HasOwnBroker => true;
}

/// <param name="Administrator">Signed in as the township's administrator.</param>
public sealed record FinalYear(
    TownshipYear Year,
    PlatformClient Administrator,
    IReadOnlyList<DemoAccount> Accounts
)
{
    public DemoAccount Account(string role) => Accounts.First(account => account.Role == role);
}

[CollectionDefinition(Name)]
public sealed class PlatformCollection : ICollectionFixture<Platform>
{
    public const string Name = "platform";
}
