using System.Text.Json;
using Assessment.Contracts;
using Assessment.ServiceDefaults.Townships;

namespace Assessment.Hotline.Townships;

/// <summary>镇/街道: its newest list of areas, and the turn that everything which changes its rates must take.</summary>
public sealed class HotlineTownship : ITownshipOwned
{
    public string Township { get; set; } = "";

    /// <summary>0 before a list has come.</summary>
    public long AreasVersion { get; private set; }

    public string AreasJson { get; private set; } = "[]";

    /// <summary>Counts the transactions that took the turn; see <see cref="TownshipTurn"/>.</summary>
    public long Turn { get; private set; }

    public IReadOnlyList<ListedArea> Areas() =>
        JsonSerializer.Deserialize<List<ListedArea>>(AreasJson)!;

    /// <returns>False when the list is not newer than the one that is there.</returns>
    public bool Take(long version, IReadOnlyList<ListedArea> areas)
    {
        if (version <= AreasVersion)
        {
            return false;
        }

        AreasVersion = version;
        AreasJson = JsonSerializer.Serialize(areas);
        return true;
    }
}
