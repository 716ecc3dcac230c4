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
    /// Makes the households' tags, by which a second answer is refused until the result is final; protected by the key
    /// ring. Destroyed then: nobody can tell any more which tag is which household.
    /// </summary>
    public byte[]? ProtectedKey { get; private set; }

    /// <summary>已生效: no survey material is taken any more, and none could be, without the key.</summary>
    public bool IsFinal => ProtectedKey is null;

    public static Cycle Of(Guid id, string title, byte[] protectedKey) =>
        new()
        {
            Id = id,
            Title = title,
            ProtectedKey = protectedKey,
        };

    public void DestroyKey() => ProtectedKey = null;

    /// <summary>撤销: since when nothing is collected for it; null where it is not cancelled.</summary>
    public DateTimeOffset? CancelledAt { get; set; }

    public long LockCount { get; private set; }
}
