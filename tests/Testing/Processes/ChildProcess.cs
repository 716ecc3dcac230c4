using System.ComponentModel;
using System.Diagnostics;
using Assessment.LocalServers.Processes;

namespace Assessment.Testing.Processes;

/// <summary>
/// A process that never outlives the host: the kernel signals it when the host dies, however the host dies.
/// It has its own session, so that Ctrl-C reaches only the host, which then stops all in order.
/// </summary>
internal sealed class ChildProcess
{
    private const int RememberedLines = 30;
    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(1);

    private readonly ChildCommand _command;
    private readonly TaskCompletionSource<int> _started = Promise();
    private readonly TaskCompletionSource<int> _exited = Promise();
    private readonly Queue<string> _lastLines = new();

    private ChildProcess(ChildCommand command) => _command = command;

    /// <summary>The same number throughout: setsid and setpriv replace themselves with the program.</summary>
    public int Id => _started.Task.Result;

    /// <summary>Completes with the exit code.</summary>
    public Task<int> Exited => _exited.Task;

    public string LastLines
    {
        get
        {
            lock (_lastLines)
            {
                return string.Join('\n', _lastLines);
            }
        }
    }

    public static async Task<ChildProcess> StartAsync(ChildCommand command)
    {
        var child = new ChildProcess(command);
        // The kernel ties the death signal to the thread that started the process, not to the host as a
        // whole; a pool thread would end some day and take the server with it. This one stays until the end.
        new Thread(child.Run) { IsBackground = true, Name = command.Line.Program }.Start();
        await child._started.Task;
        return child;
    }

    /// <summary>Asks the process to end, waits, then ends it.</summary>
    public async Task StopAsync(TimeSpan limit)
    {
        Signals.Send(Id, _command.StopSignal);
        try
        {
            await Exited.WaitAsync(limit);
        }
        catch (TimeoutException)
        {
            await KillAsync();
        }
    }

    public async Task KillAsync()
    {
        Signals.SendToGroup(Id, Signal.Kill);
        await Exited;
    }

    private void Run()
    {
        using var process = new Process { StartInfo = StartInfo() };
        var outputEnd = Promise();
        var errorEnd = Promise();
        process.OutputDataReceived += (_, line) => Receive(line.Data, outputEnd);
        process.ErrorDataReceived += (_, line) => Receive(line.Data, errorEnd);
        try
        {
            process.Start();
        }
        catch (Win32Exception failure)
        {
            _started.SetException(failure);
            return;
        }
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        _started.SetResult(process.Id);
        // Without a limit WaitForExit would also wait for grandchildren that share the output.
        while (!process.WaitForExit(int.MaxValue)) { }
        Task.WaitAll([outputEnd.Task, errorEnd.Task], LastWords);
        _exited.SetResult(process.ExitCode);
    }

    private ProcessStartInfo StartInfo()
    {
        var start = new ProcessStartInfo("setsid")
        {
            WorkingDirectory = _command.Line.WorkingDirectory,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add("setpriv");
        start.ArgumentList.Add("--pdeathsig");
        start.ArgumentList.Add(_command.DeathSignal);
        start.ArgumentList.Add(_command.Line.Program);
        foreach (var argument in _command.Line.Arguments)
        {
            start.ArgumentList.Add(argument);
        }
        foreach (var (name, value) in _command.Line.Environment)
        {
            start.Environment[name] = value;
        }
        return start;
    }

    private void Receive(string? line, TaskCompletionSource<int> end)
    {
        if (line is null)
        {
            end.TrySetResult(0);
            return;
        }
        lock (_lastLines)
        {
            _lastLines.Enqueue(line);
            if (_lastLines.Count > RememberedLines)
            {
                _lastLines.Dequeue();
            }
        }
        _command.Output(line);
    }

    private static TaskCompletionSource<int> Promise() =>
        new(TaskCreationOptions.RunContinuationsAsynchronously);
}
