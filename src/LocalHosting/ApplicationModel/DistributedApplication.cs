using Aspire.Hosting.ApplicationModel;
using Assessment.LocalHosting.Running;
using Microsoft.Extensions.Configuration;

namespace Aspire.Hosting;

public sealed class DistributedApplication
{
    private readonly IConfiguration _configuration;
    private readonly IReadOnlyList<IResource> _resources;

    internal DistributedApplication(
        IConfiguration configuration,
        IReadOnlyList<IResource> resources
    )
    {
        _configuration = configuration;
        _resources = resources;
    }

    public static IDistributedApplicationBuilder CreateBuilder(string[] args) =>
        new DistributedApplicationBuilder(args);

    /// <summary>Until Ctrl-C. What cannot be started is told in a line, and the exit code is not 0.</summary>
    public void Run() =>
        Environment.ExitCode = LocalRun
            .RunAsync(_configuration, _resources)
            .GetAwaiter()
            .GetResult();
}
