namespace Assessment.ServiceDefaults.KeyRing;

/// <summary>Something that is wrong for a while: told when it begins and when it ends, not each time it is seen.</summary>
internal sealed class Trouble(Action<string> begins, Action ends, string? at = null)
{
    private volatile string? _now = at;

    /// <summary>Null when all is well.</summary>
    public string? Now => _now;

    public void Becomes(string? trouble)
    {
        var before = _now;
        _now = trouble;
        if (trouble is not null && trouble != before)
        {
            begins(trouble);
        }
        else if (trouble is null && before is not null)
        {
            ends();
        }
    }
}
