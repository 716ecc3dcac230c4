using Assessment.Persistence.Storage;
using Assessment.ServiceDefaults.Townships;

namespace Assessment.Survey.Campaigns;

/// <summary>A cycle (考核周期) for which campaigns were ordered.</summary>
public sealed class Cycle : ITownshipOwned, ILockableRow
{
    public Guid Id { get; init; }

    public string Township { get; set; } = "";

    public string Title { get; init; } = "";

    /// <summary>
    /// Makes the households' tags; protected by the key ring. Destroyed when the cycle's last campaign is closed: then
    /// nobody can tell any more which tag is which household.
    /// </summary>
    public byte[]? ProtectedKey { get; set; }

    /// <summary>撤销: since when nothing is collected for it; null where it is not cancelled.</summary>
    public DateTimeOffset? CancelledAt { get; set; }

    public long LockCount { get; private set; }
}
