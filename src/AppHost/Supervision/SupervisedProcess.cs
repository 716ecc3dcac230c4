using System.Globalization;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Assessment.AppHost.Supervision;

internal enum Transition
{
    None,
    BecameReady,

    /// <summary>By itself: not because somebody stopped it, on the dashboard for instance.</summary>
    Ended,
}

/// <summary>What the orchestrator has said about a process so far.</summary>
internal sealed class SupervisedProcess(IResource resource)
{
    private const string ProcessIdProperty = "executable.pid";

    public IResource Resource => resource;

    public string Name => resource.Name;

    public RestartPause Pause { get; } = new();

    public string State { get; private set; } = KnownResourceStates.NotStarted;

    public bool IsReady { get; private set; }

    public bool WasReady { get; private set; }

    public bool IsEnded => KnownResourceStates.TerminalStates.Contains(State);

    public int? ProcessId { get; private set; }

    public int? ExitCode { get; private set; }

    public DateTime Started { get; private set; }

    /// <summary>Starts that ended before the process was ready for the first time.</summary>
    public int FailedStarts { get; private set; }

    public Transition Observe(CustomResourceSnapshot snapshot)
    {
        var (before, wasReady) = (State, IsReady);
        State = snapshot.State?.Text ?? before;
        IsReady =
            State == KnownResourceStates.Running && snapshot.HealthStatus == HealthStatus.Healthy;
        ExitCode = snapshot.ExitCode;
        ProcessId =
            snapshot.Properties.FirstOrDefault(each => each.Name == ProcessIdProperty)?.Value
                is { } id
            // 0 means a process that is not started yet; killing 0 would kill this process and its whole group.
            && Convert.ToInt32(id, CultureInfo.InvariantCulture) is > 0 and var number
                ? number
                : null;
        Started = snapshot.StartTimeStamp ?? Started;
        if (IsReady && !wasReady)
        {
            WasReady = true;
            return Transition.BecameReady;
        }
        if (
            !IsEnded
            || before == KnownResourceStates.Stopping
            || KnownResourceStates.TerminalStates.Contains(before)
        )
        {
            return Transition.None;
        }
        FailedStarts += WasReady ? 0 : 1;
        return Transition.Ended;
    }
}
