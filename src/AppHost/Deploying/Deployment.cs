using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Assessment.AppHost.LocalServers;
using Assessment.AppHost.Supervision;
using Assessment.LocalServers;
using Assessment.LocalServers.Data;
using Microsoft.Extensions.Configuration;

namespace Assessment.AppHost.Deploying;

/// <summary>
/// What Program.cs composes the deployment of. It is either run on this machine, with all that is kept in one data folder,
/// or published as a manifest, which knows no machine.
/// </summary>
internal sealed partial class Deployment
{
    private readonly IDistributedApplicationBuilder _builder;
    private readonly LocalRun? _run;

    private Deployment(IDistributedApplicationBuilder builder, LocalRun? run)
    {
        _builder = builder;
        _run = run;
    }

    /// <summary>Until Ctrl-C. What a person must put right is reported in a line, and the exit code is not 0.</summary>
    public static async Task<int> RunAsync(string[] args, Action<Deployment> compose)
    {
        DashboardSettings.Complete();
        var builder = DistributedApplication.CreateBuilder(
            new DistributedApplicationOptions
            {
                Args = args,
                DashboardApplicationName = "Assessment 居民区考核平台",
            }
        );
        try
        {
            await using (
                var run = builder.ExecutionContext.IsRunMode
                    ? await LocalRun.BeginAsync(builder)
                    : null
            )
            {
                compose(new Deployment(builder, run));
                run?.Without.CheckNames();
                await using var application = builder.Build();
                await application.RunAsync();
            }
            if (builder.ExecutionContext.IsRunMode)
            {
                Console.WriteLine("[host] 已停止");
            }
            return Environment.ExitCode;
        }
        catch (CannotStartException problem)
        {
            Console.WriteLine($"[host] {problem.Message}");
            return 1;
        }
    }

    /// <summary>A file that says how many days ahead of the calendar this run is; null where it is not, and in a manifest.</summary>
    public string? DaysAheadFile => _run is null ? null : _builder.Configuration["days-ahead"];

    /// <summary>A file or folder that is kept: in the data folder, or where the manifest's user says.</summary>
    public IResourceBuilder<ParameterResource> AddPath(string name, string file) =>
        _run is { } run
            ? _builder.AddParameter(name, () => Path.Combine(run.DataFolder, file))
            : _builder.AddParameter(name);
}
