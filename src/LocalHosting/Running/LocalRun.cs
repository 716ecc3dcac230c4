using Aspire.Hosting.ApplicationModel;
using Assessment.LocalHosting.Data;
using Assessment.LocalHosting.Processes;
using Microsoft.Extensions.Configuration;

namespace Assessment.LocalHosting.Running;

/// <summary>One run of the application: all started in order, watched, and stopped in the reverse order.</summary>
internal static class LocalRun
{
    public static async Task<int> RunAsync(
        IConfiguration configuration,
        IReadOnlyList<IResource> resources
    )
    {
        using var log = new ConsoleLog();
        using var signals = new StopSignals();
        try
        {
            NewFiles.AreTheOwners();
            var dataFolder = DataFolder.Open(configuration["data"] ?? ".data");
            await using var folderLock = FolderLock.Take(dataFolder);
            if (configuration["log"] is { } file)
            {
                log.MoveTo(file);
            }
            if (await Leftovers.EndAsync(dataFolder, signals.Asked) is var ended and > 0)
            {
                log.Say($"结束了上次留下的 {ended} 个进程");
            }
            await RunAsync(new RunContext(dataFolder, configuration, log), resources, log, signals);
            return 0;
        }
        catch (OperationCanceledException) when (signals.Asked.IsCancellationRequested)
        {
            return 0;
        }
        catch (CannotHostException problem)
        {
            log.Say(problem.Message);
            return 1;
        }
    }

    private static async Task RunAsync(
        RunContext context,
        IReadOnlyList<IResource> resources,
        ConsoleLog log,
        StopSignals signals
    )
    {
        var stateFile = new StateFile(context.DataFolder);
        var supervised = new List<SupervisedResource>();
        foreach (var resource in resources.OfType<RunnableResource>())
        {
            supervised.Add(
                new SupervisedResource(
                    resource,
                    resource.Prepare(context),
                    log,
                    () => stateFile.Write(supervised)
                )
            );
        }
        var order = new StartOrder(supervised);
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(signals.Asked);
        Task[] runs =
        [
            .. supervised.Select(each => each.RunAsync(order.WaitedForBy(each), stopping.Token)),
        ];
        try
        {
            var allReady = Task.WhenAll(supervised.Select(each => each.Ready));
            await Task.WhenAny([allReady, .. runs]);
            if (allReady.IsCompleted)
            {
                log.Say("全部就绪");
            }
            await await Task.WhenAny(runs);
        }
        finally
        {
            await stopping.CancelAsync();
            await Task.WhenAll(runs).ContinueWith(static _ => { }, TaskScheduler.Default);
            log.Say("正在停止……");
            await order.StopAllAsync();
            stateFile.Delete();
            log.Say("已停止");
        }
    }
}
