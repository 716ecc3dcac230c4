using System.Text.Json;
using Assessment.Contracts;
using Assessment.ServiceDefaults.Townships;
using Assessment.Survey.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Assessment.Survey.Campaigns;

/// <summary>The township's areas (居民区) as Scoring last told them.</summary>
public sealed class AreaList : ITownshipOwned
{
    public string Township { get; set; } = "";

    /// <summary>A list with a lower version than the one here is old and is passed over.</summary>
    public long Version { get; private set; }

    public string AreasJson { get; private set; } = "[]";

    public IReadOnlyList<ListedArea> Areas =>
        JsonSerializer.Deserialize<List<ListedArea>>(AreasJson)!;

    /// <returns>Whether the list was newer.</returns>
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

    internal static void Configure(EntityTypeBuilder<AreaList> entity)
    {
        entity.ToTable("area_lists");
        entity.HasKey(list => list.Township);
        // Of two lists taken at the same moment, the older must not overwrite the newer.
        entity.Property(list => list.Version).IsConcurrencyToken();
        entity.Ignore(list => list.Areas);
    }
}

public static class AreaLists
{
    /// <summary>The township's areas by id; none before the first list has come.</summary>
    public static async Task<IReadOnlyDictionary<string, ListedArea>> AreasAsync(
        this SurveyDb db,
        CancellationToken cancellationToken
    )
    {
        var list = await db.AreaLists.AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        return (list?.Areas ?? []).ToDictionary(area => area.Id);
    }

    /// <summary>Takes the list if it is newer than the one that is there.</summary>
    public static async Task TakeAreasAsync(
        this SurveyDb db,
        long version,
        IReadOnlyList<ListedArea> areas,
        CancellationToken cancellationToken
    )
    {
        var list = await db.AreaLists.SingleOrDefaultAsync(cancellationToken);
        if (list is null)
        {
            list = new AreaList { Township = db.Township! };
            db.AreaLists.Add(list);
        }

        if (!list.Take(version, areas))
        {
            return;
        }

        // How many could have taken part is in the facts, so all are to be looked at again; and nobody may be
        // reporting with the old list meanwhile.
        await db.Cycles.ExecuteUpdateAsync(
            set => set.SetProperty(row => row.Held, row => row.Held + 1),
            cancellationToken
        );
        await db.SaveChangesAsync(cancellationToken);
        await db.AreaReports.ExecuteUpdateAsync(
            set => set.SetProperty(report => report.Dirty, true),
            cancellationToken
        );
    }
}
