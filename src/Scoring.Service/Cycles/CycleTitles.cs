using System.Globalization;
using Assessment.Scoring.Storage;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Scoring.Cycles;

/// <summary>What people call a cycle.</summary>
public static class CycleTitles
{
    /// <summary>The title with the year, which most schemes name themselves.</summary>
    public static string TitleWithYear(this Cycle cycle) =>
        cycle.Title.Contains(
            cycle.Year.ToString(CultureInfo.InvariantCulture),
            StringComparison.Ordinal
        )
            ? cycle.Title
            : $"{cycle.Year} 年度 {cycle.Title}";

    /// <returns>Null where the township has no such cycle.</returns>
    public static Task<string?> TitleOfCycleAsync(
        this ScoringDb db,
        Guid id,
        CancellationToken cancellationToken
    ) =>
        db
            .Cycles.Where(cycle => cycle.Id == id)
            .Select(cycle => cycle.Title)
            .SingleOrDefaultAsync(cancellationToken);
}
