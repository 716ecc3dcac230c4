using Assessment.LocalHosting.Processes;

namespace Assessment.LocalHosting.Servers;

/// <summary>A process that the host starts, watches and stops, and starts again after a crash.</summary>
internal interface IServer
{
    /// <summary>The address without any password.</summary>
    string Url { get; }

    /// <summary>Starts the process with the same ports and data each time.</summary>
    Task<ChildProcess> LaunchAsync(CancellationToken cancellationToken);

    /// <summary>Throws while the process does not answer.</summary>
    Task CheckHealthAsync(CancellationToken cancellationToken);

    /// <summary>Once, when first healthy, such as creating databases.</summary>
    Task PrepareAsync(CancellationToken cancellationToken);

    Task StopAsync(ChildProcess process);
}
