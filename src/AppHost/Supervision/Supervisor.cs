using System.Collections.Concurrent;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Assessment.AppHost.LocalServers;
using Microsoft.Extensions.Hosting;

namespace Assessment.AppHost.Supervision;

/// <summary>
/// Starts again what ended by itself, which Aspire leaves to people, and tells other programs (<see cref="StateFile"/>) and
/// the log (<see cref="RunLog"/>) what it sees.
/// </summary>
internal sealed class Supervisor : IHostedLifecycleService, IDisposable
{
    private const int FirstStarts = 3;

    private readonly CancellationTokenSource _stopping = new();
    private readonly ResourceNotificationService _notifications;
    private readonly ResourceLoggerService _outputs;
    private readonly ResourceCommandService _commands;
    private readonly IHostApplicationLifetime _lifetime;
    private readonly StateFile _stateFile;
    private readonly RunLog _log;
    private readonly TimeProvider _clock;
    private readonly Dictionary<string, SupervisedProcess> _processes;
    private readonly ConcurrentBag<Task> _tasks = [];
    private readonly DateTimeOffset _began;
    private bool _saidReady;

    public Supervisor(
        DistributedApplicationModel model,
        ResourceNotificationService notifications,
        ResourceLoggerService outputs,
        ResourceCommandService commands,
        IHostApplicationLifetime lifetime,
        StateFile stateFile,
        RunLog log,
        TimeProvider clock
    )
    {
        (_notifications, _outputs, _commands) = (notifications, outputs, commands);
        (_lifetime, _stateFile, _log, _clock) = (lifetime, stateFile, log, clock);
        _began = clock.GetUtcNow();
        _processes = model
            .Resources.Where(IsOurs)
            .ToDictionary(each => each.Name, each => new SupervisedProcess(each));
    }

    public Task StartingAsync(CancellationToken cancellationToken)
    {
        _tasks.Add(WatchAsync(_stopping.Token));
        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        // Aspire's test host stops twice.
        if (_stopping.IsCancellationRequested)
        {
            return;
        }
        _log.Say("正在停止……");
        await _stopping.CancelAsync();
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StoppedAsync(CancellationToken cancellationToken)
    {
        await Task.WhenAll(_tasks).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stateFile.Delete();
    }

    public void Dispose() => _stopping.Dispose();

    /// <summary>The processes of the deployment, without those that Aspire adds of its own: the dashboard, the rebuilders.</summary>
    private static bool IsOurs(IResource resource) =>
        resource is LocalServer or ProjectResource or ContainerResource;

    private async Task WatchAsync(CancellationToken cancellationToken)
    {
        var read = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var change in _notifications.WatchAsync(cancellationToken))
        {
            if (!_processes.TryGetValue(change.Resource.Name, out var process))
            {
                continue;
            }
            if (change.ResourceId != process.Name && read.Add(change.ResourceId))
            {
                _tasks.Add(CopyOutputAsync(process.Name, change.ResourceId, cancellationToken));
            }
            var transition = process.Observe(change.Snapshot);
            _stateFile.Write(_processes.Values);
            switch (transition)
            {
                case Transition.BecameReady:
                    SayReady(process);
                    break;
                case Transition.Ended when IsGivenUp(process):
                    Environment.ExitCode = 1;
                    _lifetime.StopApplication();
                    break;
                case Transition.Ended:
                    _tasks.Add(StartAgainAsync(process, cancellationToken));
                    break;
                case Transition.None:
                    break;
            }
        }
    }

    private void SayReady(SupervisedProcess process)
    {
        var seconds = Lived(process).TotalSeconds;
        _log.Say($"{process.Name} 就绪（{seconds:0.0} 秒）");
        if (!_saidReady && _processes.Values.All(each => each.IsReady))
        {
            _saidReady = true;
            _log.Say($"全部就绪（{(_clock.GetUtcNow() - _began).TotalSeconds:0.0} 秒）");
        }
    }

    private TimeSpan Lived(SupervisedProcess process) =>
        _clock.GetUtcNow().UtcDateTime - process.Started.ToUniversalTime();

    private bool IsGivenUp(SupervisedProcess process)
    {
        if (process.FailedStarts < FirstStarts)
        {
            return false;
        }
        _log.Say($"{process.Name} 启动不了：\n{_log.LastLines(process.Name)}");
        return true;
    }

    private async Task StartAgainAsync(
        SupervisedProcess process,
        CancellationToken cancellationToken
    )
    {
        _log.Say($"{process.Name} 意外退出（代码 {process.ExitCode}）");
        var lived = Lived(process);
        while (process.IsEnded)
        {
            var pause = process.Pause.After(lived);
            _log.Say($"{pause.TotalSeconds} 秒后重新启动 {process.Name}");
            await Task.Delay(pause, _clock, cancellationToken);
            // Somebody may have started it on the dashboard meanwhile.
            if (!process.IsEnded)
            {
                return;
            }
            var result = await _commands.ExecuteCommandAsync(
                process.Resource,
                KnownResourceCommands.StartCommand,
                cancellationToken
            );
            if (result.Success)
            {
                return;
            }
            _log.Say($"{process.Name} 没有启动：{result.Message}");
            lived = TimeSpan.Zero;
        }
    }

    private async Task CopyOutputAsync(
        string name,
        string resourceId,
        CancellationToken cancellationToken
    )
    {
        await foreach (
            var lines in _outputs.WatchAsync(resourceId).WithCancellation(cancellationToken)
        )
        {
            foreach (var line in lines)
            {
                _log.Write(name, line.Content);
            }
        }
    }
}
