using Microsoft.Extensions.Logging;

namespace Assessment.ServiceDefaults.KeyRing;

/// <summary>
/// The folder with the deployment's keys, as this process last saw it. The framework reads it once a day; so a key that
/// the gateway had to make, or that was restored from a backup, would be unknown here until then.
/// </summary>
internal sealed partial class KeyRingFolder : IDisposable
{
    private readonly string _path;
    private readonly ILogger<KeyRingFolder> _log;
    private readonly FaultState _loss;
    private HashSet<string> _inUse = [];
    private volatile CancellationTokenSource _changed = new();

    public KeyRingFolder(string path, ILogger<KeyRingFolder> log)
    {
        _path = path;
        _log = log;
        _loss = new FaultState(LogLoss, LogComplete);
    }

    /// <summary>Why the keys would be gone after a restart; null when all is well.</summary>
    public string? Loss => _loss.Now;

    /// <summary>Cancelled when keys have come that were not there before.</summary>
    public CancellationToken Changed => _changed.Token;

    /// <summary>To be called by one at a time.</summary>
    /// <returns>Whether there are new keys.</returns>
    public bool Look()
    {
        HashSet<string> there;
        try
        {
            there =
            [
                .. Directory
                    .EnumerateFiles(_path, "key-*.xml")
                    .Select(file => Path.GetFileName(file)),
            ];
        }
        catch (DirectoryNotFoundException) when (_inUse.Count == 0)
        {
            // A first start: there is nothing yet that could be lost.
            there = [];
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            _loss.Becomes($"The key ring in {_path} cannot be read: {failure.Message}");
            return false;
        }

        if (there.IsSubsetOf(_inUse))
        {
            _loss.Becomes(
                there.Count < _inUse.Count
                    ? $"Keys that are in use are no longer in {_path}, only in memory."
                    : null
            );
            return false;
        }

        // From now on what is in the folder is what is in use.
        _inUse = there;
        _loss.Becomes(null);
        var before = _changed;
        _changed = new CancellationTokenSource();
        before.Cancel();
        return true;
    }

    public void Dispose() => _changed.Dispose();

    [LoggerMessage(LogLevel.Error, "{Loss} Restore the folder before anything is restarted")]
    private partial void LogLoss(string loss);

    [LoggerMessage(
        LogLevel.Information,
        "The key ring's folder can be read and has all keys in use"
    )]
    private partial void LogComplete();
}
