using System.Diagnostics;
using System.Text.Json.Nodes;
using Assessment.LocalServers.Processes;

namespace Assessment.AppHost.Tests;

/// <summary>The AppHost as a process of its own, as <c>./run</c> starts it.</summary>
internal sealed class RunningHost : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(4);

    private readonly Process _process;
    private readonly string _data;
    private readonly Task<string> _output;

    private RunningHost(Process process, string data)
    {
        (_process, _data) = (process, data);
        _output = process.StandardOutput.ReadToEndAsync();
    }

    public string StatePath => Path.Combine(_data, "run.json");

    public static RunningHost Launch(string data, params string[] arguments)
    {
        var program = BuiltPrograms.PathOf("src/AppHost", "Assessment.AppHost");
        var start = new ProcessStartInfo(
            "env",
            [
                // A test that runs in the background inherits an ignored Ctrl-C.
                "--default-signal=INT",
                "dotnet",
                program,
                "--data",
                data,
                "--servers",
                "local",
                "--port",
                $"{TestPorts.Next()}",
                .. arguments,
            ]
        )
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        return new RunningHost(Process.Start(start)!, data);
    }

    public static async Task<RunningHost> StartAsync(string data)
    {
        var host = Launch(data);
        await host.UntilReadyAsync();
        return host;
    }

    public async Task UntilReadyAsync() =>
        await Eventually.HoldsAsync(
            "The host is ready",
            async () =>
                _process.HasExited
                    ? throw new InvalidOperationException(await _output)
                    : State is { } state
                        && state["host"]!.GetValue<int>() == _process.Id
                        && state["ready"]!.GetValue<bool>(),
            Limit
        );

    public string Url(string resource) => Resource(resource)["url"]!.GetValue<string>();

    public Uri DashboardLogin => new(State!["dashboard"]!.GetValue<string>());

    public int? ProcessId(string resource) => Resource(resource)["pid"]?.GetValue<int>();

    public bool Has(string resource) => Find(resource) is not null;

    public bool IsReady(string resource) =>
        Resource(resource)["state"]!.GetValue<string>() == "ready";

    public void Send(int signal) => Signals.Send(_process.Id, (Signal)signal);

    /// <returns>The exit code, and what it said.</returns>
    public async Task<(int ExitCode, string Output)> EndAsync()
    {
        using var limit = new CancellationTokenSource(Limit);
        await _process.WaitForExitAsync(limit.Token);
        return (_process.ExitCode, await _output);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            Send(15);
            await EndAsync();
        }
        _process.Dispose();
    }

    private JsonNode? State =>
        File.Exists(StatePath) ? JsonNode.Parse(File.ReadAllText(StatePath)) : null;

    private JsonNode Resource(string name) =>
        Find(name) ?? throw new InvalidOperationException($"There is no resource {name}.");

    private JsonNode? Find(string name) =>
        State!["resources"]!
            .AsArray()
            .SingleOrDefault(each => each!["name"]!.GetValue<string>() == name);
}
