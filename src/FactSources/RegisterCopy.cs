using System.Text.Json;
using Assessment.Contracts;
using Assessment.Persistence.Storage;
using Assessment.ServiceDefaults.Townships;

namespace Assessment.FactSources;

/// <summary>
/// 名册副本: the township's areas (居民区) as Scoring last sent them. Transactions that must not overlook a cycle, a question
/// or a register which another one brings lock this row first, and a cycle after it.
/// </summary>
public sealed class RegisterCopy : ITownshipOwned, ILockableRow
{
    public string Township { get; set; } = "";

    /// <summary>0 before a register has come.</summary>
    public long Version { get; private set; }

    public string AreasJson { get; private set; } = "[]";

    public long LockCount { get; private set; }

    public IReadOnlyList<ListedArea> Areas() =>
        JsonSerializer.Deserialize<List<ListedArea>>(AreasJson)!;

    /// <returns>False when the register is not newer than the one that is there.</returns>
    public bool Take(long version, IReadOnlyList<ListedArea> areas)
    {
        if (version <= Version)
        {
            return false;
        }

        Version = version;
        AreasJson = JsonSerializer.Serialize(areas);
        return true;
    }
}
