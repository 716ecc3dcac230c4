using Assessment.Persistence.Storage;
using Assessment.ServiceDefaults.Townships;

namespace Assessment.Payout.Townships;

/// <summary>
/// 镇/街道: the row that everything which makes sheets or changes pay bases locks. Otherwise a sheet could be made without
/// the bases that come in at the same moment, and nobody would make it again.
/// </summary>
public sealed class PayoutTownship : ITownshipOwned, ILockableRow
{
    public string Township { get; set; } = "";

    public long LockCount { get; private set; }
}
