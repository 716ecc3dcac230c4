using Aspire.Hosting.ApplicationModel;
using Assessment.LocalHosting.Processes;
using Assessment.LocalHosting.Servers;

namespace Assessment.LocalHosting.Running;

internal enum ResourceState
{
    Waiting,
    Starting,
    Ready,
    Crashed,
    Stopped,
}

/// <summary>Starts a resource once what it waits for is ready, and again whenever it has crashed.</summary>
internal sealed class SupervisedResource(
    RunnableResource resource,
    IServer server,
    ConsoleLog log,
    Action changed
)
{
    private const int FirstStarts = 3;
    private static readonly TimeSpan s_startLimit = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan s_firstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_longestPause = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_stable = TimeSpan.FromMinutes(1);

    private readonly TaskCompletionSource _ready = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );
    private ChildProcess? _process;

    public string Name => resource.Name;

    public RunnableResource Resource => resource;

    public bool IsExternal => resource is ProjectResource { IsExternal: true };

    public string Url => server.Url;

    public int? ProcessId => _process?.Id;

    public ResourceState State { get; private set; }

    /// <summary>Completes when first ready; what waits for this one may then start.</summary>
    public Task Ready => _ready.Task;

    /// <summary>Ends only by cancellation, or because the first start was given up.</summary>
    public async Task RunAsync(
        IEnumerable<SupervisedResource> waitsFor,
        CancellationToken cancellationToken
    )
    {
        foreach (var dependency in waitsFor)
        {
            await dependency.Ready.WaitAsync(cancellationToken);
        }
        var pause = s_firstPause;
        for (var failures = 0; ; )
        {
            var began = TimeProvider.System.GetTimestamp();
            if (
                await TryStartAsync(
                    began,
                    isLastTry: failures + 1 == FirstStarts,
                    cancellationToken
                )
            )
            {
                var exitCode = await _process!.Exited.WaitAsync(cancellationToken);
                log.Say($"{Name} 意外退出（代码 {exitCode}）");
            }
            Enter(ResourceState.Crashed);
            if (!Ready.IsCompleted)
            {
                failures++;
            }
            if (TimeProvider.System.GetElapsedTime(began) > s_stable)
            {
                pause = s_firstPause;
            }
            log.Say($"{pause.TotalSeconds} 秒后重新启动 {Name}");
            await Task.Delay(pause, cancellationToken);
            pause = TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, s_longestPause.Ticks));
        }
    }

    public async Task StopAsync()
    {
        if (_process is { } process)
        {
            await server.StopAsync(process);
        }
        Enter(ResourceState.Stopped);
        log.Say($"{Name} 已停止");
    }

    private async Task<bool> TryStartAsync(
        long began,
        bool isLastTry,
        CancellationToken cancellationToken
    )
    {
        log.Say($"启动 {Name}……");
        try
        {
            _process = await server.LaunchAsync(cancellationToken);
            Enter(ResourceState.Starting);
            await Healthy.WaitAsync(
                Name,
                _process,
                server.CheckHealthAsync,
                s_startLimit,
                cancellationToken
            );
            await server.PrepareAsync(cancellationToken);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            if (_process is { } process)
            {
                await server.StopAsync(process);
            }
            if (isLastTry && !Ready.IsCompleted)
            {
                throw new CannotHostException($"{Name} 启动不了：{failure.Message}");
            }
            log.Say(failure.Message);
            return false;
        }
        Enter(ResourceState.Ready);
        var seconds = TimeProvider.System.GetElapsedTime(began).TotalSeconds;
        log.Say($"{Name} 就绪（{seconds:0.0} 秒）：{Url}");
        _ready.TrySetResult();
        return true;
    }

    private void Enter(ResourceState state)
    {
        State = state;
        changed();
    }
}
