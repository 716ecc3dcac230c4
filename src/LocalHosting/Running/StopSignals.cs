using System.Runtime.InteropServices;

namespace Assessment.LocalHosting.Running;

/// <summary>Ctrl-C, a request to end, and the end of the terminal all mean: stop in good order.</summary>
internal sealed class StopSignals : IDisposable
{
    private readonly CancellationTokenSource _asked = new();
    private readonly List<PosixSignalRegistration> _registrations;

    public StopSignals() =>
        _registrations = [
            .. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP }.Select(
                signal => PosixSignalRegistration.Create(signal, Ask)
            ),
        ];

    public CancellationToken Asked => _asked.Token;

    public void Dispose()
    {
        _registrations.ForEach(each => each.Dispose());
        _asked.Dispose();
    }

    private void Ask(PosixSignalContext context)
    {
        // Without this the runtime ends the process at once, and the children with it.
        context.Cancel = true;
        _asked.Cancel();
    }
}
