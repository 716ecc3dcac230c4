using System.Security.Cryptography;
using System.Text;
using Aspire.Hosting;
using Assessment.AppHost.StandIns;
using Assessment.AppHost.Supervision;
using Assessment.LocalServers.Data;
using Assessment.LocalServers.Processes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Assessment.AppHost.Deploying;

/// <summary>One run on this machine: its data folder, which nobody else may use meanwhile, and who watches over it.</summary>
internal sealed class LocalRun : IAsyncDisposable
{
    private static readonly TimeSpan LastLimit = TimeSpan.FromSeconds(30);

    private readonly FileStream _lock;
    private readonly RunLog _log;

    private LocalRun(
        string dataFolder,
        FileStream folderLock,
        RunLog log,
        IConfiguration configuration
    )
    {
        DataFolder = dataFolder;
        _lock = folderLock;
        _log = log;
        HasContainerEngine = ContainerEngine.Answers(configuration);
        Without = new Without(configuration);
    }

    public string DataFolder { get; }

    public bool HasContainerEngine { get; }

    public FreePorts Ports { get; } = new();

    public Without Without { get; }

    /// <summary>Represents the data folder in names outside of it.</summary>
    public string FolderHash =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(DataFolder)))[..12];

    public static async Task<LocalRun> BeginAsync(IDistributedApplicationBuilder builder)
    {
        NewFiles.AreTheOwners();
        var dataFolder = Assessment.LocalServers.Data.DataFolder.Open(
            builder.Configuration["data"] ?? ".data"
        );
        var folderLock = FolderLock.Take(dataFolder);
        var log = new RunLog(dataFolder);
        var stateFile = new StateFile(dataFolder, DashboardSettings.Login);
        // That of a host which was killed.
        stateFile.Delete();
        if (
            await OrphanedProcesses.EndAsync(dataFolder, CancellationToken.None)
            is var ended
                and > 0
        )
        {
            log.Say($"结束了上次留下的 {ended} 个进程");
        }
        // The orchestrator and all that it starts inherit it.
        Environment.SetEnvironmentVariable(OrphanedProcesses.Mark, dataFolder);
        // What the orchestrator has to say to developers; the rest is in run.log and on the dashboard.
        builder.Services.AddLogging(logging =>
            logging
                .SetMinimumLevel(LogLevel.Warning)
                // Machines have no development certificate, and nothing here asks for one.
                .AddFilter("Aspire.Hosting.Dcp.DcpHost", LogLevel.Error)
                .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error)
        );
        builder
            .Services.AddSingleton(log)
            .AddSingleton(TimeProvider.System)
            .AddSingleton(stateFile)
            .AddHostedService<Supervisor>();
        builder.Configuration["DcpPublisher:WaitForResourceCleanup"] = "true";
        return new LocalRun(dataFolder, folderLock, log, builder.Configuration);
    }

    /// <summary>Once the host has ended, nothing is running.</summary>
    public async ValueTask DisposeAsync()
    {
        var began = TimeProvider.System.GetTimestamp();
        while (
            OrphanedProcesses.Of(DataFolder).Count > 0
            && TimeProvider.System.GetElapsedTime(began) < LastLimit
        )
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100));
        }
        await OrphanedProcesses.EndAsync(DataFolder, CancellationToken.None);
        _log.Dispose();
        await _lock.DisposeAsync();
        Environment.SetEnvironmentVariable(OrphanedProcesses.Mark, null);
    }
}
