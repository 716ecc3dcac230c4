using System.Diagnostics;
using System.Text.RegularExpressions;
using Assessment.ServiceDefaults.SignIn;

namespace Assessment.Testing.Hosts;

/// <summary>A service as a process of its own, with nothing but what it is given, and all that it writes to its log.</summary>
public sealed partial class ServiceProcess : IAsyncDisposable
{
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(30);

    private readonly GatewayTickets _gateway;
    private readonly bool _hasOwnGateway;
    private readonly Process _process;
    private readonly List<string> _log = [];

    /// <param name="project">The service's folder in <c>src</c>.</param>
    /// <param name="assembly">Its assembly, as it was built with this test.</param>
    /// <param name="settings">Its environment, besides its key ring and an address on loopback.</param>
    public ServiceProcess(
        string project,
        string assembly,
        IReadOnlyDictionary<string, string?> settings
    )
        : this(project, assembly, settings, new GatewayTickets(), hasOwnGateway: true) { }

    /// <summary>Behind the gateway of a service that was there before.</summary>
    internal ServiceProcess(
        string project,
        string assembly,
        IReadOnlyDictionary<string, string?> settings,
        GatewayTickets gateway
    )
        : this(project, assembly, settings, gateway, hasOwnGateway: false) { }

    private ServiceProcess(
        string project,
        string assembly,
        IReadOnlyDictionary<string, string?> settings,
        GatewayTickets gateway,
        bool hasOwnGateway
    )
    {
        _gateway = gateway;
        _hasOwnGateway = hasOwnGateway;
        var build = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList =
            {
                Path.Combine(
                    SourceTree.Root,
                    "src",
                    project,
                    "bin",
                    build,
                    "net10.0",
                    $"{assembly}.dll"
                ),
            },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            Environment =
            {
                ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
                ["DataProtection__KeyRing"] = _gateway.KeyRing,
                ["Files__Folder"] = Path.Combine(_gateway.KeyRing, "files"),
            },
        };
        foreach (var (key, value) in settings)
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Where it listens, once it is ready.</summary>
    public Uri? Address { get; private set; }

    public string Log
    {
        get
        {
            lock (_log)
            {
                return string.Join('\n', _log);
            }
        }
    }

    public async Task UntilReadyAsync()
    {
        await Eventually.HoldsAsync("it listens", () => Task.FromResult(HasEnded || Listens()));
        MustRun();
        using var http = new HttpClient { BaseAddress = Address };
        await Eventually.HoldsAsync(
            "it is ready",
            async () =>
            {
                MustRun();
                using var health = await http.GetAsync("/health/ready");
                return health.IsSuccessStatusCode;
            }
        );
    }

    /// <summary>The township's administrator, as the gateway would let in; without a township, nobody.</summary>
    public HttpClient As(string? township)
    {
        var client = new HttpClient { BaseAddress = Address };
        if (township is not null)
        {
            client.DefaultRequestHeaders.Authorization = new(
                "Bearer",
                _gateway.Mint(new SignedInPerson(township, Roles.TownshipAdministrator))
            );
        }

        return client;
    }

    /// <summary>Somebody of a township, as the gateway would let in.</summary>
    public HttpClient As(SignedInPerson person) =>
        new()
        {
            BaseAddress = Address,
            DefaultRequestHeaders = { Authorization = new("Bearer", _gateway.Mint(person)) },
        };

    /// <returns>The exit code, when all that was written has been read.</returns>
    public async Task<int> EndedAsync(TimeSpan limit)
    {
        using var stop = new CancellationTokenSource(limit);
        await _process.WaitForExitAsync(stop.Token);
        return _process.ExitCode;
    }

    /// <summary>As on SIGTERM.</summary>
    public async Task<int> StopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        await kill.WaitForExitAsync();
        return await EndedAsync(StopLimit);
    }

    /// <summary>As on SIGKILL: it ends wherever it is.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
        if (_hasOwnGateway)
        {
            await _gateway.DisposeAsync();
        }
    }

    private bool HasEnded => _process.HasExited;

    private bool Listens()
    {
        if (ListeningLine().Match(Log) is { Success: true } line)
        {
            Address = new Uri(line.Groups["address"].Value);
        }

        return Address is not null;
    }

    private void MustRun()
    {
        if (HasEnded)
        {
            throw new InvalidOperationException($"The process has ended.\n{Log}");
        }
    }

    private void Keep(string? line)
    {
        if (line is not null)
        {
            lock (_log)
            {
                _log.Add(line);
            }
        }
    }

    [GeneratedRegex(
        @"Now listening on: (?<address>http://\S+)",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex ListeningLine();
}
