using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Assessment.LocalHosting.Processes;

namespace Assessment.LocalHosting.Tests;

/// <summary>The sample application, run as a person would run it.</summary>
internal sealed class SampleHost : IAsyncDisposable
{
    private readonly string _data;
    private readonly ChildProcess _process;

    private SampleHost(string data, ChildProcess process, ConcurrentQueue<string> output)
    {
        _data = data;
        _process = process;
        Output = output;
    }

    public ConcurrentQueue<string> Output { get; }

    public Task<int> Exited => _process.Exited;

    public string StatePath => Path.Combine(_data, "run.json");

    public static async Task<SampleHost> LaunchAsync(string data, params string[] arguments)
    {
        var output = new ConcurrentQueue<string>();
        // bin/Configuration/Framework is the same for the sample as for these tests.
        var build = Path.GetRelativePath(
            Path.Combine(AppContext.BaseDirectory, "../../.."),
            AppContext.BaseDirectory
        );
        var folder = Path.GetFullPath(
            Path.Combine(AppContext.BaseDirectory, "../../../../LocalHosting.Sample.Host", build)
        );
        var process = await ChildProcess.StartAsync(
            new ChildCommand(
                "dotnet",
                [Path.Combine(folder, "LocalHosting.Sample.Host.dll"), "--data", data, .. arguments]
            )
            {
                WorkingDirectory = folder,
                Output = output.Enqueue,
            }
        );
        return new SampleHost(data, process, output);
    }

    public static async Task<SampleHost> StartAsync(string data)
    {
        var host = await LaunchAsync(data);
        await Eventually.HoldsAsync(() =>
            host.Exited.IsCompleted
                ? throw new InvalidOperationException(string.Join('\n', host.Output))
                : host.IsReady
        );
        return host;
    }

    public bool IsReady =>
        File.Exists(StatePath)
        && State["host"]!.GetValue<int>() == _process.Id
        && State["ready"]!.GetValue<bool>();

    public Uri Url(string resource) => new(Resource(resource)["url"]!.GetValue<string>());

    public int ProcessId(string resource) => Resource(resource)["pid"]!.GetValue<int>();

    public void Send(Signal signal) => Signals.Send(_process.Id, signal);

    public async ValueTask DisposeAsync()
    {
        if (!Exited.IsCompleted)
        {
            await _process.StopAsync(TimeSpan.FromSeconds(60));
        }
        await Eventually.HoldsAsync(() => Leftovers.Of(_data).Count == 0);
    }

    private JsonNode State => JsonNode.Parse(File.ReadAllText(StatePath))!;

    private JsonNode Resource(string name) =>
        State["resources"]!.AsArray().Single(each => each!["name"]!.GetValue<string>() == name)!;
}
