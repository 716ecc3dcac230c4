using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Logging;

namespace Assessment.ServiceDefaults.KeyRing;

/// <summary>密钥环: whether this process has keys with which to read and mint tickets.</summary>
internal sealed partial class KeyRingState
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);

    private readonly KeyRingFolder _folder;
    private readonly TimeProvider _time;
    private readonly ILogger<KeyRingState> _log;
    private readonly IDataProtector _trial;
    private readonly FaultState _fault;
    private readonly Lock _looking = new();
    private DateTimeOffset _lastLook = DateTimeOffset.MinValue;

    public KeyRingState(
        KeyRingFolder folder,
        IDataProtectionProvider protection,
        TimeProvider time,
        ILogger<KeyRingState> log
    )
    {
        _folder = folder;
        _time = time;
        _log = log;
        _trial = protection.CreateProtector("Assessment.KeyRing");
        _fault = new FaultState(LogFault, LogUsable, "The key ring has not been read yet.");
    }

    /// <summary>Why no ticket can be read or minted; null when all is well.</summary>
    public string? Fault => _fault.Now;

    /// <inheritdoc cref="KeyRingFolder.Loss"/>
    public string? Loss => _folder.Loss;

    /// <summary>Looks at the folder again, at most once a second.</summary>
    /// <returns>Whether there were new keys, so that it is worth trying again what failed without them.</returns>
    public bool Look()
    {
        lock (_looking)
        {
            var now = _time.GetUtcNow();
            // A clock that was set back must not keep anybody from looking.
            if (now >= _lastLook && now - _lastLook < BetweenLooks)
            {
                return false;
            }

            _lastLook = now;
            var news = _folder.Look();
            _fault.Becomes(Try());
            // The trial may have made the first key.
            return _folder.Look() || news;
        }
    }

    private string? Try()
    {
        try
        {
            _trial.Protect([]);
            return null;
        }
        catch (Exception failure)
        {
            return $"The key ring cannot be used: {failure.GetBaseException().Message}";
        }
    }

    [LoggerMessage(LogLevel.Error, "{Fault} Nobody is let in until it can")]
    private partial void LogFault(string fault);

    [LoggerMessage(LogLevel.Information, "The key ring can be used")]
    private partial void LogUsable();
}
