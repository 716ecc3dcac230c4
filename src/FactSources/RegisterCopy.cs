using System.Text.Json;
using Assessment.Contracts;
using Assessment.Persistence.Storage;
using Assessment.ServiceDefaults.Townships;

namespace Assessment.FactSources;

/// <summary>
/// 名册副本: the areas (居民区) as Scoring last sent them, of each cycle and of the township's current register. Transactions
/// that must not overlook a cycle, a question or a register which another one brings lock this row first, and a cycle
/// after it.
/// </summary>
public sealed class RegisterCopy : ITownshipOwned, ILockableRow
{
    private Dictionary<Guid, CopiedRegister>? _registers;

    public string Township { get; set; } = "";

    /// <summary>The registers by cycle; the township's current one by the empty id.</summary>
    public string RegistersJson { get; private set; } = "{}";

    public long LockCount { get; private set; }

    /// <summary>The areas of a cycle; none before its register has come.</summary>
    public IReadOnlyList<ListedArea> Areas(Guid cycle) =>
        Registers().GetValueOrDefault(cycle)?.Areas ?? [];

    /// <summary>All areas that the township has or that a cycle of it had, each as it is known last.</summary>
    public IReadOnlyList<ListedArea> AllAreas()
    {
        var registers = Registers();
        return
        [
            .. registers
                .OrderBy(register => register.Key != Guid.Empty)
                .ThenByDescending(register => register.Key)
                .SelectMany(register => register.Value.Areas)
                .DistinctBy(area => area.Id),
        ];
    }

    /// <param name="cycle">Null for the township's current register.</param>
    /// <returns>False when the register is not newer than the one that is there.</returns>
    public bool Take(Guid? cycle, long version, IReadOnlyList<ListedArea> areas)
    {
        var registers = Registers();
        if (version <= (registers.GetValueOrDefault(cycle ?? Guid.Empty)?.Version ?? 0))
        {
            return false;
        }

        registers[cycle ?? Guid.Empty] = new CopiedRegister(version, areas);
        RegistersJson = JsonSerializer.Serialize(registers);
        return true;
    }

    private Dictionary<Guid, CopiedRegister> Registers() =>
        _registers ??= JsonSerializer.Deserialize<Dictionary<Guid, CopiedRegister>>(RegistersJson)!;

    private sealed record CopiedRegister(long Version, IReadOnlyList<ListedArea> Areas);
}
