using Assessment.Imports;
using Assessment.Scoring.Cycles;
using Assessment.Scoring.Storage;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Scoring.Calculation;

/// <summary>A calculation may have waited for just this import.</summary>
public sealed class CalculationAfterImports(ScoringDb db, Calculations calculations)
    : IImportListener
{
    public async Task OnEndedAsync(ImportJob job, CancellationToken cancellationToken)
    {
        // In one order, so that two imports that end at the same moment do not wait for each other.
        var cycles = await db
            .Calculations.Where(request =>
                request.Status == CalculationStatus.Waiting
                && (job.Cycle == Guid.Empty || request.Cycle == job.Cycle)
            )
            .Select(request => request.Cycle)
            .Distinct()
            .OrderBy(cycle => cycle)
            .ToListAsync(cancellationToken);
        foreach (var id in cycles)
        {
            if (await db.LockUnlessCancelledAsync(id, cancellationToken) is { } cycle)
            {
                await calculations.RunIfCompleteAsync(cycle, cancellationToken);
            }
        }
    }
}
