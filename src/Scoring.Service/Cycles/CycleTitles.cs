using Assessment.Scoring.Storage;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Scoring.Cycles;

/// <summary>What people call a cycle.</summary>
public static class CycleTitles
{
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
