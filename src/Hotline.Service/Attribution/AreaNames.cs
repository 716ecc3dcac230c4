using Assessment.Contracts;

namespace Assessment.Hotline.Attribution;

/// <summary>
/// Finds the area (居民区) that a ticket names or whose name its address holds. A name that two areas have means
/// neither: that is for a person to decide.
/// </summary>
public sealed class AreaNames
{
    private readonly Dictionary<string, string?> _ids = [];
    private readonly List<string> _namesByLength;

    public AreaNames(IReadOnlyList<ListedArea> areas)
    {
        foreach (var names in areas.GroupBy(area => area.Name))
        {
            _ids[names.Key] = names.Count() == 1 ? names.First().Id : null;
        }

        _namesByLength = [.. _ids.Keys.OrderByDescending(name => name.Length)];
        foreach (var area in areas)
        {
            _ids[area.Id] = area.Id;
        }
    }

    /// <returns>The area's id, or null where the text names none.</returns>
    public string? ByName(string? nameOrId) =>
        nameOrId is null ? null : _ids.GetValueOrDefault(nameOrId);

    /// <summary>
    /// The one area whose name the address holds. Where a name is part of a longer one (高境, 新高境), only the longer
    /// one is read; where the address holds names of two areas, it says neither.
    /// </summary>
    public string? ByAddress(string? address)
    {
        if (address is null)
        {
            return null;
        }

        var found = new List<string>();
        var rest = address;
        foreach (
            var name in _namesByLength.Where(name => rest.Contains(name, StringComparison.Ordinal))
        )
        {
            found.Add(name);
            rest = rest.Replace(name, "\0", StringComparison.Ordinal);
        }

        return found is [var only] ? _ids[only] : null;
    }
}
