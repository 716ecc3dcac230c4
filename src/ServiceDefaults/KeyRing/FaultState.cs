namespace Assessment.ServiceDefaults.KeyRing;

/// <summary>A temporary fault: reported when it begins and when it ends, not each time it is seen.</summary>
internal sealed class FaultState(Action<string> begins, Action ends, string? at = null)
{
    private volatile string? _now = at;

    /// <summary>Null when all is well.</summary>
    public string? Now => _now;

    public void Becomes(string? fault)
    {
        var before = _now;
        _now = fault;
        if (fault is not null && fault != before)
        {
            begins(fault);
        }
        else if (fault is null && before is not null)
        {
            ends();
        }
    }
}
