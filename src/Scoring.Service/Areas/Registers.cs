using Assessment.Contracts;
using Assessment.Scoring.Storage;
using Assessment.ServiceDefaults.Townships;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Scoring.Areas;

/// <summary>How often the township's registers of areas and staff were changed.</summary>
public sealed class RegisterVersions : ITownshipOwned
{
    public string Township { get; set; } = "";

    /// <summary>Grows with every change of areas; travels with <see cref="AreasChanged"/>.</summary>
    public long Areas { get; set; }

    public long Staff { get; set; }
}

/// <summary>The township's registers: who is assessed.</summary>
public sealed class Registers(ScoringDb db)
{
    /// <summary>The current versions; zero before anything was imported.</summary>
    public async Task<RegisterVersions> VersionsAsync(CancellationToken cancellationToken) =>
        await db.RegisterVersions.AsNoTracking().SingleOrDefaultAsync(cancellationToken)
        ?? new RegisterVersions();

    /// <summary>
    /// Holds the registers until the caller's transaction ends: nobody else changes them meanwhile. Before the first
    /// import of areas there is nothing to hold, and no staff either.
    /// </summary>
    public Task HoldAsync(CancellationToken cancellationToken) =>
        db.RegisterVersions.ExecuteUpdateAsync(
            set => set.SetProperty(versions => versions.Staff, versions => versions.Staff),
            cancellationToken
        );

    /// <summary>
    /// Counts a change of areas, in the caller's transaction. The row is held until it ends, so that two changes never
    /// have one number.
    /// </summary>
    /// <returns>The new version.</returns>
    public async Task<long> CountAreasChangeAsync(CancellationToken cancellationToken)
    {
        if (
            await db.RegisterVersions.ExecuteUpdateAsync(
                set => set.SetProperty(versions => versions.Areas, versions => versions.Areas + 1),
                cancellationToken
            ) == 0
        )
        {
            db.RegisterVersions.Add(new RegisterVersions { Township = db.Township!, Areas = 1 });
            await db.SaveChangesAsync(cancellationToken);
        }

        return (await VersionsAsync(cancellationToken)).Areas;
    }

    /// <summary>Counts a change of staff, in the caller's transaction.</summary>
    public async Task CountStaffChangeAsync(CancellationToken cancellationToken)
    {
        if (
            await db.RegisterVersions.ExecuteUpdateAsync(
                set => set.SetProperty(versions => versions.Staff, versions => versions.Staff + 1),
                cancellationToken
            ) == 0
        )
        {
            db.RegisterVersions.Add(new RegisterVersions { Township = db.Township!, Staff = 1 });
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    /// <summary>All areas, in ordinal order of their ids whatever the database's own order is.</summary>
    public async Task<List<RegisteredArea>> AreasAsync(CancellationToken cancellationToken)
    {
        var areas = await db.Areas.ToListAsync(cancellationToken);
        areas.Sort((one, other) => string.CompareOrdinal(one.Id, other.Id));
        return areas;
    }
}
