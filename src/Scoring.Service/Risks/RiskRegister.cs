using Assessment.Scoring.Storage;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Scoring.Risks;

/// <summary>改革风险备案登记簿. Whoever writes to it has locked the cycle.</summary>
public sealed class RiskRegister(ScoringDb db)
{
    /// <summary>The newest entry of each risk.</summary>
    public IQueryable<RiskEntry> Newest(Guid cycle) =>
        db
            .Risks.AsNoTracking()
            .Where(entry =>
                entry.Cycle == cycle && !db.Risks.Any(later => later.Supersedes == entry.Id)
            );

    /// <summary>What is on file, by number.</summary>
    public async Task<FiledRisks> FiledAsync(Guid cycle, CancellationToken cancellationToken) =>
        new(
            await Newest(cycle)
                .ToDictionaryAsync(entry => entry.Number, StringComparer.Ordinal, cancellationToken)
        );
}
