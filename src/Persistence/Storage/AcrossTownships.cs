using Assessment.ServiceDefaults.Townships;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Persistence.Storage;

/// <summary>The only way past the township's filter; everywhere else the compiler refuses to switch a filter off.</summary>
public static class AcrossTownships
{
    /// <summary>Rows of every township, within a scope that looks across them.</summary>
    /// <exception cref="InvalidOperationException">The scope does not: the database would show nothing either.</exception>
    public static IQueryable<T> OfEveryTownship<T>(this ServiceDb db, IQueryable<T> rows)
        where T : class, ITownshipOwned
    {
        db.MustBeCrossTownship();
#pragma warning disable RS0030 // The one place.
        return rows.IgnoreQueryFilters([ServiceDb.TownshipFilter]);
#pragma warning restore RS0030
    }
}
